/** Who may ask: Host, Origin and CORS. */

import { describe, expect, it } from 'vitest'
import { initializeMessage, MCP_URL } from '../../../test/support/server/requests'
import { testServerWith } from '../../../test/support/server/test-server'
import { createMemoryLog } from '../../event-store/memory-log'

const setup = testServerWith(createMemoryLog)

const access = {
  allowedHosts: ['mcp.example.org', '10.0.0.7:3000', 'plug.example.org:443', '[2001:db8::7]:8080'],
  allowedOrigins: ['https://book.example.org'],
}

const statusOf = async (headers: Record<string, string>) => (await setup({ access }).post(initializeMessage(), headers)).status

describe('Host', () => {
  it.each([
    ['localhost', 200],
    ['localhost:3000', 200],
    ['LOCALHOST:81', 200],
    ['127.0.0.1:3000', 200],
    ['[::1]:3000', 200],
    ['mcp.example.org', 200],
    ['mcp.example.org:8443', 200],
    ['10.0.0.7:3000', 200],
    ['10.0.0.7:3001', 403],
    ['10.0.0.7', 403],
    ['evil.example.org', 403],
    ['localhost.evil.example', 403],
    ['127.0.0.1.nip.io', 403],
    ['LocalHost.', 200],
    ['localhost.:3000', 200],
    ['localhost..', 403],
    ['[0:0:0:0:0:0:0:1]', 200],
    ['[::1]:443', 200],
    ['MCP.example.ORG.', 200],
    ['mcp.example.org:443', 200],
    ['10.0.0.7:03000', 200],
    ['plug.example.org', 200],
    ['plug.example.org:443', 200],
    ['plug.example.org:80', 403],
    ['plug.example.org:8443', 403],
    ['[2001:DB8:0:0::7]:8080', 200],
    ['[2001:db8::7]', 403],
    ['[2001:db8::8]:8080', 403],
    ['[::1', 403],
    ['', 403],
    ['localhost/..', 403],
    ['a@localhost', 403],
  ])('%j is answered %i', async (host, status) => {
    expect(await statusOf({ host })).toBe(status)
  })
})

describe('Origin', () => {
  it.each([
    ['http://localhost:3000', 200],
    ['http://localhost:9999', 200],
    ['http://127.0.0.1', 200],
    ['http://[::1]:3000', 200],
    ['https://book.example.org', 200],
    ['https://Book.Example.ORG', 200],
    ['https://book.example.org:443', 200],
    ['https://book.example.org.', 200],
    ['http://LOCALHOST.:1', 200],
    ['http://[0:0:0:0:0:0:0:1]', 200],
    ['https://book.example.org/page', 403],
    ['https://me@book.example.org', 403],
    ['https://book.example.org:80', 403],
    ['http://book.example.org:443', 403],
    ['https://book.example.org:444', 403],
    ['http://book.example.org', 403],
    ['https://evil.example', 403],
    ['null', 403],
    ['', 403],
    ['file://localhost', 403],
  ])('%j is answered %i', async (origin, status) => {
    expect(await statusOf({ origin })).toBe(status)
  })

  it.each([
    ['mcp.example.org:443', 'https://mcp.example.org', 200],
    ['mcp.example.org', 'https://mcp.example.org:443', 200],
    ['mcp.example.org', 'https://mcp.example.org', 200],
    ['mcp.example.org:80', 'http://mcp.example.org', 200],
    ['mcp.example.org', 'http://mcp.example.org:80', 200],
    ['MCP.example.org.', 'https://mcp.EXAMPLE.org', 200],
    ['mcp.example.org', 'https://mcp.example.org.', 200],
    ['[2001:DB8::7]:8080', 'http://[2001:db8:0::7]:8080', 200],
    ['mcp.example.org:443', 'http://mcp.example.org', 403],
    ['mcp.example.org:80', 'https://mcp.example.org', 403],
    ['mcp.example.org:8443', 'https://mcp.example.org', 403],
    ['mcp.example.org', 'https://mcp.example.org:8443', 403],
    ['mcp.example.org', 'https://mcp.example.org.evil.example', 403],
  ])('Host %s with Origin %s is answered %i', async (host, origin, status) => {
    expect(await statusOf({ host, origin })).toBe(status)
  })

  it('of the very host that is asked is allowed', async () => {
    expect(await statusOf({ host: 'mcp.example.org:8443', origin: 'https://mcp.example.org:8443' })).toBe(200)
    expect(await statusOf({ host: 'mcp.example.org', origin: 'https://other.example.org' })).toBe(403)
  })
})

it('a server inside a page asks for neither', async () => {
  const { endpoint } = setup({ trustAllHosts: true })
  const headers = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' }
  const request = new Request('https://inpage.invalid/mcp', { method: 'POST', headers, body: JSON.stringify(initializeMessage()) })
  expect((await endpoint.handle(request)).status).toBe(200)
})

describe('CORS', () => {
  const options = (origin: string) =>
    setup({ access }).endpoint.handle(new Request(MCP_URL, { method: 'OPTIONS', headers: { host: 'localhost', origin } }))

  it('answers a preflight from a configured origin with the headers MCP needs', async () => {
    const response = await options('https://book.example.org')
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('https://book.example.org')
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST, DELETE, OPTIONS')
    for (const name of ['Mcp-Session-Id', 'Last-Event-ID', 'MCP-Protocol-Version', 'Content-Type', 'Accept', 'Authorization']) {
      expect(response.headers.get('access-control-allow-headers')).toContain(name)
    }
    expect(response.headers.get('vary')).toContain('Origin')
  })

  it('gives other origins no such headers', async () => {
    const response = await options('http://localhost:9999')
    expect(response.status).toBe(204)
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('lets a configured origin read the answers, errors included, and the ids in their headers', async () => {
    const { post } = setup({ access })
    const origin = 'https://book.example.org'
    for (const response of [await post(initializeMessage(), { origin }), await post({}, { origin })]) {
      expect(response.headers.get('access-control-allow-origin')).toBe(origin)
      expect(response.headers.get('access-control-expose-headers')).toMatch(/Mcp-Session-Id.*X-First-Event-Id/)
    }
    expect((await post(initializeMessage())).headers.get('access-control-allow-origin')).toBeNull()
  })
})
