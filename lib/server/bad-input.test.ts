/**
 * Malformed requests of every kind: each gets its 4xx with a JSON body that names the value and says what to do, and a run in
 * another session goes on undisturbed to its exact end.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { badRequests, ping, requestOf } from '../../test/support/server/bad-input-cases'
import { dataOf, type FrameReader } from '../../test/support/server/frames'
import { MCP_URL, POST_HEADERS } from '../../test/support/server/requests'
import { testServerWith } from '../../test/support/server/test-server'
import { createMemoryLog } from '../event-store/memory-log'
import { PICTURES } from '../model/tools/pictures'

const setup = testServerWith(createMemoryLog)

describe('a malformed request', () => {
  const server = setup({ limits: { maxBody: 8192, maxEvents: 4096 } })
  let live = ''
  let run: FrameReader

  beforeAll(async () => {
    live = (await server.open()).id
    run = await (await server.open()).call(1, 'paint_picture', { picture: 'cat' })
    await server.work.step(3)
  })

  it('comes in at least sixty kinds', () => {
    expect(badRequests.length).toBeGreaterThanOrEqual(60)
    expect(new Set(badRequests.map(({ what }) => what)).size).toBe(badRequests.length)
  })

  it.each(badRequests.map((each) => [each.what, each] as const))('%s', async (_, each) => {
    const response = await server.endpoint.handle(requestOf(each, live))
    expect(response.status).toBe(each.status)
    expect(response.headers.get('content-type')).toBe('application/json')
    const text = await response.text()
    const body = JSON.parse(text)
    expect(body).toMatchObject({ jsonrpc: '2.0', id: each.id ?? null, error: { code: expect.any(Number), message: expect.any(String) } })
    for (const part of each.says)
      expect(text.includes(String(part)) || body.error.message.includes(String(part)), `${part} in ${text}`).toBe(true)
    expect(text).not.toMatch(/\n\s+at |\.ts:\d|\.js:\d|node_modules/)
    expect(text.length).toBeLessThan(700)
    if (each.status === 405) expect(response.headers.get('allow')).toBe('GET, POST, DELETE, OPTIONS')
  })

  it('of endless length is read only as far as the limit', async () => {
    let pulled = 0
    let cancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1000
        controller.enqueue(new Uint8Array(1000).fill(32))
      },
      cancel() {
        cancelled = true
      },
    })
    const headers = { ...POST_HEADERS, 'mcp-session-id': live }
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body: endless, duplex: 'half' }
    const response = await server.endpoint.handle(new Request(MCP_URL, init))
    expect(response.status).toBe(413)
    expect(cancelled).toBe(true)
    expect(pulled).toBeLessThan(20_000)
  })

  it('whose body breaks off is refused', async () => {
    const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('socket hang up at net.js:1')) })
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers: POST_HEADERS, body: broken, duplex: 'half' }
    const response = await server.endpoint.handle(new Request(MCP_URL, init))
    expect(response.status).toBe(400)
    expect((await response.json()).error.message).toContain('broke off')
  })

  it('that reuses the id of a running request is refused, and the running one goes on', async () => {
    const id = run.response.headers.get('mcp-session-id') ?? ''
    const response = await server.post({ ...ping, id: 1 }, { 'mcp-session-id': id })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ id: 1, error: { message: expect.stringContaining('still being worked on') } })
  })

  afterAll(async () => {
    expect(server.errors).toEqual([])
    const rows = PICTURES.find(({ name }) => name === 'cat')?.rows ?? []
    await server.work.step(13)
    const messages = (await run.rest()).map(dataOf).filter((message) => message !== null)
    expect(messages.slice(0, 16).map((message) => message.params.message)).toEqual(rows)
    expect(messages[16].result.content).toEqual([{ type: 'text', text: rows.join('\n') }])
    expect(messages).toHaveLength(17)
  })
})
