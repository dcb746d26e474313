/**
 * When a stream cannot be resumed: the reason, and the JSON-RPC error that takes the place of the answer, so that the call on it
 * fails at once instead of waiting for ever.
 */
import type { StreamName } from '../../protocol/observation'
import type { Reason, RefusedCode } from '../../protocol/reason'
import { ReasonError, reasonText } from '../../protocol/reason-text'
import { formatFrame } from '../../protocol/sse'
import { encodeText } from '../../streams/bytes'

/** The stream is over without its answer. `status` is absent when nothing could even be asked. */
export type Refusal = { readonly status?: number; readonly reason: Reason }

/** A GET that was to resume a stream was refused before it carried anything. */
export class ResumeRefusedError extends ReasonError {
  constructor(
    readonly status: number | undefined,
    readonly stream: StreamName | undefined,
    reason: Reason,
  ) {
    super(reason)
    this.name = 'ResumeRefusedError'
  }
}

/** JSON-RPC leaves -32000 to -32099 to implementations. */
const RESUME_REFUSED = -32000

/** The frame that answers `requestId` with the refusal; its `data` tells the reason as data. It has no id: no server stored it. */
export function errorFrame(requestId: string | number, { status, reason }: Refusal): Uint8Array {
  const data = { ...(status !== undefined && { status }), reason }
  const error = { code: RESUME_REFUSED, message: reasonText(reason), data }
  return encodeText(formatFrame({ event: 'message', data: JSON.stringify({ jsonrpc: '2.0', id: requestId, error }) }))
}

/** Nothing to resume after: the connection ended without its answer and no event id ever came. */
export function withoutId(sawMessages: boolean): Refusal {
  return { reason: { code: sawMessages ? 'server-sends-no-ids' : 'no-id-yet' } }
}

/** What a refused resume means, with the server's own words. Reads the body. */
export async function refusalOf(response: Response): Promise<Refusal> {
  const quoted = wordsOf(await response.text().catch(() => '')).replace(/\.$/, '')
  const { status } = response
  return { status, reason: { code: codeFor(status), status, ...(quoted !== '' && { quoted }) } }
}

function codeFor(status: number): RefusedCode {
  if (status === 404) return 'session-gone'
  if (status === 400) return 'cannot-replay'
  if (status === 401 || status === 403) return 'may-not-read'
  if (status >= 500 || status === 409 || status === 429) return 'kept-refusing'
  return 'cannot-resume'
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
