/**
 * The random half of the event log's contract: after every random sequence of operations, the log and the naive model agree.
 * PTP_SEED repeats a run, PTP_RUNS makes it longer.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EventLog, LogLimits } from '../../lib/event-store/event-log'
import type { StreamName } from '../../lib/protocol/observation'
import { runs, SEED } from '../support/random'
import { follower, idsOf, settle } from './event-log-follower'
import { ModelLog } from './event-log-model'

export const RUNS = runs(200)

type Command =
  | { readonly kind: 'append'; readonly stream: number; readonly size: number; readonly last: boolean }
  | { readonly kind: 'read'; readonly stream: number; readonly n: number }
  | { readonly kind: 'follow'; readonly stream: number; readonly n: number }
  | { readonly kind: 'abort'; readonly which: number }
  | { readonly kind: 'settle' }

const STREAMS = ['get', 'call-1', 'call-2', 'call-3']

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('append'),
      stream: fc.nat(3),
      size: fc.nat(60),
      last: fc.integer({ min: 0, max: 9 }).map((x) => x === 0),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('read'), stream: fc.nat(3), n: fc.nat(12) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('follow'), stream: fc.nat(3), n: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('abort'), which: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('settle') }) },
) as fc.Arbitrary<Command>

/** Random interleavings against the model. `makeLog` is that of event-log.contract.ts. */
export function describeAnything(makeLog: (limits: LogLimits) => EventLog): void {
  const limits = fc.constantFrom<LogLimits>(
    { maxEvents: 10_000, maxBytes: 10_000_000 },
    { maxEvents: 4, maxBytes: 10_000 },
    { maxEvents: 1000, maxBytes: 300 },
  )

  it('ES1–ES8 whatever is appended, read, followed, evicted and aborted, in whatever order: it agrees with the naive model', async () => {
    await fc.assert(
      fc.asyncProperty(limits, fc.array(command, { maxLength: 80 }), async (limit, commands) => {
        await runAgainstModel(makeLog(limit), new ModelLog(limit), commands)
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })
}

async function runAgainstModel(log: EventLog, model: ModelLog, commands: readonly Command[]): Promise<void> {
  const tails: ReturnType<typeof follower>[] = []
  for (const step of commands) {
    if (step.kind === 'append') await appendBoth(log, model, STREAMS[step.stream] ?? 'get', step.size, step.last)
    else if (step.kind === 'read') await compareRead(log, model, STREAMS[step.stream] ?? 'get', step.n)
    else if (step.kind === 'follow') tails.push(follower(log, `${STREAMS[step.stream]}/${step.n}`))
    else if (step.kind === 'abort') tails[step.which]?.abort.abort()
    else await settle()
    expect(log.size()).toEqual({ events: model.stored().length, bytes: model.bytes() })
  }
  await settle()
  for (const tail of tails) checkTail(tail, model)
  log.close()
  await Promise.all(tails.map((tail) => tail.outcome))
}

async function appendBoth(log: EventLog, model: ModelLog, stream: StreamName, size: number, last: boolean): Promise<void> {
  if (model.completed.has(stream)) {
    await expect(log.append(stream, '{}')).rejects.toThrow(stream)
    return
  }
  const event = await log.append(stream, JSON.stringify('x'.repeat(size)), { last })
  expect(event.id).toBe(model.append(stream, event.frame.byteLength, last))
}

async function compareRead(log: EventLog, model: ModelLog, stream: StreamName, n: number): Promise<void> {
  const result = await log.readAfter(`${stream}/${n}`)
  const expected = model.readAfter(stream, n)
  if (expected.kind === 'evicted' && result.kind === 'events') {
    // Allowed only where nothing is missing: the last event of a completed stream that this log has not forgotten.
    expect({ n, events: result.events }).toEqual({ n: model.of(stream).length - 1, events: [] })
    return
  }
  const forgotten = model.completed.has(stream) && !model.stored().some((entry) => entry.stream === stream)
  if (expected.kind === 'unknown' && forgotten) expect(['unknown', 'evicted']).toContain(result.kind)
  else
    expect(result.kind === 'events' ? { kind: 'events', ids: idsOf(result.events), completed: result.completed } : result).toEqual(expected)
}

/** What a follower got is a gapless beginning of what came after its id; all of it, unless it was stopped or left behind. */
function checkTail(tail: ReturnType<typeof follower>, model: ModelLog): void {
  const [stream = '', n = ''] = tail.after.split('/')
  const later = model.of(stream).filter((entry) => entry.n > Number(n))
  expect(tail.got).toEqual(later.slice(0, tail.got.length).map((entry) => entry.id))
  const ended = tail.ended()
  if (ended === 'unknown') expect(tail.got).toEqual([])
  else if (ended === 'evicted') expect(model.gone).toBeGreaterThan(0)
  else if (!tail.abort.signal.aborted) {
    expect(tail.got).toHaveLength(later.length)
    expect(ended).toBe(model.completed.has(stream) ? 'ended' : undefined)
  }
}
