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
