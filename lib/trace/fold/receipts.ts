/**
 * Receipts of messages whose frame does not say which they are. Without an id (a session without event log) they are told apart by order:
 * the k-th message frame on a call's connection is the k-th message the server sent on that stream. With an id that is not of the form
 * `<stream>/<n>`, the server's word about it decides, and where it has none, the text.
 */
import { eventKey, parseEventId, STANDALONE } from '../../protocol/event-id'
import type { StreamName } from '../../protocol/observation'
import type { Frame } from '../snapshot-types'
import { type ConnectionFacts, type EventFacts, type FoldState, factsWith, type Receipt, type StreamFacts } from './fold-state'

type Named = { readonly receipts: Map<number, Receipt[]>; readonly clientOnly: EventFacts[] }

/** By stream: which n was received when, and the messages of which only the client has spoken so far; and the event key of each frame. */
export function matchUnnamed(
  state: FoldState,
  streamOf: (facts: ConnectionFacts) => StreamName | undefined,
): { readonly byStream: ReadonlyMap<StreamName, Named>; readonly keyOf: ReadonlyMap<Frame, string> } {
  const byStream = new Map<StreamName, Named>()
  const keyOf = new Map<Frame, string>()
  const matchers = new Map<StreamName, (data: string) => number>()
  const note = (name: StreamName, n: number, receipt: Receipt): Named => {
    const named: Named = byStream.get(name) ?? { receipts: new Map(), clientOnly: [] }
    byStream.set(name, named)
    named.receipts.set(n, [...(named.receipts.get(n) ?? []), receipt])
    return named
  }
  for (const facts of state.connections.values()) {
    const name = facts.unnamed === 0 ? undefined : streamOf(facts)
    if (name === undefined) continue
    const stream = state.streams.get(name)
    const { id: connection, answer, rpc } = facts.record
    if (answer?.body !== undefined && rpc?.id !== undefined) {
      const sent = withText(stream, answer.body)
      if (sent) note(name, sent.n, { at: answer.at, connection })
    }
    const matcher = matchers.get(name) ?? createMatcher(stream, name)
    matchers.set(name, matcher)
    for (const frame of facts.list.frames.slice(0, facts.frameCount)) {
      if (frame.kind !== 'event') continue
      const receipt = { at: frame.at, connection }
      if (frame.id !== undefined) {
        if (parseEventId(frame.id) !== undefined) continue
        const place = state.places.get(frame.id) ?? placeByText(stream, frame.data, byStream.get(name)?.receipts)
        if (!place) continue
        keyOf.set(frame, eventKey(place.stream, place.n, state.streams.get(place.stream)?.events.get(place.n)?.id))
        note(place.stream, place.n, receipt)
      } else if (frame.data !== '') {
        const n = matcher(frame.data)
        keyOf.set(frame, eventKey(name, n, stream?.events.get(n)?.id))
        const named = note(name, n, receipt)
        if (!stream?.events.has(n)) named.clientOnly.push(factsWith(undefined, name, n, { data: frame.data, raw: frame.raw }))
      }
    }
  }
  return { byStream, keyOf }
}

const withText = (stream: StreamFacts | undefined, data: string): EventFacts | undefined => {
  for (const facts of stream?.events.values() ?? []) if (facts.data === data) return facts
  return undefined
}

/** The server knows nothing of this id: the message with the same text that has not come yet, else any with it. An id alone has no text. */
function placeByText(stream: StreamFacts | undefined, data: string, receipts: Named['receipts'] | undefined): EventFacts | undefined {
  if (data === '') return undefined
  for (const facts of stream?.events.values() ?? []) if (facts.data === data && !receipts?.has(facts.n)) return facts
  return withText(stream, data)
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
    if (name === STANDALONE) while (found < sent.length && sent[found]?.data !== data) found++
    const facts = sent[found]
    if (facts) next = found + 1
    last = facts?.n ?? Math.max(last, sent.at(-1)?.n ?? 0) + 1
    return last
  }
}
