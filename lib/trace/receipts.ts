/**
 * Receipts of messages that came without an id (a session without event log). Nothing names them, so they are told apart by
 * order: the k-th message frame on a call's connection is the k-th message the server sent on that stream.
 */
import { type ConnectionFacts, type EventFacts, type FoldState, factsWith, type Receipt, type StreamFacts } from './fold-state'
import type { StreamName } from './observation'
import type { Frame } from './snapshot-types'

type Named = { readonly receipts: Map<number, Receipt[]>; readonly clientOnly: EventFacts[] }

/** By stream: which n was received when, and the messages of which only the client has spoken so far; and the n of each frame. */
export function matchUnnamed(
  state: FoldState,
  streamOf: (facts: ConnectionFacts) => StreamName | undefined,
): { readonly byStream: ReadonlyMap<StreamName, Named>; readonly nOf: ReadonlyMap<Frame, number> } {
  const byStream = new Map<StreamName, Named>()
  const nOf = new Map<Frame, number>()
  const matchers = new Map<StreamName, (data: string) => number>()
  for (const facts of state.connections.values()) {
    const name = facts.unnamed === 0 ? undefined : streamOf(facts)
    if (name === undefined) continue
    const stream = state.streams.get(name)
    const matcher = matchers.get(name) ?? createMatcher(stream, name)
    matchers.set(name, matcher)
    const named: Named = byStream.get(name) ?? { receipts: new Map(), clientOnly: [] }
    byStream.set(name, named)
    for (const frame of facts.list.frames.slice(0, facts.frameCount)) {
      if (frame.kind !== 'event' || frame.id !== undefined || frame.data === '') continue
      const n = matcher(frame.data)
      nOf.set(frame, n)
      named.receipts.set(n, [...(named.receipts.get(n) ?? []), { at: frame.at, connection: facts.record.id }])
      if (!stream?.events.has(n)) named.clientOnly.push(factsWith(undefined, name, n, { data: frame.data, raw: frame.raw }))
    }
  }
  return { byStream, nOf }
}

/**
 * Gives each received message, in order, the n of what the server sent. On a call's single connection order alone decides. The
 * standalone stream goes on over several connections, with holes between them: there the next sent one with the same text is meant.
 */
function createMatcher(stream: StreamFacts | undefined, name: StreamName): (data: string) => number {
  const sent = [...(stream?.events.values() ?? [])].sort((a, b) => a.n - b.n)
  let next = 0
  let last = 0
  return (data) => {
    let found = next
    if (name === 'get') while (found < sent.length && sent[found]?.data !== data) found++
    const facts = sent[found]
    if (facts) next = found + 1
    last = facts?.n ?? Math.max(last, sent.at(-1)?.n ?? 0) + 1
    return last
  }
}
