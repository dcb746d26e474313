/**
 * What stands between the sockets and Next, in whatever way Next was started: the time limits of HTTP, a cap on the connections of one
 * address, methods that nobody serves, and who a request is from. Next hands over neither its server nor its sockets, so this listens to
 * Node's diagnostics channel for new sockets, and takes the server from the first.
 */
import diagnostics from 'node:diagnostics_channel'
import { type IncomingMessage, Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { CLIENT_HEADER } from '#lib/server/http/client'
import type { EndpointConfig } from '#lib/server/http/config'
import { refusalResponse } from '#lib/server/http/errors'
import { wrongMethod } from '#lib/server/http/guard'
import { methodsOf } from '#lib/server/http/methods'
import { clientAddress, type IsTrusted, isLoopback, plainAddress, trustedIn } from './address'

/** What Next and the Request of the platform know. TRACE is an error in both, and a 500. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** What proxies say of a request. Believed from those that are trusted, taken away from everybody else. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto', 'x-real-ip']

export type DoorConfig = Pick<EndpointConfig, 'door' | 'trustedProxies'>

type Door = {
  readonly limits: EndpointConfig['door']
  readonly isTrusted: IsTrusted
  readonly warn: (text: string) => void
  /** address → how many of its connections are open */
  readonly open: Map<string, number>
  readonly servers: WeakSet<Server>
}

/** Stands at the door of every HTTP server of this process, from its first connection on. Returns what goes away again. */
export function openDoor({ door: limits, trustedProxies }: DoorConfig, warn: (text: string) => void): () => void {
  const door: Door = { limits, isTrusted: trustedIn(trustedProxies), warn: once(warn), open: new Map(), servers: new WeakSet() }
  const onSocket = (message: unknown): void => {
    const { socket } = message as { readonly socket: Socket & { readonly server?: unknown } }
    if (!(socket.server instanceof Server)) return
    if (!door.servers.has(socket.server)) prepareServer(socket.server, door)
    admit(socket, door)
  }
  diagnostics.subscribe('net.server.socket', onSocket)
  return () => void diagnostics.unsubscribe('net.server.socket', onSocket)
}

function prepareServer(server: Server, door: Door): void {
  door.servers.add(server)
  server.keepAliveTimeout = door.limits.connectionIdleMs
  server.headersTimeout = Math.min(door.limits.headersMs, door.limits.requestMs)
  server.requestTimeout = door.limits.requestMs
  const inner = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[]
  server.removeAllListeners('request')
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    markClient(request, door)
    if (!METHODS.has(request.method ?? '')) return void refuseMethod(request, response)
    for (const listener of inner) listener.call(server, request, response)
  })
}

/** Closes one connection too many of an address at once. This computer and trusted proxies, who speak for many, are not counted. */
function admit(socket: Socket, { limits, isTrusted, open }: Door): void {
  const address = clientAddress(socket.remoteAddress, undefined, isTrusted)
  if (address === undefined || isTrusted(plainAddress(socket.remoteAddress))) return
  const count = (open.get(address) ?? 0) + 1
  if (count > limits.maxConnections) return void socket.destroy()
  open.set(address, count)
  socket.once('close', () => {
    const left = (open.get(address) ?? 1) - 1
    if (left > 0) open.set(address, left)
    else open.delete(address)
  })
}

/** Says in a header of ours who the request is from, whatever the client wrote there. */
function markClient({ headers, socket }: IncomingMessage, { isTrusted, warn }: Door): void {
  const peer = plainAddress(socket.remoteAddress)
  const forwardedFor = headers['x-forwarded-for']
  const client = clientAddress(peer, Array.isArray(forwardedFor) ? forwardedFor.join() : forwardedFor, isTrusted)
  delete headers[CLIENT_HEADER]
  if (client !== undefined) headers[CLIENT_HEADER] = client
  if (isTrusted(peer)) return
  if (forwardedFor !== undefined && isLoopback(peer)) {
    warn(`Requests come through a proxy at ${peer} that is not trusted. Set PTP_TRUSTED_PROXY=${peer}, so that each client has its share.`)
  }
  for (const name of FORWARDED) delete headers[name]
}

async function refuseMethod({ method = '', url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = refusalResponse(wrongMethod(method, methodsOf(url.split('?', 1)[0] ?? '/')))
  // What may still come of its body is not read.
  response.writeHead(refusal.status, { ...Object.fromEntries(refusal.headers), connection: 'close' }).end(await refusal.text())
}

function once(warn: (text: string) => void): (text: string) => void {
  let said = false
  return (text) => {
    if (!said) warn(text)
    said = true
  }
}
