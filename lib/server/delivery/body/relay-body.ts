/**
 * A connection that carries a body which the SDK writes. The SDK never waits for a reader, so what it wrote is kept here, up to a bound:
 * beyond it the connection breaks off. What is lost then is lost as after any cut.
 */
import type { Bytes } from '../../../protocol/observation'
import { joinBytes } from '../../../streams/bytes'
import { createWake } from '../../../streams/wake'
import type { HoldGate } from '../hold-gate'
import { OPEN_COMMENT } from '../log-tail'
import { type BodyEnd, SseConnection } from './sse-connection'

type RelayOptions = {
  /** while shut, nothing is passed on */
  readonly gate: HoldGate
  /** how much may wait for the reader */
  readonly maxUnread: Bytes
  readonly ended: (how: BodyEnd) => void
}

export function relayBody({ body }: Response, { gate, maxUnread, ended }: RelayOptions): SseConnection {
  const reader = (body ?? new ReadableStream<Uint8Array>()).getReader()
  const unread = new Unread()
  const connection = new SseConnection({
    first: OPEN_COMMENT,
    async next(signal) {
      await unread.until(signal)
      if (gate.shut) await gate.opened(signal)
      return unread.take()
    },
    ended: (how) => {
      // Cancelling tells the SDK that nobody listens any more.
      reader.cancel().catch(() => {})
      ended(how)
    },
  })
  void pump(reader, unread, () => {
    if (unread.bytes > maxUnread) connection.tear('the reader does not read')
  })
  return connection
}

/** Moves what the SDK writes to `unread`, until it ends or breaks off. */
async function pump(reader: ReadableStreamDefaultReader<Uint8Array>, unread: Unread, came: () => void): Promise<void> {
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return unread.end()
      unread.add(value)
      came()
    }
  } catch (error) {
    unread.end(error)
  }
}

/** Bytes that wait for a reader. */
class Unread {
  bytes: Bytes = 0
  #parts: Uint8Array[] = []
  #over = false
  #error: unknown
  readonly #news = createWake()

  add(part: Uint8Array): void {
    this.#parts.push(part)
    this.bytes += part.byteLength
    this.#news.wake()
  }

  /** No more comes; `error`: because the source broke. */
  end(error?: unknown): void {
    this.#over = true
    this.#error = error
    this.#news.wake()
  }

  /** Waits until there is something to take, or nothing will ever be. */
  until(signal: AbortSignal): Promise<void> {
    return this.#news.until(() => this.#parts.length > 0 || this.#over, signal)
  }

  /** All there is; undefined at the end. Throws what the source broke with. */
  take(): Uint8Array | undefined {
    const parts = this.#parts.splice(0)
    this.bytes = 0
    if (parts.length > 0) return joinBytes(parts)
    if (this.#error !== undefined) throw this.#error
    return undefined
  }
}
