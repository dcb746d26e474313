/**
 * When a stream cannot be resumed: the reason in words, and the JSON-RPC error that takes the place of the answer, so that the call on it
 * fails at once instead of waiting for ever.
 */
import type { StreamName } from '../../protocol/observation'

/** The stream is over without its answer. `status` is absent when nothing could even be asked. */
export type Refusal = { readonly status?: number; readonly reason: string }

/** A GET that was to resume a stream was refused before it carried anything. */
export class ResumeRefusedError extends Error {
  constructor(
    readonly status: number | undefined,
    readonly stream: StreamName | undefined,
    reason: string,
  ) {
    super(reason)
    this.name = 'ResumeRefusedError'
  }
}

/** JSON-RPC leaves -32000 to -32099 to implementations. */
const RESUME_REFUSED = -32000

const encoder = new TextEncoder()

/** The frame that answers `requestId` with the refusal. It has no id: no server stored it. */
export function errorFrame(requestId: string | number, { status, reason }: Refusal): Uint8Array {
  const error = { code: RESUME_REFUSED, message: reason, ...(status !== undefined && { data: { status } }) }
  return encoder.encode(`event: message\ndata: ${JSON.stringify({ jsonrpc: '2.0', id: requestId, error })}\n\n`)
}

/** Nothing to resume after: the connection ended without its answer and no event id ever came. */
export function withoutId(sawMessages: boolean): Refusal {
  return {
    reason: sawMessages
      ? 'cut, and this server sends no event ids: nothing can be replayed; call again'
      : 'cut before the first event id: nothing to resume after; call again',
  }
}

/** What a refused resume says: the status, the server's own words, and what to do. Reads the body. */
export async function refusalOf(response: Response): Promise<Refusal> {
  const said = wordsOf(await response.text().catch(() => '')).replace(/\.$/, '')
  const { status } = response
  return { status, reason: `resume refused with ${status}${said && `: ${said}`}; ${adviceFor(status)}` }
}

function adviceFor(status: number): string {
  if (status === 404) return 'the session is gone: start a new one'
  if (status === 400) return 'the missed events cannot be replayed: call again'
  if (status === 401 || status === 403) return 'this client may not read the stream'
  if (status >= 500 || status === 409 || status === 429) return 'the server kept refusing: try again later'
  return 'the stream cannot be resumed here: call again'
}

/** The message of a JSON-RPC error, or short plain text. */
export function wordsOf(body: string): string {
  try {
    const { error } = JSON.parse(body) as { error?: { message?: unknown } }
    if (typeof error?.message === 'string') return error.message
  } catch {
    // Not JSON: a proxy's page, or plain text.
  }
  return body.startsWith('<') ? '' : body.trim().slice(0, 200)
}
