/**
 * For tests: an endpoint behind real sockets, a Node HTTP server as a host such as Next is one.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Endpoint } from '../../lib/server/endpoint'

export type HttpServer = { readonly base: URL; close(): void }

export async function listen(endpoint: Endpoint): Promise<HttpServer> {
  const server = createServer((incoming, outgoing) => void serve(endpoint, incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    base: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function serve(endpoint: Endpoint, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const { method = 'GET', url = '/' } = incoming
  const headers = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]))
  const body = chunks.length > 0 ? Buffer.concat(chunks) : null
  const request = new Request(new URL(url, 'http://page.test'), { method, headers, body })
  const answer = url.startsWith('/observations') ? endpoint.feed : url.startsWith('/faults') ? endpoint.control : endpoint.handle
  const response = await answer(request)
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
