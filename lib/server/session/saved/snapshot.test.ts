/**
 * A process that goes and another that comes: what the first leaves behind is plain data, and the real client resumes over it.
 */
import { afterEach, describe, expect, test } from 'vitest'
import { expectReceivedOnce, expectResumesExact } from '../../../../test/fuzz/agreement'
import { type Bench, begin, createBench, type Life, turn, turnsUntil } from '../../../../test/fuzz/harness'
import { createMemoryLog } from '../../../event-store/memory-log'
import type { EndpointSnapshot } from './snapshot'
import { parseSnapshot } from './snapshot'

const LIMITS = { maxEvents: 4096, maxBytes: 1 << 20 }
const benches: Bench[] = []
afterEach(async () => {
  for (const { endpoint } of benches.splice(0)) await endpoint.close()
})

function start(restore?: EndpointSnapshot): Bench {
  const bench = createBench({ openLog: (observe, _, from) => createMemoryLog(LIMITS, observe, from), restore })
  benches.push(bench)
  return bench
}

/** As it would be read from a file. */
const throughText = (bench: Bench) => parseSnapshot(JSON.stringify(bench.endpoint.snapshot()))

/** The client's fetch, whichever process is there. */
function atWhicheverIsThere(first: Bench) {
  const there = { bench: first }
  return { there, fetch: ((input, init) => there.bench.fetch(input, init)) as typeof fetch }
}

const received = (life: Life) => life.facts.filter(({ kind }) => kind === 'event.received').length

describe('a session that outlives its process', () => {
  test('what was stored is replayed, and the call that was running ends with the reason', async () => {
    const first = start()
    const { there, fetch } = atWhicheverIsThere(first)
    const life = await begin(first, { fetch })
    const { answer, progress } = life.call('a', 4000)
    await turnsUntil(() => progress.length > 3, 'progress')
    life.plug.pull()
    const seen = received(life)
    for (let i = 0; i < 20; i++) await turn()
    const second = start(throughText(first))
    there.bench = second
    await first.endpoint.close()
    const stored = first.server.filter((fact) => fact.kind === 'event.stored').length
    life.plug.push()
    await expect(answer).rejects.toThrow('The server restarted while "work" was running, and nothing goes on with it. Call again.')
    expect(received(life)).toBeGreaterThan(seen)
    expect(progress).toEqual(Array.from({ length: progress.length }, (_, i) => i + 1))
    expect(stored).toBeGreaterThan(progress.length)
    expectResumesExact(life.facts)
    const again = life.call('b', 2)
    expect(await again.answer).toEqual({ text: 'b done 🟦', isError: false })
    const names = second.server.flatMap((fact) => (fact.kind === 'stream.opened' ? [fact.stream] : []))
    expect(names, 'no stream name is given twice').toEqual(['call-3'])
  })

  test('an answer that was stored before the process went is delivered by the next one', async () => {
    const first = start()
    const { there, fetch } = atWhicheverIsThere(first)
    const life = await begin(first, { fetch })
    const { answer, progress } = life.call('a', 6)
    await turnsUntil(() => progress.length > 1, 'progress')
    life.plug.pull()
    await turnsUntil(() => first.server.some((fact) => fact.kind === 'stream.completed' && fact.stream === 'call-2'), 'the tool ended')
    there.bench = start(throughText(first))
    await first.endpoint.close()
    life.plug.push()
    expect(await answer).toEqual({ text: 'a done 🟦', isError: false })
    expect(progress).toEqual([1, 2, 3, 4, 5, 6])
    await turnsUntil(() => life.logged.length === 6 + first.announced.length, 'every message delivered')
    expectReceivedOnce(life.facts, first.server)
  })

  test('its feed goes on where it was, and says that the server restarted', async () => {
    const first = start()
    const life = await begin(first)
    await life.call('a', 2).answer
    const id = life.client.sessionId ?? ''
    const last = first.server.length
    const second = start(throughText(first))
    const headers = { accept: 'text/event-stream', 'mcp-session-id': id, 'last-event-id': String(last) }
    const reader = (await second.endpoint.feed(new Request('http://page.test/observations', { headers }))).body?.getReader()
    let text = ''
    while (!text.includes('server.restarted')) text += new TextDecoder().decode((await reader?.read())?.value)
    await reader?.cancel()
    expect(text).toContain('"kind":"stream.detached"')
    expect(text).not.toContain('session.opened')
  })

  test('a session without an event log leaves nothing', async () => {
    const bench = start()
    await begin(bench, { resumability: false })
    expect(throughText(bench).sessions).toEqual([])
  })
})

test('a snapshot of version 1 told of faults in sentences: they stay as they were said', () => {
  const fact = { kind: 'fault.set', fault: 'evict', state: 'struck', detail: 'leaves 2 of each stream' }
  const session = { record: { terms: { id: 's' }, running: [] }, log: { streams: [], events: [], forgotten: [] } }
  const text = JSON.stringify({ version: 1, sessions: [{ ...session, feed: { first: 0, facts: [{ at: 1, fact }] } }] })
  const noted = parseSnapshot(text).sessions[0]?.feed.facts[0]
  expect(noted).toEqual({ at: 1, fact: { ...fact, detail: { code: 'quoted', quoted: 'leaves 2 of each stream' } } })
})

describe('a snapshot that is no use', () => {
  test.each([
    ['not JSON', '{', 'JSON'],
    ['something else', '[]', 'it has no version or no sessions'],
    ['another version', '{"version":3,"sessions":[]}', 'it is version 3, this server reads 2'],
    ['damaged', '{"version":1,"sessions":[{}]}', 'one of its sessions is damaged'],
  ])('is told when it is %s', (_, text, words) => {
    expect(() => parseSnapshot(text)).toThrow(words)
  })
})

describe('a server that is told to go', () => {
  test('lets the running tool end, begins nothing new, and closes every connection after an id', async () => {
    const bench = start()
    const life = await begin(bench)
    const { answer, progress } = life.call('a', 8)
    await turnsUntil(() => progress.length > 0, 'progress')
    const drained = bench.endpoint.drain(60_000)
    await expect(begin(bench)).rejects.toThrow('shutting down')
    await expect(life.call('b', 1).answer).rejects.toThrow('shutting down')
    expect(await answer).toEqual({ text: 'a done 🟦', isError: false })
    await drained
    const closed = life.facts.filter((fact) => fact.kind === 'connection.ended' && fact.how === 'complete')
    expect(closed.length).toBeGreaterThan(1)
  })

  test('is not kept by a tool that takes too long', async () => {
    const bench = start()
    const life = await begin(bench)
    const { progress } = life.call('a', 1_000_000)
    await turnsUntil(() => progress.length > 0, 'progress')
    await bench.endpoint.drain(1)
    expect(bench.endpoint.snapshot().sessions[0]?.record.running).toMatchObject([{ stream: 'call-2', tool: 'work' }])
    life.client.close()
  })
})
