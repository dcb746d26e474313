/**
 * Refusals: each becomes an HTTP error whose body is a JSON-RPC error response. Every message names what is wrong, which value,
 * and what to do; none carries a stack trace.
 */
import type { RequestId } from '@modelcontextprotocol/sdk/types.js'
import type { Reason } from '../../protocol/reason'

/** JSON-RPC error codes (JSON-RPC 2.0 §5.1; -32000 and -32001 are the SDK's for transport errors and unknown sessions). */
export const CODE = {
  parse: -32700,
  invalidRequest: -32600,
  invalidParams: -32602,
  internal: -32603,
  refused: -32000,
  unknownSession: -32001,
} as const

type RefusalOptions = {
  readonly code?: number
  /** the id of the JSON-RPC request that is refused, when it is known */
  readonly id?: RequestId
  readonly headers?: Readonly<Record<string, string>>
  /** the message as data, for whoever says it in another language */
  readonly reason?: Reason
}

export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly options: RefusalOptions = {},
  ) {
    super(message)
    this.name = 'Refusal'
  }
}

const SHOWN = 64

/** A value of a client as it may appear in a message: quoted, escaped, cut after 64 characters. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  const cut = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
  return typeof value === 'string' ? JSON.stringify(cut) : cut
}

/** 404 for a session that is not, or not any more; clients must begin anew (MCP 2025-11-25, "Session Management"). */
export function noSuchSession(id: string): Refusal {
  const message = `Session ${shown(id)} does not exist: it was ended, has expired, or never was. Start a new one with initialize, without this header.`
  return new Refusal(404, message, { code: CODE.unknownSession })
}

/** The response to a refused request. */
export function refusalResponse(refusal: Refusal): Response {
  const { code = CODE.refused, id = null, headers, reason } = refusal.options
  const error = { code, message: refusal.message, ...(reason && { data: { reason } }) }
  return jsonResponse(refusal.status, { jsonrpc: '2.0', id, error }, headers)
}

/** A Refusal for any error: what is not one already becomes a 500, with the error as its `cause`, which is not sent. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const refusal = new Refusal(500, 'The server failed to handle this request. The fault is not yours; try again, or start a new session.', {
    code: CODE.internal,
  })
  refusal.cause = error
  return refusal
}

/** The same refusal, with the id of the request it refuses. */
export function withRequestId(refusal: Refusal, id: RequestId): Refusal {
  const same = new Refusal(refusal.status, refusal.message, { ...refusal.options, id })
  same.cause = refusal.cause
  return same
}

function jsonResponse(status: number, body: unknown, headers?: Readonly<Record<string, string>>): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers },
  })
}

/** The Refusal for a request that the SDK refused although our own checks accepted it: it quotes the SDK's reason. */
export async function refusedBySdk(response: Response, id?: RequestId): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => undefined)
  const error = typeof body === 'object' && body && 'error' in body ? (body.error as { message?: unknown; code?: unknown }) : {}
  const reason = typeof error.message === 'string' ? error.message : `status ${response.status}`
  const code = typeof error.code === 'number' ? error.code : undefined
  return new Refusal(
    response.status,
    `The message was not accepted (${shown(reason)}). Compare it with the MCP schema and send it again.`,
    { id, code },
  )
}
