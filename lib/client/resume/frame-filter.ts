/**
 * Passes on what one connection of a stream brings: whole frames, each event id once, up to the response. Rules RS1 to RS4 of resumable-fetch.ts.
 */

import { isResponseTo } from '../../protocol/json-rpc'
import type { EventId, Milliseconds } from '../../protocol/observation'
import { createFrameSplitter, join, type StreamFrame } from '../../protocol/sse'
import type { Sleep } from '../../streams/sleep'
import type { KeptEvent } from '../kept-session'
import { type ClientStream, nameOf } from './client-stream'
import { streamOf } from './event-ids'
import type { Barren } from './reconnect'

type PassingOptions = {
  readonly sleep: Sleep
  /** Each event that is passed on, before it is. */
  readonly onEvent: ((event: KeptEvent) => void) | undefined
  /** how long a connection of a call may bring nothing new */
  readonly barren?: Barren | undefined
  /** A message that came before, with its id; false: it is passed on again. */
  readonly onRepeated?: ((response: Response, id: EventId) => boolean) | undefined
}

/** How long a connection may stay open after the response before it is closed from here. */
const LINGER: Milliseconds = 1000
/** Ids remembered to tell a repetition: a server repeats what is recent. */
const MOST_SEEN = 10_000

/** Yields the bytes of whole frames; returns true when the response has come. Throws only when the stream's life has ended. */
export async function* passOn(response: Response, stream: ClientStream, options: PassingOptions): AsyncGenerator<Uint8Array, boolean> {
  const { life } = stream
  const first = response.headers.get('x-first-event-id')
  if (stream.lastEventId === undefined && first && !stream.foreign) note(stream, first, false, options)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const stop = () => void reader.cancel().catch(() => {})
  life.signal.addEventListener('abort', stop)
  // What answers an edited request belongs to another stream: it ends when the learner wants the kept headers sent.
  if (stream.foreign) life.wake().then(stop, () => {})
  else life.mark()
  const watch = watchBarren(stream, options, stop)
  try {
    const splitter = createFrameSplitter()
    for (;;) {
      const { done, value } = await reader.read()
      life.signal.throwIfAborted()
      if (done) {
        if (!watch.brought && !stream.foreign) stream.emptyInARow++
        return false
      }
      const { passed, answered, news } = sift(splitter.push(value), stream, { ...options, response })
      if (news) watch.news()
      if (passed.length > 0) yield join(passed)
      if (answered) {
        void linger(reader, options.sleep)
        return true
      }
    }
  } catch {
    life.signal.throwIfAborted()
    return false
  } finally {
    life.signal.removeEventListener('abort', stop)
    watch.end()
  }
}

/** Leaves a connection that brings nothing new (RS13). */
function watchBarren(stream: ClientStream, { barren, sleep }: PassingOptions, leave: () => void) {
  let timer = new AbortController()
  let brought = false
  let left = false
  const begin = () => {
    timer.abort()
    if (!barren || stream.standalone || stream.foreign) return
    timer = new AbortController()
    sleep(barren.after, timer.signal).then(
      () => {
        // Without an id there is nothing to ask again with: then it is better to wait.
        if (stream.lastEventId === undefined) return begin()
        stream.barrenInARow++
        left = true
        leave()
      },
      () => {},
    )
  }
  begin()
  return {
    /** Something new has come, or it was left from here: it is not one that the server ended empty. */
    get brought() {
      return brought || left
    },
    news() {
      brought = true
      stream.barrenInARow = 0
      stream.emptyInARow = 0
      begin()
    },
    end: () => timer.abort(),
  }
}

type Sifting = PassingOptions & { readonly response: Response }
/** `news`: a message that had not come before */
type Sifted = { readonly passed: Uint8Array[]; readonly answered: boolean; readonly news: boolean }

function sift(frames: readonly StreamFrame[], stream: ClientStream, options: Sifting): Sifted {
  const passed: Uint8Array[] = []
  let news = false
  for (const frame of frames) {
    stream.reconnectionTime = frame.retry ?? stream.reconnectionTime
    if (stream.foreign) continue
    if (frame.id !== undefined && stream.seen.has(frame.id)) {
      // A priming event repeats an id on purpose; a message that comes again does not.
      if (frame.data && options.onRepeated?.(options.response, frame.id) === false) passed.push(frame.bytes)
      continue
    }
    const answered = !stream.standalone && isResponseTo(stream.requestId, frame.data)
    const own = isOwn(frame.id, stream)
    if (frame.id !== undefined && own) {
      stream.seen.add(frame.id)
      if (stream.seen.size > MOST_SEEN) forgetOldest(stream.seen)
      note(stream, frame.id, answered, options)
    }
    news ||= !!frame.data && own
    stream.sawMessages ||= news
    passed.push(frame.bytes)
    if (answered) return { passed, answered, news }
  }
  return { passed, answered: false, news }
}

/** A server must not send what belongs to another stream; asked after its id, it would go on there. Ids that name no stream may be ours. */
function isOwn(id: EventId | undefined, { lastEventId }: ClientStream): boolean {
  const [of, own] = [streamOf(id), streamOf(lastEventId)]
  return of === undefined || own === undefined || of === own
}

function note(stream: ClientStream, id: EventId, isResponse: boolean, { onEvent }: PassingOptions): void {
  stream.lastEventId = id
  onEvent?.({ stream: nameOf(stream), id, isResponse, ...(stream.requestId !== undefined && { requestId: stream.requestId }) })
}

function forgetOldest(seen: Set<EventId>): void {
  for (const oldest of seen) {
    seen.delete(oldest)
    return
  }
}

/** Gives the server a moment to end the connection itself after the response: some never do. */
async function linger(reader: ReadableStreamDefaultReader<Uint8Array>, sleep: Sleep): Promise<void> {
  const ended = new AbortController()
  sleep(LINGER, ended.signal).then(
    () => reader.cancel().catch(() => {}),
    () => {},
  )
  try {
    while (!(await reader.read()).done);
  } catch {
    // Cut after the response: nothing is missing.
  } finally {
    ended.abort()
  }
}
