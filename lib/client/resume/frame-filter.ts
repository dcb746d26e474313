/**
 * Passes on what one connection of a stream brings: whole frames, each event id once, up to the response. Rules RS1 to RS4 of resumable-fetch.ts.
 */

import { streamOf } from '../../protocol/event-id'
import { isResponseTo } from '../../protocol/json-rpc'
import type { EventId, Milliseconds } from '../../protocol/observation'
import { createFrameSplitter, type StreamFrame } from '../../protocol/sse'
import { joinBytes } from '../../streams/bytes'
import type { Sleep } from '../../streams/sleep'
import type { KeptEvent } from '../kept-session'
import { type ClientStream, nameOf } from './client-stream'
import type { StallLimits } from './reconnect'

type ForwardOptions = {
  readonly sleep: Sleep
  /** Each event that is passed on, before it is. */
  readonly onEvent: ((event: KeptEvent) => void) | undefined
  /** how long a connection of a call may bring nothing new */
  readonly stallLimits?: StallLimits | undefined
  /** A message that came before, with its id; false: it is passed on again. */
  readonly onRepeated?: ((response: Response, id: EventId) => boolean) | undefined
}

/** How long a connection may stay open after the response before it is closed from here. */
const MOST_WAIT_FOR_END: Milliseconds = 1000
/** Ids remembered to tell a repetition: a server repeats what is recent. */
const MOST_SEEN = 10_000

/** Yields the bytes of whole frames; returns true when the response has come. Throws only when the stream's scope has ended. */
export async function* forwardFrames(
  response: Response,
  stream: ClientStream,
  options: ForwardOptions,
): AsyncGenerator<Uint8Array, boolean> {
  const { scope } = stream
  const first = response.headers.get('x-first-event-id')
  if (stream.lastEventId === undefined && first && !stream.unrelated) note(stream, first, false, options)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const stop = () => void reader.cancel().catch(() => {})
  scope.signal.addEventListener('abort', stop)
  // ED3: another stream answers the edited request. It ends when the learner wants the kept headers sent.
  if (stream.unrelated) scope.wake().then(stop, () => {})
  else scope.mark()
  const watch = watchForStall(stream, options, stop)
  try {
    const splitter = createFrameSplitter()
    for (;;) {
      const { done, value } = await reader.read()
      scope.signal.throwIfAborted()
      if (done) {
        if (!watch.brought && !stream.unrelated) stream.emptyInARow++
        return false
      }
      const { passed, answered, news } = filterFrames(splitter.push(value), stream, { ...options, response })
      if (news) watch.news()
      if (passed.length > 0) yield joinBytes(passed)
      if (answered) {
        void waitForEnd(reader, options.sleep)
        return true
      }
    }
  } catch {
    scope.signal.throwIfAborted()
    return false
  } finally {
    scope.signal.removeEventListener('abort', stop)
    watch.end()
  }
}

/** Leaves a connection that brings nothing new (RS13). */
function watchForStall(stream: ClientStream, { stallLimits, sleep }: ForwardOptions, leave: () => void) {
  let timer = new AbortController()
  let brought = false
  let left = false
  const begin = () => {
    timer.abort()
    if (!stallLimits || stream.standalone || stream.unrelated) return
    timer = new AbortController()
    sleep(stallLimits.after, timer.signal).then(
      () => {
        // Without an id there is nothing to ask again with: then it is better to wait.
        if (stream.lastEventId === undefined) return begin()
        stream.stalledInARow++
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
      stream.stalledInARow = 0
      stream.emptyInARow = 0
      begin()
    },
    end: () => timer.abort(),
  }
}

type Filtering = ForwardOptions & { readonly response: Response }
/** `news`: a message that had not come before */
type Filtered = { readonly passed: Uint8Array[]; readonly answered: boolean; readonly news: boolean }

function filterFrames(frames: readonly StreamFrame[], stream: ClientStream, options: Filtering): Filtered {
  const passed: Uint8Array[] = []
  let news = false
  for (const frame of frames) {
    if (stream.unrelated) continue
    stream.reconnectionTime = frame.retry ?? stream.reconnectionTime
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

function note(stream: ClientStream, id: EventId, isResponse: boolean, { onEvent }: ForwardOptions): void {
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
async function waitForEnd(reader: ReadableStreamDefaultReader<Uint8Array>, sleep: Sleep): Promise<void> {
  const ended = new AbortController()
  sleep(MOST_WAIT_FOR_END, ended.signal).then(
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
