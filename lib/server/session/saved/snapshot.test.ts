/**
 * A process that goes and another that comes: what the first leaves behind is plain data, and the real client resumes over it.
 */
import { afterEach, describe, expect, test } from 'vitest'
import { expectReceivedOnce, expectResumesExact } from '../../../../test/fuzz/agreement'
import { type Bench, begin, createBench, type Life, turn, turnsUntil } from '../../../../test/fuzz/harness'
import { createMemoryLog } from '../../../event-store/memory-log'
import type { EndpointSnapshot } from './snapshot'
import { readSnapshot, snapshotText } from './snapshot'

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
function throughText(bench: Bench): EndpointSnapshot {
  const failed: Error[] = []
  const { snapshot, problems } = readSnapshot(snapshotText(bench.endpoint.snapshot(), (error) => failed.push(error)))
  expect([failed, problems]).toEqual([[], []])
  return snapshot
}

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

/** A session as a server left it: one call answered, one still running. */
async function leftSession() {
  const bench = start()
  const life = await begin(bench)
  await life.call('a', 2).answer
  life.call('b', 4000).answer.catch(() => {})
  await turnsUntil(() => bench.runs.has('b'), 'the second call')
  const [session] = JSON.parse(JSON.stringify(bench.endpoint.snapshot())).sessions
  return session
}

test('a snapshot of version 1 told of faults in sentences: they stay as they were said', async () => {
  const fact = { kind: 'fault.set', fault: 'evict', state: 'struck', detail: 'leaves 2 of each stream' }
  const session = { ...(await leftSession()), feed: { first: 0, facts: [{ at: 1, fact }] } }
  const noted = readSnapshot(JSON.stringify({ version: 1, sessions: [session] })).snapshot.sessions[0]?.feed.facts[0]
  expect(noted).toEqual({ at: 1, fact: { ...fact, detail: { code: 'quoted', quoted: 'leaves 2 of each stream' } } })
})

test('a snapshot of version 2 was one object with all sessions: each of them goes on', async () => {
  const sessions = [await leftSession(), await leftSession()]
  const { snapshot, problems } = readSnapshot(JSON.stringify({ version: 2, sessions }))
  expect(problems).toEqual([])
  expect(snapshot.sessions).toEqual(sessions)
})

describe('a snapshot that is no use', () => {
  test.each([
    ['not JSON', '{', 'it is not JSON, and begins "{"'],
    ['something else', '[]', 'it is version unknown, this server reads 1 to 3'],
    ['another version', '{"version":4,"sessions":[{}]}', 'it is version 4, this server reads 1 to 3'],
    ['damaged', '{"version":1,"sessions":[{}]}', 'session.record is undefined, not an object'],
    ['nested', `{"version":3,"x":${'['.repeat(9000)}${']'.repeat(9000)}}`, 'it is nested 9001 levels deep; at most 64 are read'],
  ])('is told when it is %s', (_, text, words) => {
    const { snapshot, problems } = readSnapshot(text)
    expect(snapshot.sessions).toEqual([])
    expect(problems).toEqual([`session 1: ${words}`])
  })
})

describe('a session that no server ever left', () => {
  const STRANGE: readonly (readonly [path: string, value: unknown, says: string])[] = [
    ['record.running', [null], 'session.record.running[0] is null, not an object'],
    ['record.running', null, 'session.record.running is null, not an array'],
    ['record.running', {}, 'session.record.running is object, not an array'],
    ['record.running', [{ stream: 'call-9', request: 1 }], 'session.record.running names stream call-9, which the log has not'],
    ['record.running', [{ stream: '../x', request: 1 }], 'not the name of a stream'],
    ['record.running', [{ stream: 'get', request: {} }], 'running[0].request is object, not a request id'],
    ['record.running', [{ stream: 'get', request: 1, tool: 5 }], 'running[0].tool is number, not a text'],
    ['record.calls', -1, 'session.record.calls is number, not a whole number from 0'],
    ['record.calls', 1, 'session.record.calls is 1, and there is a stream call-2'],
    ['record.calls', '3', 'session.record.calls is string, not a whole number from 0'],
    ['record.standaloneWritten', 'get', 'session.record.standaloneWritten is string, not an event id'],
    ['record.terms', null, 'session.record.terms is null, not an object'],
    ['record.terms.id', '', 'session.record.terms.id is string, not a session id'],
    ['record.terms.id', 'a\nb', 'session.record.terms.id is string, not a session id'],
    ['record.terms.resumable', 'yes', 'session.record.terms.resumable is string, not true or false'],
    ['record.terms.server', 'broken-never', 'session.record.terms.server is string, not one of ours, sdk'],
    ['record.terms.answer', 'xml', 'not one of stream, json'],
    ['record.terms.initialize', {}, 'session.record.terms.initialize is no initialize request'],
    ['record.terms.initialize.params.clientInfo', null, 'session.record.terms.initialize is no initialize request'],
    ['log.streams', [], 'session.log.streams has no stream "get"'],
    ['log.streams.0.next', 1e9, 'session.log.events has not the events'],
    ['log.streams.0.first', 0.5, 'session.log.streams[0].first is number, not a whole number from 0'],
    ['log.streams.1.name', 'get', 'session.log.streams has a name twice'],
    ['log.events', [[99, '']], 'session.log.events names stream 99, and there are'],
    ['log.events', [['0', '']], 'session.log.events[0][0] is string'],
    ['log.events', [null], 'session.log.events[0] is not a pair'],
    ['log.forgotten', [{ prefix: 'call', from: 1 }], 'session.log.forgotten[0].to is undefined'],
    ['feed', 'none', 'session.feed is string, not an object'],
    ['feed.first', -5, 'session.feed.first is number'],
    ['feed.facts', [{ at: 1, fact: { kind: 'event.stored', stream: 'get', data: null } }], 'fact.data is null, not a text'],
    ['feed.facts', [{ at: 1, fact: { kind: 'party' } }], 'fact.kind is string, not one of'],
    ['feed.facts', [{ at: 'now', fact: { kind: 'stream.completed' } }], 'facts[0].at is string, not a time'],
  ]

  test.each(STRANGE)('is refused with a sentence: %s = %j', async (path, value, says) => {
    const session = await leftSession()
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const holder = keys.reduce((inner, key) => inner[key], session)
    holder[last] = value
    const { snapshot, problems } = readSnapshot(JSON.stringify({ version: 3, ...session }))
    expect(snapshot.sessions).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(says)
  })

  test('is refused when another has its id', async () => {
    const line = JSON.stringify({ version: 3, ...(await leftSession()) })
    const { snapshot, problems } = readSnapshot(`${line}\n\n${line}`)
    expect(snapshot.sessions).toHaveLength(1)
    expect(problems).toEqual(['session 2: its session id is that of an earlier one'])
  })
})

test('a session that cannot be written costs only itself', async () => {
  const bench = start()
  await begin(bench)
  await begin(bench)
  const { version, sessions } = bench.endpoint.snapshot()
  const loop: Record<string, unknown> = {}
  loop.again = loop
  const failed: string[] = []
  const text = snapshotText({ version, sessions: [{ ...sessions[0], loop } as never, ...sessions.slice(1)] }, ({ message }) =>
    failed.push(message),
  )
  expect(failed).toEqual([expect.stringContaining('one session cannot be saved, and ends with this process')])
  expect(readSnapshot(text).snapshot.sessions.map(({ record }) => record.terms.id)).toEqual([sessions[1]?.record.terms.id])
})
