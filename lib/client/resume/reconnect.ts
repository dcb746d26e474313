/**
 * Asks for a stream, again and again until it is given or finally refused: rules RS6 to RS10 of resumable-fetch.ts.
 */
import type { HeaderEdits } from '../../faults/commands'
import type { Milliseconds, Observe } from '../../protocol/observation'
import type { Reason } from '../../protocol/reason'
import { connectionOf } from '../tap'
import { waitFor } from './backoff'
import { type ClientStream, isEventStream, nameOf } from './client-stream'
import { type EditedInit, editHeaders, isAnotherStream } from './header-edits'
import { type Refusal, refusalOf } from './refusal'

export type ReconnectOptions = {
  readonly observe: Observe
  /** what the learner wants the next resume to send instead of what is kept */
  readonly edits?: () => HeaderEdits | undefined
  /** true: the client ignores the reconnection time */
  readonly impatient?: () => boolean
  readonly stallLimits?: StallLimits | undefined
}

/**
 * How long a connection of a call may bring nothing new, comments aside, and how many such connections in a row end the call; `mostEmpty`:
 * how many that the server itself ended, with nothing new on them (RS13).
 */
export type StallLimits = { readonly after: Milliseconds; readonly most: number; readonly mostEmpty: number }

/** A connection that carries the stream, or the final no; without a response or a reason there was no id to ask with. */
type Answer =
  | { readonly kind: 'stream'; readonly response: Response }
  | { readonly kind: 'refused'; readonly response?: Response; readonly reason?: Reason }

export type Reconnect = {
  /** Asks at once, and then like `again`. */
  first(stream: ClientStream): Promise<Answer>
  /** Waits the reconnection time before each attempt. Throws the reason when the stream's scope ends. */
  again(stream: ClientStream): Promise<Answer>
}

const MOST_REFUSALS_IN_A_ROW = 5
const NOT_NOW = new Set([408, 409, 425, 429])

/** An impatient client still has to breathe: a network that is out fails at once. */
const IMPATIENT_WAIT: Milliseconds = 50

export function createReconnect(fetch: typeof globalThis.fetch, { observe, edits, impatient, stallLimits }: ReconnectOptions): Reconnect {
  /** One attempt; undefined: not now. */
  async function ask(stream: ClientStream, wanted?: HeaderEdits): Promise<Answer | undefined> {
    const { scope, headers, lastEventId } = stream
    scope.mark()
    if (lastEventId === undefined) headers.delete('last-event-id')
    else headers.set('last-event-id', lastEventId)
    const edit = wanted === stream.usedEdits ? undefined : editHeaders(headers, wanted, stream)
    stream.unrelated = false
    let response: Response
    try {
      const init = { ...stream.init, method: 'GET', body: null, headers: edit?.headers ?? headers, signal: scope.signal }
      response = await fetch(stream.url, edit ? ({ ...init, edited: edit.edited } as EditedInit) : init)
    } catch (error) {
      scope.signal.throwIfAborted()
      if (!(error instanceof TypeError)) throw error
      stream.failedAttempts++
      return undefined
    }
    stream.failedAttempts = 0
    if (edit) {
      stream.usedEdits = wanted
      if (!isEventStream(response)) return refusedEdit(stream, response, observe)
      stream.unrelated = isAnotherStream(edit, stream, response)
      if (stream.unrelated) observeAnother(stream, response, observe)
    }
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
    const { scope } = stream
    if (stream.unrelated) await scope.wake()
    if (stream.lastEventId === undefined && !stream.standalone) return { kind: 'refused' }
    const reason = stallLimits && stallReason(stream, stallLimits)
    if (reason) return { kind: 'refused', reason }
    for (let attempt = 1; ; attempt++) {
      if (!scope.woken) {
        const wait = impatient?.() ? IMPATIENT_WAIT : waitFor(stream.reconnectionTime, stream.failedAttempts, stream.emptyInARow)
        const noteWait = (left: Milliseconds, frozen: boolean) =>
          observe({ kind: 'resume.waiting', stream: nameOf(stream), wait: left, attempt, ...(frozen && { frozen }) })
        noteWait(wait, false)
        await scope.wait(wait, noteWait)
      }
      scope.signal.throwIfAborted()
      const answer = await ask(stream, edits?.())
      if (answer) return answer
    }
  }

  return { first: async (stream) => (await ask(stream)) ?? again(stream), again }
}

/** ED2: the call has lost nothing. The network's return, or the learner's word, and the kept headers are sent. */
async function refusedEdit(stream: ClientStream, response: Response, observe: Observe): Promise<undefined> {
  observe({ kind: 'resume.refused', stream: nameOf(stream), ...(await refusalOf(response)), edited: true })
  await stream.scope.wake()
  return undefined
}

/** ED3: the answer is read to its end, then the client waits in `again`. */
function observeAnother(stream: ClientStream, response: Response, observe: Observe): void {
  const { status } = response
  const carrier = connectionOf(response)
  const reason = { code: 'another-stream', status } as const
  observe({ kind: 'resume.refused', stream: nameOf(stream), status, reason, edited: true, ...(carrier && { carrier }) })
}

function stallReason({ stalledInARow, emptyInARow }: ClientStream, { after, most, mostEmpty }: StallLimits): Reason | undefined {
  if (emptyInARow >= mostEmpty) return { code: 'ended-empty', connections: mostEmpty }
  if (stalledInARow < most) return undefined
  return { code: 'stalled', connections: most, seconds: after / 1000 }
}

export function observeRefusal(stream: ClientStream, refusal: Refusal, observe: Observe): void {
  observe({ kind: 'resume.refused', stream: nameOf(stream), ...refusal })
}
