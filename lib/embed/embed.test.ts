/** What an embed is told by its address, what it tells its host, and what it keeps with one. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CUT_NOW, cutRun, lostRun, resumedRun } from '../../test/support/trace/fixtures'
import { DEFAULT_OPTIONS } from '../model/run-options'
import type { PlaygroundState } from '../playground/types'
import { recordedFor } from '../recordings/scenarios'
import { extentOf, type Trace } from '../trace/trace'
import { DEFAULT_SETTINGS, misreadIn, readSettings, writeSettings } from './address'
import { goalsReached, scoreOf } from './goals'
import { createHeightRule } from './height'
import { restoreRun, saveRun } from './saved-run'
import { EMBEDS } from './scenarios/embeds'
import { SCENARIOS, type Scenario, scenarioNamed } from './scenarios/scenarios'
import { momentOfStep, stepAt, viewOf } from './view'

const FIRST = SCENARIOS[0] as Scenario
const settings = (query: string) => readSettings(new URLSearchParams(query))

function stateOf(trace: Trace, more: Partial<PlaygroundState> = {}): PlaygroundState {
  const now = extentOf(trace)?.to ?? 0
  const base = { playing: false, frozen: false, speed: 1, armed: [], options: DEFAULT_OPTIONS, announcement: [] } as const
  return { ...base, trace, now, playhead: { kind: 'now' }, phase: 'settled', ...more }
}

describe('the scenarios and lessons', () => {
  it('have names that can stand in an address and are all different', () => {
    const names = EMBEDS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z][a-z-]+$/)
    expect(scenarioNamed('constructor')).toBeUndefined()
  })

  it.each(SCENARIOS.map(({ name }) => name))('%s has a recorded run that opens where something is missing', (name) => {
    const { trace, opensAt } = recordedFor(name)
    const view = viewOf(
      scenarioNamed(name) as Scenario,
      stateOf(trace, { playhead: { kind: 'at', at: opensAt }, phase: 'recorded' }),
      new Set(),
    )
    expect(view.plug).toBe(name === 'polite-close' ? 'in' : 'out')
    expect(view.ledger.missing + view.ledger.lost).toBeGreaterThan(0)
  })
})

describe('the address of an embed', () => {
  it('says nothing when all is as usual', () => {
    expect(settings('')).toEqual(DEFAULT_SETTINGS)
    expect(writeSettings(DEFAULT_SETTINGS)).toBe('')
  })

  it('is read as it was written', () => {
    const all = { step: 12, theme: 'dark', lang: 'de', height: 640, figure: true, custom: 'abc' } as const
    expect(settings(writeSettings(all))).toEqual(all)
  })

  it.each([['step=-1'], ['step=1e9'], ['step='], ['theme=pink'], ['lang=fr'], ['height=tall'], ['height=-3']])(
    'leaves out what it cannot understand: %s',
    (query) => {
      expect(settings(query)).toEqual(DEFAULT_SETTINGS)
    },
  )

  it.each([['de'], ['de-AT'], ['DE']])('speaks German for lang=%s', (lang) => {
    expect(settings(`lang=${lang}`).lang).toBe('de')
  })

  it.each([
    ['step=-1', /step="-1".*whole number/],
    ['theme=pink', /theme="pink".*light and dark/],
    ['lang=fr', /lang="fr".*en and de.*English/],
    ['height=tall', /height="tall".*pixels/],
  ])('tells the author what it could not understand: %s', (query, sentence) => {
    expect(misreadIn(new URLSearchParams(query))).toEqual([expect.stringMatching(sentence)])
  })

  it.each([[''], ['step=&theme='], ['theme=auto&height=auto&lang=en'], ['step=3&theme=dark&lang=de-CH&height=600']])(
    'has nothing to tell about "%s"',
    (query) => {
      expect(misreadIn(new URLSearchParams(query))).toEqual([])
    },
  )

  it('brings a height inside what makes sense', () => {
    expect(settings('height=9').height).toBe(200)
    expect(settings('height=99999').height).toBe(2000)
  })
})

describe('what a host is told', () => {
  it('is numbers and event ids, and never a session id', () => {
    const trace = cutRun()
    const text = JSON.stringify(viewOf(FIRST, stateOf(trace), new Set(['cut'])))
    const opened = trace.observations.find((seen) => seen.kind === 'session.opened')
    expect(opened && text.includes(opened.session)).toBe(false)
    expect(text).toContain('call-2/')
  })

  it('tells what is so while the page still shows a replay event by event', () => {
    const { trace, opensAt } = recordedFor('first-cut')
    const following = viewOf(FIRST, stateOf(trace, { playhead: { kind: 'following', at: opensAt } }), new Set())
    expect(following.ledger).toEqual(viewOf(FIRST, stateOf(trace), new Set()).ledger)
    expect(following.ledger.replayed).toBeGreaterThan(0)
  })

  it('counts steps from 0, before anything, to the last', () => {
    const trace = cutRun()
    const { steps } = viewOf(FIRST, stateOf(trace), new Set())
    for (let step = 1; step <= steps; step++) expect(stepAt(trace, momentOfStep(trace, step) as number)).toBe(step)
    expect(momentOfStep(trace, steps + 50)).toBe(momentOfStep(trace, steps))
    expect(momentOfStep({ observations: [] }, 3)).toBeUndefined()
  })
})

describe('goals', () => {
  it('are reached by runs of the reader: cut, and resumed', () => {
    expect(goalsReached(FIRST.goals, stateOf(cutRun(), { now: CUT_NOW, phase: 'running' }))).toEqual(['cut'])
    expect(goalsReached(FIRST.goals, stateOf(resumedRun()))).toEqual(['cut', 'resumed'])
    expect(goalsReached(['cut', 'lost'], stateOf(lostRun()))).toEqual(['cut', 'lost'])
  })

  it('are not reached by a recorded run', () => {
    expect(goalsReached(FIRST.goals, stateOf(resumedRun(), { phase: 'recorded' }))).toEqual([])
    expect(goalsReached(FIRST.goals, stateOf(recordedFor('first-cut').trace))).toEqual([])
  })

  it('make a score between 0 and 1', () => {
    expect(scoreOf(FIRST.goals, new Set())).toBe(0)
    expect(scoreOf(FIRST.goals, new Set(['cut']))).toBe(0.5)
    expect(scoreOf(FIRST.goals, new Set(['cut', 'resumed']))).toBe(1)
    expect(scoreOf([], new Set())).toBe(0)
  })
})

describe('what a host keeps', () => {
  it('comes back as the goals, the step and the run, with a stand-in for the session', async () => {
    const trace = cutRun()
    const saved = JSON.parse(JSON.stringify(saveRun(FIRST, new Set(['cut']), 9, trace)))
    const opened = trace.observations.find((seen) => seen.kind === 'session.opened')
    expect(JSON.stringify(saved)).not.toContain(opened?.session)
    const restored = restoreRun(FIRST, saved)
    expect(restored).toMatchObject({ goals: ['cut'], step: 9 })
    expect((await restored?.trace)?.observations.length).toBe(trace.observations.length)
    expect(restoreRun(FIRST, JSON.stringify(saved))).toMatchObject({ goals: ['cut'] })
  })

  it.each([
    ['nothing', null],
    ['a newer version', { v: 2, scenario: 'first-cut' }],
    ['another scenario', { v: 1, scenario: 'story' }],
    ['text that is no JSON', '{'],
    ['a list', [1]],
  ])('is left aside when it is %s', (_, saved) => {
    expect(restoreRun(FIRST, saved)).toBeUndefined()
  })

  it('may hold a run of an older version', async () => {
    const run = readFileSync(new URL('../../test/support/trace/recordings/refused-1.v2.recording.json', import.meta.url), 'utf8')
    const saved = { v: 1, scenario: 'first-cut', goals: ['cut'], step: 3, run }
    const restored = restoreRun(FIRST, saved)
    expect(restored?.trace).toBeInstanceOf(Promise)
    const settled = (await restored?.trace)?.observations.find(({ kind }) => kind === 'call.settled')
    expect(settled).toMatchObject({ outcome: 'error', reason: { code: 'session-gone', status: 404 } })
  })

  it('begins anew with the goals when the run in it cannot be read', async () => {
    const saved = {
      v: 1,
      scenario: 'first-cut',
      goals: ['cut', 'admin', 3],
      step: -4,
      run: '{"version":1,"observations":[{"kind":"__proto__"}]}',
    }
    expect(restoreRun(FIRST, { ...saved, run: saved.run.replace('1', '3') })).toEqual({ goals: ['cut'], step: 0 })
    const old = restoreRun(FIRST, saved)
    expect(old).toMatchObject({ goals: ['cut'], step: 0 })
    expect(await old?.trace).toBeUndefined()
  })
})

describe('the height that is said', () => {
  it('is each real change, once', () => {
    const rule = createHeightRule()
    expect(rule(760, 519.4, 0)).toBe(520)
    expect(rule(760, 520, 10)).toBeUndefined()
    expect(rule(760, 521, 20)).toBeUndefined()
    expect(rule(760, 540, 1000)).toBe(540)
    expect(rule(390, 940, 2000)).toBe(940)
  })

  it('does not swing with an echo of itself, and keeps the larger', () => {
    const rule = createHeightRule()
    const said = [500, 516, 500, 516, 500, 516, 500].map((height, i) => rule(760, height, i * 30)).filter((height) => height !== undefined)
    expect(said).toEqual([500, 516])
  })

  it('shrinks when the content does', () => {
    const rule = createHeightRule()
    rule(760, 600, 0)
    expect(rule(760, 520, 5000)).toBe(520)
  })

  it('is never absurd', () => {
    const rule = createHeightRule()
    expect(rule(760, 0, 0)).toBeUndefined()
    expect(rule(760, Number.NaN, 0)).toBeUndefined()
    expect(rule(760, 1e6, 0)).toBe(4000)
  })
})

describe('the address of an embed that was encoded on its way', () => {
  const MEANT = readSettings(new URLSearchParams('step=12&theme=dark&lang=de&s=v%3D1'))

  it.each([
    'step=12&amp;theme=dark&amp;lang=de&amp;s=v%3D1',
    'step=12&#38;theme=dark&#38;lang=de&#38;s=v%3D1',
    's=v%3D1&step=12&theme=dark&lang=de.',
    's=v%3D1&step=12&theme=dark&lang=de)',
    's=v%3D1&%73tep=%31%32&theme=%64ark&lang=de%29.',
  ])('means the same: %s', (query) => {
    expect(readSettings(new URLSearchParams(query))).toEqual(MEANT)
    expect(misreadIn(new URLSearchParams(query))).toEqual([])
  })

  it('says which setting is none', () => {
    expect(misreadIn(new URLSearchParams('thema=dark&do=pull@r3'))).toEqual([
      'thema="dark" is no setting of an embed: there are s, step, theme, lang, height, figure. It is left out.',
      'do="pull@r3" is no setting of an embed: there are s, step, theme, lang, height, figure. It is left out.',
    ])
  })
})
