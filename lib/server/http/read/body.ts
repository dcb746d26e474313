/**
 * Reads a request body up to a limit, whether or not its length was announced.
 */
import type { Bytes } from '../../../protocol/observation'
import { joinBytes } from '../../../streams/bytes'
import { CODE, Refusal, shown } from '../errors'

/** The body as text. Throws a Refusal: 413 over `limit` bytes, 400 when it is not UTF-8 or breaks off. */
export async function readBody(request: Request, limit: Bytes): Promise<string> {
  const announced = request.headers.get('content-length')
  if (announced !== null && Number(announced) > limit) {
    await request.body?.cancel().catch(() => {})
    throw tooLarge(`announces ${shown(Number(announced))} bytes`, limit)
  }
  const bytes = await readBytes(request, limit)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(400, 'The body is not valid UTF-8. Send one JSON-RPC message as UTF-8 text.', { code: CODE.parse })
  }
}

async function readBytes(request: Request, limit: Bytes): Promise<Uint8Array> {
  // Firefox has no Request.body; there the request was made in this very page.
  if (!request.body) return checked(new Uint8Array(await request.arrayBuffer()), limit)
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Refusal(400, 'The body broke off before its end. Send the request again.', { code: CODE.parse })
    })
    if (done) return joinBytes(chunks)
    length += value.byteLength
    if (length > limit) {
      await reader.cancel().catch(() => {})
      throw tooLarge('is too long', limit)
    }
    chunks.push(value)
  }
}

function checked(bytes: Uint8Array, limit: Bytes): Uint8Array {
  if (bytes.byteLength > limit) throw tooLarge(`has ${bytes.byteLength} bytes`, limit)
  return bytes
}

const tooLarge = (what: string, limit: Bytes): Refusal =>
  new Refusal(413, `The body ${what}; at most ${limit} bytes are read. Send a smaller message, or raise PTP_MAX_BODY on the server.`)
