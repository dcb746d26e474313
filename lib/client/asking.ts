/**
 * Asks for a stream, again and again until it is given or finally refused: rules RS6 to RS10 of resuming.ts.
 */
import type { Observe } from '../trace/observation'
import { waitFor } from './reconnection'
import { type Refusal, refusalOf } from './refusal'
import { type ClientStream, isEventStream, nameOf } from './stream'

/** A connection that carries the stream, or the final no; without a response there was no id to ask with. */
export type Answer = { readonly kind: 'stream'; readonly response: Response } | { readonly kind: 'refused'; readonly response?: Response }

export type Asking = {
  /** Asks at once, and then like `again`. */
  first(stream: ClientStream): Promise<Answer>
  /** Waits the reconnection time before each attempt. Throws the reason when the stream's life ends. */
  again(stream: ClientStream): Promise<Answer>
}

const MOST_REFUSALS_IN_A_ROW = 5
const NOT_NOW = new Set([408, 409, 425, 429])

export function createAsking(fetch: typeof globalThis.fetch, observe: Observe): Asking {
  /** One attempt; undefined: not now. */
  async function ask(stream: ClientStream): Promise<Answer | undefined> {
    const { life, headers, lastEventId } = stream
    life.mark()
    if (lastEventId === undefined) headers.delete('last-event-id')
    else headers.set('last-event-id', lastEventId)
    let response: Response
    try {
      response = await fetch(stream.url, { ...stream.init, method: 'GET', body: null, headers, signal: life.signal })
    } catch (error) {
      life.signal.throwIfAborted()
      if (!(error instanceof TypeError)) throw error
      stream.failedAttempts++
      return undefined
    }
    stream.failedAttempts = 0
    if (isEventStream(response)) {
      stream.refusedInARow = 0
      return { kind: 'stream', response }
    }
    if (stream.standalone && lastEventId !== undefined && response.status === 400) return beginAnew(stream, response)
    const notNow = response.status >= 500 || NOT_NOW.has(response.status)
    if (!notNow || ++stream.refusedInARow >= MOST_REFUSALS_IN_A_ROW) return { kind: 'refused', response }
    await response.body?.cancel()
    return undefined
  }

  async function beginAnew(stream: ClientStream, response: Response): Promise<Answer | undefined> {
    observeRefusal(stream, await refusalOf(response), observe)
    stream.lastEventId = undefined
    stream.seen.clear()
    return ask(stream)
  }

  async function again(stream: ClientStream): Promise<Answer> {
    const { life } = stream
    if (stream.lastEventId === undefined && !stream.standalone) return { kind: 'refused' }
    for (let attempt = 1; ; attempt++) {
      if (!life.woken) {
        const wait = waitFor(stream.reconnectionTime, stream.failedAttempts)
        observe({ kind: 'resume.waiting', stream: nameOf(stream), wait, attempt })
        await life.wait(wait)
      }
      life.signal.throwIfAborted()
      const answer = await ask(stream)
      if (answer) return answer
    }
  }

  return { first: async (stream) => (await ask(stream)) ?? again(stream), again }
}

export function observeRefusal(stream: ClientStream, refusal: Refusal, observe: Observe): void {
  observe({ kind: 'resume.refused', stream: nameOf(stream), ...refusal })
}
