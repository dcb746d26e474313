/**
 * For tests: whether what the client saw, what the server stored and the bytes between them agree. Each function throws what does not.
 */
import { expect } from 'vitest'
import type { ClientFact, ServerFact } from '../../lib/protocol/observation'

const bytesOf = (text: string) => new TextEncoder().encode(text).length

type Of<F extends { kind: string }, K extends F['kind']> = Extract<F, { kind: K }>
const only = <F extends { kind: string }, K extends F['kind']>(facts: readonly F[], kind: K): Of<F, K>[] =>
  facts.filter((fact): fact is Of<F, K> => fact.kind === kind)

/** Every stored message was received exactly once, in order, with the very text that was stored. Priming events may come often. */
export function expectReceivedOnce(client: readonly ClientFact[], server: readonly ServerFact[]): void {
  const stored = only(server, 'event.stored')
  const received = only(client, 'event.received')
  for (const stream of new Set(stored.map((event) => event.stream))) {
    const want = stored.filter((event) => event.stream === stream && event.role === 'message')
    const got = received.filter((event) => event.id?.startsWith(`${stream}/`) && event.data !== '')
    expect(got.map(({ id, data }) => [id, data])).toEqual(want.map(({ id, data }) => [id, data]))
    for (const event of got) expect(event.raw).toBe(`id: ${event.id}\nevent: message\ndata: ${event.data}\n\n`)
  }
}

/** On each connection the frames, comments and the torn rest are all the bytes that passed the plug. */
export function expectBytesAgree(client: readonly ClientFact[], passed: readonly number[]): void {
  const failed = new Set(only(client, 'connection.failed').map(({ connection }) => connection))
  const reached = only(client, 'connection.opened').filter(({ connection }) => !failed.has(connection))
  let total = 0
  for (const { connection } of reached) {
    const ends = only(client, 'connection.ended').filter((end) => end.connection === connection)
    expect(ends).toHaveLength(1)
    const answer = only(client, 'connection.answered').find((fact) => fact.connection === connection)
    const bytes = ends[0]?.bytes ?? 0
    total += bytes
    if (!answer?.headers['content-type']?.startsWith('text/event-stream')) continue
    const frames = only(client, 'event.received').filter((event) => event.connection === connection)
    const comments = only(client, 'comment.received').filter((comment) => comment.connection === connection)
    const seen = [...frames.map(({ raw }) => raw), ...comments.map(({ comment }) => `: ${comment}\n\n`)]
    expect(bytesOf(seen.join('')) + (ends[0]?.tornBytes ?? 0)).toBe(bytes)
  }
  expect(total).toBe(passed.reduce((sum, bytes) => sum + (bytes ?? 0), 0))
}

/** Each resume named the last event that had been received on its stream before it. */
export function expectResumesExact(client: readonly ClientFact[]): void {
  const newest = new Map<string, number>()
  for (const fact of client) {
    if (fact.kind === 'event.received' && fact.id) {
      const [stream = '', n] = fact.id.split('/')
      newest.set(stream, Math.max(newest.get(stream) ?? 0, Number(n)))
    }
    if (fact.kind === 'connection.opened' && fact.lastEventId) {
      const [stream = '', n] = fact.lastEventId.split('/')
      expect(Number(n)).toBe(newest.get(stream) ?? 0)
    }
  }
}
