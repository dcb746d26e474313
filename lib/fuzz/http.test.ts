/**
 * The same client over real sockets: Node's fetch, a Node HTTP server in front of the endpoint, and a plug that is pulled by hand.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createRemoteRuntime } from '../runtime/remote'
import type { ServerFact } from '../trace/observation'
import { expectBytesAgree, expectReceivedOnce, expectResumesExact } from './agreement'
import { type Bench, begin, createBench, turn } from './harness'

let bench: Bench
let server: Server
afterEach(async () => {
  await bench.endpoint.close()
  server.closeAllConnections()
  server.close()
})

async function listen(): Promise<URL> {
  bench = createBench()
  server = createServer((incoming, outgoing) => void serve(incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const { method = 'GET', url = '/' } = incoming
  const headers = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]))
  const body = chunks.length > 0 ? Buffer.concat(chunks) : null
  const request = new Request(new URL(url, 'http://page.test'), { method, headers, body })
  const { endpoint } = bench
  const serving = url.startsWith('/observations')
    ? endpoint.feed(request)
    : url.startsWith('/faults')
      ? endpoint.control(request)
      : endpoint.handle(request)
  const response = await serving
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.flushHeaders()
  const reader = response.body?.getReader()
  outgoing.on('close', () => reader?.cancel().catch(() => {}))
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) outgoing.write(part.value)
    outgoing.end()
  } catch {
    // The body broke off, and so does the connection.
    outgoing.destroy()
  }
}

test('over real sockets: cut after each progress message, everything arrives exactly once, and the feed hears it all', async () => {
  const runtime = createRemoteRuntime(await listen())
  const life = await begin(bench, { endpoint: runtime.endpoint, fetch: runtime.fetch })
  const facts: ServerFact[] = []
  const watching = runtime.watch(life.client.sessionId ?? '', ({ fact }) => void facts.push(fact), new AbortController().signal)
  const { answer, progress } = life.call('a', 12)
  let settled = false
  answer.finally(() => {
    settled = true
  })
  for (let seen = 0; !settled; ) {
    if (progress.length > seen) {
      seen = progress.length
      life.plug.pull()
      await turn()
      life.plug.push()
    }
    await turn()
  }
  expect(await answer).toEqual({ text: 'a done 🟦', isError: false })
  expect(progress).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
  await expect.poll(() => life.logged.length).toBe(12 + bench.announced.length)
  expect(bench.runs.get('a')).toBe(1)
  expect(life.facts.filter(({ kind }) => kind === 'plug.pulled').length).toBeGreaterThan(0)
  await life.client.end()
  await watching
  expect(facts).toEqual(bench.server)
  expectReceivedOnce(life.facts, facts)
  expectResumesExact(life.facts)
  await expect
    .poll(() => life.facts.filter(({ kind }) => kind === 'connection.ended' || kind === 'connection.failed').length)
    .toBe(life.facts.filter(({ kind }) => kind === 'connection.opened').length)
  expectBytesAgree(life.facts, life.bytes)
})

test('over real sockets: a restart that keeps the log breaks the connection off, and the call fails with the reason', async () => {
  const runtime = createRemoteRuntime(await listen())
  const life = await begin(bench, { endpoint: runtime.endpoint, fetch: runtime.fetch })
  const session = life.client.sessionId ?? ''
  const facts: ServerFact[] = []
  const watching = runtime.watch(session, ({ fact }) => void facts.push(fact), new AbortController().signal)
  const { answer, progress } = life.call('a', 100_000)
  await expect.poll(() => progress.length).toBeGreaterThan(3)
  await runtime.control(session, { fault: 'restart', keeps: 'log' })
  await expect(answer).rejects.toThrow('The server restarted while "work" was running, and nothing goes on with it. Call again.')
  expect(progress).toEqual(Array.from({ length: progress.length }, (_, i) => i + 1))
  expect(life.facts).toContainEqual(expect.objectContaining({ kind: 'connection.ended', how: 'severed' }))
  expect((await life.call('b', 2).answer).text).toContain('b done')
  await expect(runtime.control(session, { fault: 'evict', leave: -1 })).rejects.toThrow('"leave" of "evict" is -1')
  await runtime.control(session, { fault: 'restart', keeps: 'nothing' })
  await watching
  expect(facts.at(-1)).toMatchObject({ kind: 'session.ended', reason: 'restarted' })
})
