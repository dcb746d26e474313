/**
 * For tests: answers fetches from a script, one step a request, and lets a test play the server's side of each body by hand.
 */

import type { Fact } from '../../../lib/protocol/observation'
import type { Sleep } from '../../../lib/streams/sleep'

type Asked = {
  readonly method: string
  readonly headers: Headers
  readonly body: string | undefined
  readonly signal: AbortSignal | undefined
}

export type Step = Response | Error | ((asked: Asked) => Response | Promise<Response>)

/** A fetch that gives the next step of `steps` to each request. An Error rejects. Reconnect beyond the script fails the test. */
export function scriptedFetch(steps: readonly Step[]): { fetch: typeof globalThis.fetch; readonly asked: readonly Asked[] } {
  const asked: Asked[] = []
  return {
    asked,
    async fetch(_input, init = {}) {
      const request: Asked = {
        method: init.method ?? 'GET',
        headers: new Headers(init.headers),
        body: typeof init.body === 'string' ? init.body : undefined,
        signal: init.signal ?? undefined,
      }
      const step = steps[asked.push(request) - 1]
      if (step === undefined) throw new Error(`request ${asked.length} is not in the script`)
      if (step instanceof Error) throw step
      return typeof step === 'function' ? step(request) : step
    },
  }
}

type OpenBody = {
  readonly response: Response
  write(text: string | Uint8Array): void
  end(): void
  /** the network goes */
  cut(): void
  /** set when the reader cancelled */
  readonly cancelled: boolean
}

/** An event stream that the test writes. */
export function openBody(headers: Record<string, string> = {}): OpenBody {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array>
  let cancelled = false
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given
    },
    cancel() {
      cancelled = true
    },
  })
  return {
    response: new Response(body, { headers: { 'content-type': 'text/event-stream', ...headers } }),
    write: (text) => controller.enqueue(typeof text === 'string' ? encoder.encode(text) : text),
    end: () => controller.close(),
    cut: () => controller.error(new TypeError('network error')),
    get cancelled() {
      return cancelled
    },
  }
}

/** A whole event stream: its chunks get through, then it ends, properly or by a cut. */
export function sse(chunks: readonly (string | Uint8Array)[], how: 'end' | 'cut', headers: Record<string, string> = {}): Response {
  const encoder = new TextEncoder()
  const left = [...chunks]
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = left.shift()
        if (chunk !== undefined) controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk)
        else if (how === 'end') controller.close()
        else controller.error(new TypeError('network error'))
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, { headers: { 'content-type': 'text/event-stream', ...headers } })
}

/** Writes observations down. */
export function notebook(): {
  observe(fact: Fact): void
  readonly facts: Fact[]
  of<K extends Fact['kind']>(kind: K): Extract<Fact, { kind: K }>[]
} {
  const facts: Fact[] = []
  return {
    facts,
    observe: (fact) => void facts.push(fact),
    of: <K extends Fact['kind']>(kind: K) => facts.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind),
  }
}

/** Time that passes at once: every wait is written down and is over in the next task. */
export function noTime(): { sleep: Sleep; readonly waits: number[]; readonly pending: number } {
  const waits: number[] = []
  let pending = 0
  return {
    waits,
    get pending() {
      return pending
    },
    sleep: (wait, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason)
        waits.push(wait)
        pending++
        const handle = setImmediate(() => {
          pending--
          signal.removeEventListener('abort', calledOff)
          resolve()
        })
        const calledOff = () => {
          pending--
          clearImmediate(handle)
          reject(signal.reason)
        }
        signal.addEventListener('abort', calledOff, { once: true })
      }),
  }
}

/** Time that stands still: a wait ends only when it is called off. */
export function stoppedTime(): { sleep: Sleep; readonly waits: number[]; readonly pending: number } {
  const waits: number[] = []
  let pending = 0
  return {
    waits,
    get pending() {
      return pending
    },
    sleep: (wait, signal) =>
      new Promise((_, reject) => {
        if (signal.aborted) return reject(signal.reason)
        waits.push(wait)
        pending++
        signal.addEventListener('abort', () => {
          pending--
          reject(signal.reason)
        })
      }),
  }
}
