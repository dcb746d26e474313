/**
 * Serves one JSON-RPC request that was POSTed: gives it a stream, hands it to the SDK, and returns what delivery makes of the SDK's
 * response. MCP 2025-11-25, basic/transports, "Sending Messages to the Server".
 */
import type { Observe, ServerFact, StreamName } from '../../protocol/observation'
import type { SessionDelivery } from '../delivery/session-delivery'
import { Refusal, shown } from '../http/errors'
import type { IncomingRequest } from '../http/read/message'
import type { SdkProcess } from './sdk-process'
import type { Call } from './sdk-transport'

export type CallHost = {
  readonly delivery: SessionDelivery
  readonly observe: Observe<ServerFact>
  /** the session's process as it is now: a restart replaces it */
  readonly process: () => SdkProcess
  /** names a stream that was never named before */
  readonly nameStream: () => StreamName
}

/** The response to `incoming`. Throws a Refusal: 400 for an id that is in use, 503 after a restart, or what delivery and SDK refuse. */
export async function openCall(request: Request, { id, method, message, params }: IncomingRequest, host: CallHost): Promise<Response> {
  const { delivery, observe, process, nameStream } = host
  const { transport } = process()
  if (transport.calls.has(id)) {
    throw new Refusal(400, `Request id ${shown(id)} is still being worked on. Give every request of a session an id of its own.`, { id })
  }
  const stream = nameStream()
  const tool = method === 'tools/call' ? String(params.name) : undefined
  const call: Call = { id, method, stream, tool, abort: new AbortController(), sent: 0 }
  transport.calls.set(id, call)
  observe({ kind: 'stream.opened', stream, rpc: tool === undefined ? { method, id } : { method, id, tool } })
  call.primed = await delivery.prime(stream)
  const response = await delivery.awaitSdk(transport.open(call, request, message), call)
  if (transport !== process().transport) {
    await response.body?.cancel()
    throw new Refusal(503, 'The server restarted while this request came in. Send it again, with another id.', { id })
  }
  return delivery.open(call, response)
}
