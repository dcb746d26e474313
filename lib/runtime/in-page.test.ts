/**
 * The server inside the page, with the real client: the same promises as over HTTP. (In Chromium: e2e/in-page.spec.ts.)
 */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { expectReceivedOnce } from '../../test/fuzz/agreement'
import { memoryStorage } from '../../test/fuzz/harness'
import { connectClient } from '../client/connect'
import type { StorageLike } from '../client/kept-session'
import { createPlug } from '../client/network/plug'
import type { ClientFact, Observe, ServerFact } from '../protocol/observation'
import type { Sleep } from '../streams/sleep'
import { createInPageRuntime, type InPageRuntime } from './in-page'
import { ensureRandomUuid, randomUuid } from './random-uuid'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const ACCEPT = 'application/json, text/event-stream'
const atOnce = () => new Promise<void>((resolve) => setImmediate(resolve))

const started: InPageRuntime[] = []
afterEach(async () => {
  vi.unstubAllGlobals()
  for (const runtime of started.splice(0)) await runtime.close()
})

function start(storage?: StorageLike, sleep: Sleep = atOnce): InPageRuntime {
  const runtime = createInPageRuntime(storage, { sleep })
  started.push(runtime)
  return runtime
}

async function connect(runtime: InPageRuntime, storage?: StorageLike) {
  const facts: ClientFact[] = []
  const observe: Observe = (fact) => void facts.push(fact as ClientFact)
  const plug = createPlug({ observe })
  const client = await connectClient({
    observe,
    transport: { endpoint: runtime.endpoint, fetch: runtime.fetch, plug, sleep: atOnce },
    session: { storage },
  })
  const seen: ServerFact[] = []
  const stop = new AbortController()
  const watching = runtime.watch(client.sessionId ?? '', ({ fact }) => void seen.push(fact), stop.signal)
  const paint = () => client.callTool({ call: 'a', tool: 'paint_picture', args: { picture: 'lighthouse', delay: 100 } })
  return { client, plug, facts, seen, stop, watching, paint }
}

describe('the runtime in the page', () => {
  test('IP1 a run that is cut and resumed ends exactly, and the feed tells what the server saw', async () => {
    const life = await connect(start())
    const answer = life.paint()
    await expect.poll(() => life.facts.filter(({ kind }) => kind === 'event.received').length).toBeGreaterThan(3)
    life.plug.pull()
    await expect.poll(() => life.seen.some((fact) => fact.kind === 'stream.detached' && fact.how === 'gone')).toBe(true)
    life.plug.push()
    expect((await answer).isError).toBe(false)
    await life.client.end()
    await life.watching
    expectReceivedOnce(life.facts, life.seen)
    expect(life.seen.at(-1)?.kind).toBe('session.ended')
  })

  test('IP2 an exchange that is aborted rejects with its reason, and the server sees the connection go', async () => {
    const runtime = start()
    const { client, seen } = await connect(runtime)
    const abort = new AbortController()
    const headers = { accept: ACCEPT, 'content-type': 'application/json', 'mcp-session-id': client.sessionId ?? '' }
    const call = { jsonrpc: '2.0', id: 77, method: 'tools/call', params: { name: 'countdown', arguments: {} } }
    const response = await runtime.fetch(runtime.endpoint, { method: 'POST', headers, body: JSON.stringify(call), signal: abort.signal })
    const reader = response.body?.getReader()
    await reader?.read()
    abort.abort()
    await expect(reader?.read()).rejects.toThrow('aborted')
    await expect.poll(() => seen.some((fact) => fact.kind === 'stream.detached' && fact.how === 'gone')).toBe(true)
    await expect(runtime.fetch(runtime.endpoint, { signal: abort.signal })).rejects.toThrow('aborted')
  })

  test('IP3 two runtimes know nothing of each other', async () => {
    const [one, other] = [start(), start()]
    const [first, second] = [await connect(one), await connect(other)]
    const headers = { accept: 'text/event-stream', 'mcp-session-id': first.client.sessionId ?? '' }
    expect((await other.fetch(other.endpoint, { headers })).status).toBe(404)
    first.plug.pull()
    const answers = [first.paint().catch((error: Error) => error.message), second.paint()]
    expect(await answers[0]).toContain('Failed to fetch')
    expect(await answers[1]).toMatchObject({ isError: false })
  })

  test('IP4 nothing goes out on the network', async () => {
    const network = vi.fn<typeof fetch>()
    vi.stubGlobal('fetch', network)
    const { paint } = await connect(start())
    await paint()
    expect(network).not.toHaveBeenCalled()
  })

  test('IP5 a page that is loaded anew finds its session again, with every event, and is told that the tool died', async () => {
    const storage = memoryStorage()
    let steps = 0
    const first = start(storage, (_, signal) =>
      steps++ < 5 ? atOnce() : new Promise((stop) => signal.addEventListener('abort', () => stop())),
    )
    const before = await connect(first, storage)
    before.paint().catch(() => {})
    await expect.poll(() => before.facts.filter(({ kind }) => kind === 'event.received').length).toBeGreaterThan(3)
    first.keep()
    before.client.close()
    const stored = before.seen.filter((fact) => fact.kind === 'event.stored').length
    await first.close()

    const after = await connect(start(storage), storage)
    expect(after.client.sessionId).toBe(before.client.sessionId)
    await expect(after.client.adopt()).rejects.toThrow('The server restarted while "paint_picture" was running')
    await expect.poll(() => after.seen.filter((fact) => fact.kind === 'event.stored').length).toBeGreaterThan(stored)
    expect(after.seen.some((fact) => fact.kind === 'server.restarted' && fact.keeps === 'log')).toBe(true)
    const rows = [...before.facts, ...after.facts].flatMap((fact) =>
      fact.kind === 'event.received' && fact.id?.startsWith('call-2/') && fact.data !== '' ? [fact.id] : [],
    )
    expect(rows, 'each event once, over both lives').toEqual(rows.map((_, i) => `call-2/${i + 1}`))
    expect((await after.paint()).isError).toBe(false)
  })

  test('IP5 what is kept is taken once, and damaged or forbidden storage is no error', async () => {
    const storage = memoryStorage()
    const first = start(storage)
    const { client } = await connect(first)
    first.keep()
    const headers = { accept: 'text/event-stream', 'mcp-session-id': client.sessionId ?? '' }
    const statusAt = async (runtime: InPageRuntime) => (await runtime.fetch(runtime.endpoint, { headers })).status
    expect(await statusAt(start(storage))).toBe(200)
    expect(await statusAt(start(storage))).toBe(404)
    storage.setItem('pull-the-plug.server', '{"version":1')
    expect(await statusAt(start(storage))).toBe(404)
    const forbidden = () => {
      throw new DOMException('no', 'SecurityError')
    }
    const off = start({ getItem: forbidden, setItem: forbidden, removeItem: forbidden })
    off.keep()
    expect(await statusAt(off)).toBe(404)
  })

  test('a session the server does not have cannot be watched', async () => {
    await expect(start().watch('nobody', () => {}, new AbortController().signal)).rejects.toThrow('404')
  })
})

describe('a page without crypto.randomUUID', () => {
  test('is given one from the same source of randomness', () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
    ensureRandomUuid()
    expect(crypto.randomUUID()).toMatch(UUID)
    expect(new Set(Array.from({ length: 100 }, randomUuid)).size).toBe(100)
  })
})
