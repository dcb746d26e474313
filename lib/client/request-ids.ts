/**
 * The SDK's transport with request ids that never repeat in a session, also after a reload, where the SDK counts from 0 again.
 * Spec: MCP 2025-11-25, basic, "The request ID MUST NOT have been previously used by the requestor within the same session."
 *
 * WI1 A request goes out as `firstId + local id`, its progress token likewise; responses, errors and progress are mapped back.
 * WI2 A request that is given a resumption token is adopted, not POSTed: its stream is resumed, and the old id on the wire mapped to it.
 * WI3 A refused resume rejects the adopted request at once.
 * WI4 A cancellation names the id on the wire, and is POSTed for adopted requests too; when the network is out, once it returns.
 * WI5 An answer to a request that this life never sent or adopted is reported as an error, and given to nobody.
 */
import type { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js'
import type { RequestId } from '../protocol/json-rpc'

export type RequestIdOptions = {
  /** The id on the wire of the first request. */
  readonly firstId: number
  /** A new id is about to leave. */
  readonly onRequest?: (wireId: number) => void
  /** The call was cancelled: nobody awaits its answer. */
  readonly onCancelled?: (wireId: RequestId) => void
  /** Calls the listener when the network returns; the result takes the call back. */
  readonly onPush?: (listener: () => void) => () => void
  /** The request that an earlier life POSTed, by its resumption token. */
  readonly requestOf?: (resumptionToken: string) => RequestId | undefined
}

export type RequestIdTransport = Transport & {
  /** The wire id of the newest request that was sent or adopted. */
  readonly newest: RequestId | undefined
}

type State = {
  readonly inner: StreamableHTTPClientTransport
  readonly options: RequestIdOptions
  /** ids on the wire → the SDK's */
  readonly localOf: Map<RequestId, number>
  /** the SDK's ids → those on the wire */
  readonly wireOf: Map<number, RequestId>
  newest: RequestId | undefined
  /** takes back the cancellation that waits for the network */
  forgetCancelled: () => void
}

/** Wraps the SDK's transport; give the result to `Client.connect`. */
export function createRequestIds(inner: StreamableHTTPClientTransport, options: RequestIdOptions): RequestIdTransport {
  const state: State = { inner, options, localOf: new Map(), wireOf: new Map(), newest: undefined, forgetCancelled: () => {} }
  const transport: RequestIdTransport = {
    get newest() {
      return state.newest
    },
    get sessionId() {
      return inner.sessionId
    },
    setProtocolVersion: (version) => inner.setProtocolVersion(version),
    async start() {
      inner.onclose = () => transport.onclose?.()
      inner.onerror = (error) => transport.onerror?.(error)
      inner.onmessage = (message) => {
        const mapped = incoming(state, message)
        if (mapped) transport.onmessage?.(mapped)
        else transport.onerror?.(new Error(`A message for a request this page does not know: ${JSON.stringify(message)}`))
      }
      await inner.start()
    },
    send: (message, sendOptions) => send(state, message, sendOptions?.resumptionToken),
    close() {
      state.forgetCancelled()
      return inner.close()
    },
  }
  return transport
}

async function send(state: State, message: JSONRPCMessage, resumptionToken: string | undefined): Promise<void> {
  const { inner, options } = state
  if (!('method' in message)) return inner.send(message)
  if ('id' in message) {
    const local = message.id as number
    if (resumptionToken) return adopt(state, local, resumptionToken)
    const wire = options.firstId + local
    options.onRequest?.(wire)
    return inner.send(withToken({ ...message, id: assign(state, local, wire) }, wire))
  }
  if (message.method === 'notifications/cancelled') return cancel(state, message, message.params?.requestId as number)
  return inner.send(message)
}

function assign(state: State, local: number, wire: RequestId): RequestId {
  state.wireOf.set(local, wire)
  state.localOf.set(wire, local)
  state.newest = wire
  return wire
}

async function adopt(state: State, local: number, token: string): Promise<void> {
  const wire = state.options.requestOf?.(token)
  if (wire === undefined) throw new Error(`no request is known to resume after ${token}: call again`)
  assign(state, local, wire)
  await state.inner.resumeStream(token)
}

async function cancel(state: State, message: JSONRPCMessage, local: number): Promise<void> {
  const { inner, options, wireOf } = state
  const wire = wireOf.get(local)
  if (wire === undefined) return
  // The stream ends first: after a cancellation no answer comes, and nothing is worth resuming.
  options.onCancelled?.(wire)
  const cancellation = withParams(message, { requestId: wire })
  try {
    await inner.send(cancellation)
  } catch (error) {
    if (!(error instanceof TypeError) || !options.onPush) throw error
    const off = options.onPush(() => {
      off()
      inner.send(cancellation).catch(() => {})
    })
    state.forgetCancelled = off
  }
}

/** The message with the SDK's ids; undefined when it is for no request of this page. */
function incoming({ localOf }: State, message: JSONRPCMessage): JSONRPCMessage | undefined {
  if ('method' in message) {
    const token = message.method === 'notifications/progress' ? message.params?.progressToken : undefined
    if (token === undefined) return message
    const local = localOf.get(token as RequestId)
    return local === undefined ? undefined : withParams(message, { progressToken: local })
  }
  const local = message.id === undefined ? undefined : localOf.get(message.id)
  return local === undefined ? undefined : { ...message, id: local }
}

/** The SDK uses the local id as progress token when progress is wanted: the wire has its own. */
function withToken(message: JSONRPCMessage, wire: RequestId): JSONRPCMessage {
  const meta = 'params' in message ? (message.params?._meta as Record<string, unknown> | undefined) : undefined
  return meta?.progressToken === undefined ? message : withParams(message, { _meta: { ...meta, progressToken: wire } })
}

function withParams(message: JSONRPCMessage, changed: Record<string, unknown>): JSONRPCMessage {
  const params = 'params' in message ? message.params : undefined
  return { ...message, params: { ...params, ...changed } } as JSONRPCMessage
}
