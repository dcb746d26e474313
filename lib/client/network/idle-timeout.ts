/**
 * A fetch with an idle timeout: an exchange that has carried no byte for too long is given up, because nobody tells a client of the
 * network's silence. The stream above is then resumed like any other that was cut.
 *
 * PA1 Any byte, a comment too, restarts the timeout; a server that sends keep-alive comments is never given up.
 * PA2 Given up, a body errors and the request is aborted, both with the reason; without an answer yet, the fetch rejects.
 * PA3 A change of the limit holds for exchanges that are open.
 */
import type { Milliseconds } from '../../protocol/observation'
import type { Reason } from '../../protocol/reason'
import { reasonText } from '../../protocol/reason-text'
import { createRelay, hasBody, sourceOf, withBody } from '../../streams/relay'
import type { Sleep } from '../../streams/sleep'

export type IdleTimeout = {
  wrap(fetch: typeof globalThis.fetch): typeof globalThis.fetch
  /** undefined: waits for ever */
  setLimit(limit: Milliseconds | undefined): void
}

/** The client itself gave the exchange up. A TypeError, as for any other failure of the network. */
export class GivenUpError extends TypeError {
  readonly reason: Reason
  constructor(limit: Milliseconds) {
    const reason = { code: 'given-up', seconds: limit / 1000 } as const
    super(reasonText(reason))
    this.reason = reason
    this.name = 'GivenUpError'
  }
}

export function createIdleTimeout({ sleep, limit }: { readonly sleep: Sleep; readonly limit?: Milliseconds | undefined }): IdleTimeout {
  const watched = new Set<() => void>()
  let current = limit

  /** Watches one exchange until `stop`; `alive` begins anew. */
  function watch(giveUp: (error: GivenUpError) => void) {
    let timer = new AbortController()
    const alive = () => {
      timer.abort()
      const most = current
      if (most === undefined) return
      timer = new AbortController()
      sleep(most, timer.signal).then(
        () => giveUp(new GivenUpError(most)),
        () => {},
      )
    }
    watched.add(alive)
    alive()
    return {
      alive,
      stop() {
        watched.delete(alive)
        timer.abort()
      },
    }
  }

  return {
    setLimit(changed) {
      if (changed === current) return
      current = changed
      for (const alive of watched) alive()
    },
    wrap:
      (fetch) =>
      async (input, init = {}) => {
        const request = new AbortController()
        const caller = init.signal ?? undefined
        caller?.throwIfAborted()
        const passAbort = () => request.abort(caller?.reason)
        caller?.addEventListener('abort', passAbort)
        const over = () => {
          watching.stop()
          caller?.removeEventListener('abort', passAbort)
        }
        const watching = watch((error) => request.abort(error))
        let response: Response
        try {
          response = await fetch(input, { ...init, signal: request.signal })
        } catch (error) {
          over()
          throw request.signal.reason instanceof GivenUpError ? request.signal.reason : error
        }
        if (!hasBody(response)) {
          over()
          return response
        }
        watching.alive()
        // The fetch below errors the body when the request is aborted.
        const relay = createRelay(sourceOf(response.body), {
          onChunk(chunk, pass) {
            watching.alive()
            pass(chunk)
          },
          onEnd: over,
        })
        return withBody(response, relay.body)
      },
  }
}
