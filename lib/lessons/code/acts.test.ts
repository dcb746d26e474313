/** Which lines are lit: those whose observation is the newest at the playhead. */
import { describe, expect, it } from 'vitest'
import type { Observation } from '../../protocol/observation'
import { FIRST_RUN } from '../../recordings/first-run'
import { ACTS, litAt, type Side } from './acts'
import { CODE_LESSONS, loadShown } from './load-shown'
import { actsOf, SHOWN_FILES } from './shown'

const { observations } = FIRST_RUN
const momentOf = (found: (observation: Observation) => boolean): number => {
  const at = observations.find(found)?.at
  if (at === undefined) throw new Error('The recorded run has no such observation: choose another.')
  return at
}
const all = (side: Side) => new Set(Object.keys(ACTS[side]))

describe('the lit lines', () => {
  it('are none before the first observation', () => {
    expect(litAt(observations, Number.NEGATIVE_INFINITY, 'client', all('client'))).toBeUndefined()
    expect(litAt([], 0, 'server', all('server'))).toBeUndefined()
  })

  it('follow the playhead: the GET that resumes lights the resume, and says with which id', () => {
    const resume = observations.find((one) => one.kind === 'connection.opened' && one.lastEventId !== undefined)
    if (resume?.kind !== 'connection.opened') throw new Error('The recorded run does not resume.')
    const only = new Set(['call', 'resume'])
    expect(litAt(observations, resume.at, 'client', only)).toMatchObject({ act: 'resume' })
    expect(litAt(observations, observations.at(-1)?.at ?? 0, 'client', only)?.act).toBe('resume')
    expect(litAt(observations, resume.at - 1, 'client', new Set(['call']))?.act).toBe('call')
    expect(litAt(observations, resume.at - 0.001, 'client', only)?.act).not.toBe(undefined)
  })

  it('say of a request behind a pulled plug that it was tried, and never that it was sent', () => {
    const pull = observations.findIndex(({ kind }) => kind === 'plug.pulled')
    const resume = observations.findLast((one) => one.kind === 'connection.opened' && one.lastEventId !== undefined)
    if (resume?.kind !== 'connection.opened') throw new Error('The recorded run does not resume.')
    const at = observations[pull]?.at ?? 0
    const behind = { ...resume, at }
    const failed = { kind: 'connection.failed', connection: resume.connection, reason: { code: 'failed-to-fetch' } } as const
    const tried = [...observations.slice(0, pull + 1), behind, { ...failed, at, seq: 1e6, vantage: 'client' } as const]
    const says = (acts: string[]) => litAt(tried, at, 'client', new Set(acts))?.says
    expect(says(['resume'])).toBe(`GET with Last-Event-ID ${resume.lastEventId} was tried while the plug was out`)
    expect(says(['resume', 'cut'])).toBe('no connection came about')
    expect(litAt(observations, resume.at, 'client', new Set(['resume']))?.says).toBe(
      `GET with Last-Event-ID ${resume.lastEventId} was sent`,
    )
  })

  it('are the server’s own on the server’s side: what the client saw lights nothing there', () => {
    const replay = momentOf(({ kind }) => kind === 'replay.started')
    expect(litAt(observations, replay, 'server', new Set(['replay', 'session']))).toMatchObject({ act: 'replay' })
    expect(litAt(observations, replay, 'server', new Set(['resume', 'keep']))).toBeUndefined()
  })

  it('are only those that the file has', () => {
    const end = observations.at(-1)?.at ?? 0
    expect(litAt(observations, end, 'client', new Set(['connect']))?.act).toBe('connect')
  })

  it('the recorded run, without a fault, lights something in every file that its lesson shows of resuming', async () => {
    const end = observations.at(-1)?.at ?? 0
    for (const lesson of CODE_LESSONS) {
      const shown = await loadShown(lesson)
      for (const file of SHOWN_FILES) {
        if (lesson === 'refused' || lesson === 'leaving' || lesson === 'silence' || lesson === 'what-changed') continue
        if (lesson === 'pull-the-plug' && file.startsWith('server')) continue
        const side = file.startsWith('client') ? 'client' : 'server'
        expect(litAt(observations, end, side, actsOf(shown[file])), `${lesson} ${file}`).toBeDefined()
      }
    }
  })
})
