/**
 * One event-stream response body: first frame at once, then whatever its source has, as fast as the reader takes it.
 * Pull-based, so a slow client costs no memory: what it has not read yet stays in the source. It does not know logs or sessions.
 */
import { formatComment } from '../../../protocol/sse'
import { encodeText } from '../../../streams/bytes'
import { nextTurn } from '../../../streams/clock'

/** Why a body ended: regularly, because its reader went away, or because a newer connection carries the stream now. */
export type BodyEnd = 'complete' | 'gone' | 'taken-over'

type SseSource = {
  /** Written at once: a host such as Next sends the headers with the first byte. */
  readonly first: Uint8Array
  /** The next frames, joined; undefined ends the body. Stops waiting when the signal aborts. */
  readonly next: (signal: AbortSignal) => Promise<Uint8Array | undefined>
  /** Called once, when the body has ended. */
  readonly ended: (how: BodyEnd) => void
}

/** `no-transform` and `X-Accel-Buffering` keep compressors and proxies from holding events back. */
export const SSE_HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
} as const

const KEEP_ALIVE = encodeText(formatComment('keep-alive'))

export class SseConnection {
  readonly body: ReadableStream<Uint8Array>
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined
  #abort = new AbortController()
  #ended = false
  #spoke = true

  constructor(readonly source: SseSource) {
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller
          controller.enqueue(source.first)
        },
        pull: (controller) => this.#pull(controller),
        cancel: () => this.#end('gone'),
      },
      { highWaterMark: 0 },
    )
  }

  /** Ends the body regularly; the reader gets what was already written, and `last`. */
  close(how: 'complete' | 'taken-over', last?: Uint8Array): void {
    if (this.#ended) return
    this.#end(how)
    if (last) this.#controller?.enqueue(last)
    this.#controller?.close()
  }

  /** Breaks the body off, as when the process behind it dies: the reader gets an error, not an end. */
  tear(reason: string): void {
    if (this.#ended) return
    this.#end('gone')
    // An AbortError, so that a host such as Next closes its socket and does not log it as an error of its own.
    this.#controller?.error(new DOMException(reason, 'AbortError'))
  }

  /** Writes a comment if nothing was written since the last call and the reader keeps up. */
  keepAlive(): void {
    if (!this.#ended && !this.#spoke && (this.#controller?.desiredSize ?? -1) >= 0) this.#controller?.enqueue(KEEP_ALIVE)
    this.#spoke = false
  }

  async #pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const chunk = await this.source.next(this.#abort.signal).catch((error: unknown) => {
      // The source itself is broken. The throw errors the body, so the client sees that this was no regular end.
      this.#end('gone')
      throw error
    })
    if (this.#ended) return
    if (!chunk) return this.close('complete')
    this.#spoke = true
    controller.enqueue(chunk)
    // The first event of a burst is written at once; the rest of the burst is collected for one turn and written as one chunk.
    await nextTurn()
  }

  #end(how: BodyEnd): void {
    if (this.#ended) return
    this.#ended = true
    this.#abort.abort()
    this.source.ended(how)
  }
}
