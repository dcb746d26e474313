import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { notebook, openBody, scriptedFetch, sse } from '../../../test/support/client/scripted-server'
import { createPlug } from './plug'

const URL_ = 'http://server.test/mcp'

async function readAll(response: Response): Promise<{ bytes: number[]; error?: unknown }> {
  const bytes: number[] = []
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) bytes.push(...part.value)
    return { bytes }
  } catch (error) {
    return { bytes, error }
  }
}

describe('the plug', () => {
  test('PL1 while out, a fetch rejects and sends nothing', async () => {
    const { fetch, asked } = scriptedFetch([])
    const plug = createPlug({ observe() {} })
    plug.pull()
    await expect(plug.wrap(fetch)(URL_)).rejects.toThrow(new TypeError('Failed to fetch'))
    expect(asked).toHaveLength(0)
  })

  test('PL1 PL2 a cut in the very moment of the answer is heard, whichever side of it it falls on', async () => {
    for (let after = 0; after < 12; after++) {
      const plug = createPlug({ observe() {} })
      const { fetch } = scriptedFetch([openBody().response])
      const pending = plug.wrap(fetch)(URL_)
      const heard = pending.then(readAll).then(
        ({ error }) => error,
        (error: unknown) => error,
      )
      for (let i = 0; i < after; i++) await undefined
      plug.pull()
      expect(await heard, `after ${after} microtasks`).toBeInstanceOf(TypeError)
    }
  })

  test('PL1 PL3 a fetch without headers yet rejects, is aborted, and a late answer is let go', async () => {
    const late = openBody()
    let answer = (_: Response) => {}
    const { fetch, asked } = scriptedFetch([() => new Promise((resolve) => (answer = resolve))])
    const plug = createPlug({ observe() {} })
    const pending = plug.wrap(fetch)(URL_)
    plug.pull()
    await expect(pending).rejects.toThrow(new TypeError('Failed to fetch'))
    expect(asked[0]?.signal?.aborted).toBe(true)
    answer(late.response)
    await expect.poll(() => late.cancelled).toBe(true)
  })

  test('PL2 PL3 a body errors after the bytes that got through, and the server notices', async () => {
    const server = openBody()
    const { fetch, asked } = scriptedFetch([server.response])
    const plug = createPlug({ observe() {} })
    const reader = ((await plug.wrap(fetch)(URL_)).body as ReadableStream<Uint8Array>).getReader()
    server.write('abc')
    expect((await reader.read()).value).toEqual(new TextEncoder().encode('abc'))
    plug.pull()
    await expect(reader.read()).rejects.toThrow(new TypeError('network error'))
    expect(server.cancelled).toBe(true)
    expect(asked[0]?.signal?.aborted).toBe(true)
  })

  test('one pull severs every connection, and is observed before they end', async () => {
    const { observe, facts } = notebook()
    const bodies = [openBody(), openBody(), openBody()]
    const { fetch } = scriptedFetch(bodies.map(({ response }) => response))
    const plug = createPlug({ observe })
    const responses = await Promise.all(bodies.map(() => plug.wrap(fetch)(URL_)))
    plug.pull()
    plug.pull()
    for (const response of responses) expect((await readAll(response)).error).toBeInstanceOf(TypeError)
    expect(facts).toEqual([{ kind: 'plug.pulled' }])
  })

  test('a body that nobody has begun to read is severed too', async () => {
    const server = openBody()
    server.write('never read')
    const plug = createPlug({ observe() {} })
    const response = await plug.wrap(scriptedFetch([server.response]).fetch)(URL_)
    plug.pull()
    expect(await readAll(response)).toEqual({ bytes: [], error: new TypeError('network error') })
    expect(server.cancelled).toBe(true)
  })

  test('PL2 the cutHook cuts at an exact byte, inside a multi-byte character, for every byte', async () => {
    const bytes = [...new TextEncoder().encode('🟩é🟥')]
    for (let allowed = 0; allowed <= bytes.length; allowed++) {
      let passed = 0
      const cutHook = (_: number, length: number) => {
        const left = allowed - passed
        passed += length
        return length >= left ? left : undefined
      }
      const plug = createPlug({ observe() {}, cutHook })
      const { fetch } = scriptedFetch([sse([Uint8Array.from(bytes.slice(0, 3)), Uint8Array.from(bytes.slice(3))], 'end')])
      const got = await readAll(await plug.wrap(fetch)(URL_))
      expect(got.bytes).toEqual(bytes.slice(0, allowed))
      expect(got.error).toEqual(new TypeError('network error'))
      expect(plug.state).toBe('out')
    }
  })

  test('the cutHook is told which connection, counted from 0', async () => {
    const seen: [number, number][] = []
    const cutHook = (connection: number, length: number) => {
      seen.push([connection, length])
      return undefined
    }
    const plug = createPlug({ observe() {}, cutHook })
    const fetch = plug.wrap(scriptedFetch([sse(['ab'], 'end'), sse(['cde'], 'end')]).fetch)
    await readAll(await fetch(URL_))
    await readAll(await fetch(URL_))
    expect(seen).toEqual([
      [0, 2],
      [1, 3],
    ])
  })

  test('pushed back in, fetches work again and listeners are told', async () => {
    const { observe, facts } = notebook()
    const plug = createPlug({ observe })
    let told = 0
    const off = plug.onPush(() => told++)
    plug.push()
    plug.pull()
    plug.push()
    off()
    plug.pull()
    plug.push()
    expect(told).toBe(1)
    expect(facts.map(({ kind }) => kind)).toEqual(['plug.pulled', 'plug.pushed', 'plug.pulled', 'plug.pushed'])
    expect((await plug.wrap(scriptedFetch([new Response('ok')]).fetch)(URL_)).status).toBe(200)
  })

  test('PL4 an abort by the caller is an AbortError, before and after the headers', async () => {
    const server = openBody()
    const plug = createPlug({ observe() {} })
    const fetch = plug.wrap(scriptedFetch([() => new Promise(() => {}), server.response]).fetch)
    const early = new AbortController()
    const pending = fetch(URL_, { signal: early.signal })
    early.abort()
    await expect(pending).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
    const late = new AbortController()
    const response = await fetch(URL_, { signal: late.signal })
    late.abort()
    expect((await readAll(response)).error).toMatchObject({ name: 'AbortError' })
    expect(server.cancelled).toBe(true)
  })

  test('answers without a body, and opaque ones, pass as they are', async () => {
    const opaque = Object.defineProperty(new Response('x'), 'status', { value: 0 })
    const plug = createPlug({ observe() {} })
    const fetch = plug.wrap(scriptedFetch([new Response(null, { status: 202 }), opaque]).fetch)
    expect((await fetch(URL_)).status).toBe(202)
    expect(await fetch(URL_)).toBe(opaque)
  })

  test('PL3 over real HTTP, the server sees its connection go', async () => {
    let closed = () => {}
    const gone = new Promise<void>((resolve) => (closed = resolve))
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
      response.on('close', closed)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const plug = createPlug({ observe() {} })
    const { port } = server.address() as AddressInfo
    const response = await plug.wrap(globalThis.fetch)(`http://127.0.0.1:${port}/`)
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    await reader.read()
    plug.pull()
    await expect(reader.read()).rejects.toThrow('network error')
    await gone
    server.closeAllConnections()
    server.close()
  })
})
