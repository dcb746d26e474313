/**
 * The same client over real sockets: Node's fetch, a Node HTTP server in front of the endpoint, and a plug that is pulled by hand.
 */
import { afterEach, expect, test } from 'vitest'
import type { ServerFact } from '../../lib/protocol/observation'
import { createRemoteRuntime } from '../../lib/runtime/remote'
import { expectBytesAgree, expectReceivedOnce, expectResumesExact } from './agreement'
import { type Bench, begin, createBench, turn } from './harness'
import { type HttpServer, listen } from './http-server'

let bench: Bench
let server: HttpServer
afterEach(async () => {
  await bench.endpoint.close()
  server.close()
})

test('over real sockets: cut after each progress message, everything arrives exactly once, and the feed hears it all', async () => {
  bench = createBench()
  server = await listen(bench.endpoint)
  const runtime = createRemoteRuntime(server.base)
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
  bench = createBench()
  server = await listen(bench.endpoint)
  const runtime = createRemoteRuntime(server.base)
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
