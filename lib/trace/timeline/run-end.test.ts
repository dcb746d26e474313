import { describe, expect, test } from 'vitest'
import { createScript, ORIGIN, requestHeaders } from '../../../test/support/trace/fixture-script'
import { beforeRun, cutRun, resumedRun } from '../../../test/support/trace/fixtures'
import type { ClientFact, Observation } from '../../protocol/observation'
import { appendToTrace, EMPTY_TRACE, type Trace } from '../trace'
import { runEndOf } from './run-end'

/** What a finished run hears later: seconds after its beginning, and what. */
function later(trace: Trace, ...facts: readonly (readonly [seconds: number, fact: ClientFact])[]): Trace {
  const seq = trace.observations.length
  const added = facts.map(([at, fact], i) => ({ ...fact, seq: seq + i, at: ORIGIN + at * 1000, vantage: 'client' }) as Observation)
  return appendToTrace(trace, added)
}

const comment = { kind: 'comment.received', connection: 'c11', comment: 'keep-alive' } as const
const ended = { kind: 'connection.ended', connection: 'c11', how: 'complete', bytes: 10 } as const
const again = {
  kind: 'connection.opened',
  connection: 'c13',
  method: 'GET',
  path: '/mcp',
  headers: requestHeaders(),
  stream: 'get',
  lastEventId: 'get/0',
} as const
const answered = { kind: 'connection.answered', connection: 'c13', status: 200, headers: {} } as const
const since = (trace: Trace) => (runEndOf(trace) ?? 0) - ORIGIN

describe('the clock of a run', () => {
  test('ends when the call has its answer, and not at the keep-alives after it', () => {
    expect(since(resumedRun())).toBe(5402)
    expect(since(later(resumedRun(), [20, comment], [40, comment], [60, comment]))).toBe(5402)
  })

  test('does not go on because the standalone stream ends, and is asked for again', () => {
    expect(since(later(resumedRun(), [30, ended], [30.5, again], [30.6, answered], [60, comment]))).toBe(5402)
  })

  test('goes on with what the learner does after the end, until the stream is carried again', () => {
    const pulled = later(resumedRun(), [30, { kind: 'plug.pulled' }], [30, { ...ended, how: 'severed' }])
    expect(since(pulled)).toBe(30_000)
    const pushed = later(pulled, [40, { kind: 'plug.pushed' }], [40.5, again], [40.6, answered], [50, { ...comment, connection: 'c13' }])
    expect(since(pushed)).toBe(40_600)
  })

  test('goes on while the plug is out, and before and during a call', () => {
    expect(since(cutRun())).toBe(4240)
    expect(runEndOf(beforeRun())).toBe(beforeRun().observations.at(-1)?.at)
    expect(since(later(cutRun(), [9, comment]))).toBe(9000)
  })

  test('of nothing is nowhere', () => {
    expect(runEndOf(EMPTY_TRACE)).toBeUndefined()
    expect(runEndOf(createScript().trace())).toBeUndefined()
  })
})
