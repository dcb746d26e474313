/**
 * The recorded runs against the server and client of today: each scenario is played again, faster, and must tell what its recording tells.
 * Times, ids of sessions and the number of attempts differ from run to run; what was stored and said does not.
 */
import { describe, expect, it } from 'vitest'
import { SCENARIOS } from '../../lib/embed/scenarios/scenarios'
import type { Observation } from '../../lib/protocol/observation'
import { recordedFor } from '../../lib/recordings/scenarios'
import type { Trace } from '../../lib/trace/trace'
import { HANDS, playRun } from './scenario-runs'

/** The first run is recorded in a browser, with a hand of its own (first-run.mjs). */
const HANDS_OF_ALL = { ...HANDS, 'first-cut': HANDS['first-event'] }

/** What the server made of the call, in its order: stored with an id, or only sent. */
const made = ({ observations }: Trace) =>
  observations.flatMap((seen) => {
    if (!('stream' in seen) || seen.stream === 'get') return []
    if (seen.kind === 'event.stored') return [`${seen.id} ${seen.role} ${seen.data}`]
    return seen.kind === 'message.sent' ? [`${seen.stream} ${seen.n}`] : []
  })

/** The first request of each kind: its method and the names of its headers. */
const asked = ({ observations }: Trace) => {
  const requests = observations.flatMap((seen) =>
    seen.kind === 'connection.opened'
      ? [`${seen.method} ${seen.rpc?.method ?? (seen.lastEventId === undefined ? 'listen' : 'resume')} ${Object.keys(seen.headers).sort()}`]
      : [],
  )
  return [...new Set(requests)].sort()
}

/** Kind of observation → the names of all its fields. */
function fields(observations: readonly Observation[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const seen of observations) {
    const names = found.get(seen.kind) ?? new Set()
    for (const name of Object.keys(seen)) names.add(name)
    found.set(seen.kind, names)
  }
  return found
}

const AGAIN = 'else: node scripts/record/scenarios.mjs, node scripts/record/first-run.mjs, node scripts/record/posters.mjs'

describe.concurrent(`a recording is what its scenario makes today (${AGAIN})`, { timeout: 30_000 }, () => {
  it.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('%s', async (name, scenario) => {
    const hand = HANDS_OF_ALL[name as keyof typeof HANDS_OF_ALL]
    if (!hand) throw new Error(`scripts/record/scenario-runs.ts has no hand for ${name}`)
    const { trace: recorded } = recordedFor(name)
    const played = await playRun(scenario, hand, { delay: 20 })
    // A run without resumability is over when the client knows that all is lost; the server may go on for a while.
    const before = made(recorded)
    expect(made(played).slice(0, before.length)).toEqual(before)
    expect(asked(played)).toEqual(asked(recorded))
    const now = fields(played.observations)
    for (const [kind, names] of fields(recorded.observations)) {
      const today = now.get(kind)
      if (today) expect([...names].sort(), kind).toEqual([...today].sort())
    }
  })
})
