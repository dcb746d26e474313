/** The door in front of a Node HTTP server, over real sockets: methods, forwarded headers, time limits, connections. */
import diagnostics from 'node:diagnostics_channel'
import { EventEmitter, once } from 'node:events'
import { request as ask, createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type DoorConfig, openDoor } from './door'

const LIMITS: DoorConfig['door'] = { maxConnections: 3, connectionIdleMs: 1000, headersMs: 300, requestMs: 600 }

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A server behind the door, which answers every request with the headers it was given. */
async function serve(config: Partial<DoorConfig> = {}) {
  const warnings: string[] = []
  const paths: string[] = []
  const server = createServer({ connectionsCheckingInterval: 50 }, (request, response) => {
    paths.push(`${request.method} ${request.url}`)
    request.resume().on('end', () => response.end(JSON.stringify(request.headers)))
  })
  closing.push(openDoor({ door: LIMITS, trustedProxies: [], ...config }, (text) => warnings.push(text)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => void server.close().closeAllConnections())
  return { server, warnings, paths, port: (server.address() as AddressInfo).port }
}

async function send(port: number, method: string, path: string, headers: Record<string, string> = {}) {
  const sent = ask({ host: '127.0.0.1', port, method, path, headers, agent: false }).end()
  const [response] = await once(sent, 'response')
  let text = ''
  for await (const part of response) text += part
  return { status: response.statusCode as number, headers: response.headers as IncomingHttpHeaders, text }
}

describe('a method that nobody serves', () => {
  it.each([
    ['TRACE', '/mcp', 'GET, POST, DELETE, OPTIONS'],
    ['TRACE', '/observations?x=1', 'GET, OPTIONS'],
    ['PROPFIND', '/faults', 'POST, OPTIONS'],
    ['TRACE', '/health', 'GET, HEAD, OPTIONS'],
    ['SEARCH', '/oembed', 'GET, HEAD, OPTIONS'],
    ['TRACE', '/', 'GET, HEAD'],
    ['PURGE', '/__proto__', 'GET, HEAD'],
  ])('%s %s gets 405 with Allow: %s, and never reaches the app', async (method, path, allow) => {
    const { port, paths } = await serve()
    const { status, headers, text } = await send(port, method, path)
    expect([status, headers.allow, headers['content-type']]).toEqual([405, allow, 'application/json'])
    expect(JSON.parse(text)).toMatchObject({ jsonrpc: '2.0', id: null, error: { message: expect.stringContaining(method) } })
    expect(paths).toEqual([])
    expect((await send(port, 'GET', path)).status).toBe(200)
  })
})

describe('what proxies say', () => {
  const forwarded = { 'x-forwarded-for': '198.51.100.1', 'x-forwarded-proto': 'https', forwarded: 'for=x', 'x-ptp-client': 'me' }

  it('is taken away from a peer that is not trusted, with one warning', async () => {
    const { port, warnings } = await serve()
    for (let i = 0; i < 2; i++) {
      const seen = JSON.parse((await send(port, 'GET', '/', forwarded)).text)
      expect(Object.keys(seen).sort()).toEqual(['connection', 'host'])
    }
    expect(warnings).toEqual([expect.stringContaining('Set PTP_TRUSTED_PROXY=127.0.0.1')])
  })

  it('is believed from one that is', async () => {
    const { port, warnings } = await serve({ trustedProxies: ['127.0.0.0/8'] })
    expect(JSON.parse((await send(port, 'GET', '/', forwarded)).text)).toMatchObject({
      'x-forwarded-proto': 'https',
      'x-ptp-client': '198.51.100.1',
    })
    expect(warnings).toEqual([])
  })
})

/** The text that comes back on a bare socket until it is closed. */
async function untilClosed(port: number, write: string, more?: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.setEncoding('utf8').on('data', (part) => {
    text += part
  })
  // The server has closed while this end still writes: a reset, after the answer.
  socket.on('error', () => {})
  const closed = new Promise((resolve) => socket.on('close', resolve))
  socket.write(write)
  const dribble = more === undefined ? undefined : setInterval(() => socket.write(more), 50)
  await closed
  clearInterval(dribble)
  return text
}

describe('a slow sender', () => {
  it('of headers is closed with 408', async () => {
    const { port } = await serve()
    expect(await untilClosed(port, 'GET / HTTP/1.1\r\nhost: x\r\n', 'x-a: b\r\n')).toContain('408')
  })

  it('of a body is closed with 408', async () => {
    const { port } = await serve()
    expect(await untilClosed(port, 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100000\r\n\r\n', '{')).toContain('408')
  })
})

describe('connections', () => {
  it('have the idle time of the setting, and a long answer is left alone', async () => {
    const server = createServer({ connectionsCheckingInterval: 50 }, (_, response) => {
      response.write('first')
      setTimeout(() => response.end('last'), 900)
    })
    closing.push(openDoor({ door: LIMITS, trustedProxies: [] }, () => {}))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closing.push(() => void server.close().closeAllConnections())
    const { port } = server.address() as AddressInfo
    expect((await send(port, 'GET', '/')).text).toBe('firstlast')
    expect([server.keepAliveTimeout, server.headersTimeout, server.requestTimeout]).toEqual([1000, 300, 600])
  })

  it('of one address are at most as many as the setting says; this computer and proxies are not counted', async () => {
    const { server } = await serve({ trustedProxies: ['10.0.0.1'] })
    const come = (remoteAddress: string) => arrive(server, remoteAddress)
    const own = [come('203.0.113.7'), come('::ffff:203.0.113.7'), come('203.0.113.7'), come('203.0.113.7')]
    expect(own.map(({ destroyed }) => destroyed)).toEqual([false, false, false, true])
    expect(come('203.0.113.8').destroyed).toBe(false)
    for (let i = 0; i < 9; i++) expect([come('127.0.0.1').destroyed, come('10.0.0.1').destroyed]).toEqual([false, false])
    own[0]?.emit('close')
    expect(come('203.0.113.7').destroyed).toBe(false)
    expect(come('203.0.113.7').destroyed).toBe(true)
  })
})

/** A socket that Node reports as new. */
function arrive(server: Server, remoteAddress: string) {
  const socket = Object.assign(new EventEmitter(), {
    server,
    remoteAddress,
    destroyed: false,
    destroy: () => {
      socket.destroyed = true
    },
  })
  diagnostics.channel('net.server.socket').publish({ socket })
  return socket
}
