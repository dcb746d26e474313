/**
 * The grammar of event streams, read and written. Reading cuts the bytes into whole frames: a frame ends with a blank line, what has no end
 * yet stays behind as the rest. It works on bytes, so a chunk may end inside a character. Spec: WHATWG HTML, 9.2.5 and 9.2.6.
 */
import { decodeText, joinBytes } from '../streams/bytes'
import type { Milliseconds } from './observation'

/** One whole frame: an event (`data` is given), a lone `id` or `retry`, comments, or several of these. */
export type StreamFrame = {
  /** the bytes as they came, blank line included */
  readonly bytes: Uint8Array
  readonly text: string
  /** absent when the field is missing or empty */
  readonly id?: string
  readonly event?: string
  readonly data?: string
  readonly retry?: Milliseconds
  readonly comments: readonly string[]
}

export type FrameSplitter = {
  /** Takes the next bytes and returns the frames they complete. */
  push(chunk: Uint8Array): readonly StreamFrame[]
  /** The bytes of the frame that is not complete yet. */
  rest(): Uint8Array
}

const LF = 10
const CR = 13

export function createFrameSplitter(): FrameSplitter {
  let buffer: Uint8Array = new Uint8Array(0)
  let scanned = 0
  let lineIsEmpty = true
  let afterCR = false

  return {
    rest: () => buffer,
    push(chunk) {
      const frames: StreamFrame[] = []
      buffer = buffer.length === 0 ? chunk : joinBytes([buffer, chunk])
      let start = 0
      for (let i = scanned; i < buffer.length; i++) {
        const byte = buffer[i]
        if (byte === LF && afterCR) {
          // The second half of a CRLF; when the CR has already ended a frame, it belongs to no frame.
          afterCR = false
          if (i === start) start = i + 1
          continue
        }
        afterCR = byte === CR
        const endsLine = byte === LF || byte === CR
        if (endsLine && lineIsEmpty) {
          if (i > start) frames.push(readFrame(buffer.subarray(start, i + 1)))
          start = i + 1
        }
        lineIsEmpty = endsLine
      }
      buffer = buffer.subarray(start)
      scanned = buffer.length
      return frames
    },
  }
}

/** What a frame that is to be written says. */
export type FrameFields = {
  readonly id?: string | number | undefined
  readonly event?: string | undefined
  readonly retry?: Milliseconds | undefined
  readonly data?: string | undefined
}

/** The text of a frame, blank line included. Each line of `data` has its own field. */
export function formatFrame({ id, event, retry, data }: FrameFields): string {
  let text = id === undefined ? '' : `id: ${id}\n`
  if (event !== undefined) text += `event: ${event}\n`
  if (retry !== undefined) text += `retry: ${retry}\n`
  if (data !== undefined) text += `data: ${/[\r\n]/.test(data) ? data.replace(/\r\n|\r|\n/g, '\ndata: ') : data}\n`
  return `${text}\n`
}

/** The text of a frame that says nothing: what keeps a connection open. */
export const formatComment = (comment: string): string => `: ${comment}\n\n`

function readFrame(bytes: Uint8Array): StreamFrame {
  const text = decodeText(bytes)
  const frame: { id?: string; event?: string; data?: string; retry?: Milliseconds; comments: string[] } = { comments: [] }
  for (const line of text.split(/\r\n|\r|\n/)) {
    const colon = line.indexOf(':')
    const name = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1)
    if (colon === 0) frame.comments.push(value)
    else if (name === 'data') frame.data = frame.data === undefined ? value : `${frame.data}\n${value}`
    else if (name === 'event') frame.event = value
    else if (name === 'id' && !value.includes('\0')) frame.id = value
    else if (name === 'retry' && /^\d+$/.test(value)) frame.retry = Math.min(Number(value), Number.MAX_SAFE_INTEGER)
  }
  // Empty fields are as good as missing ones, and a frame without data is no event: its type is forgotten, its id is not.
  if (!frame.id) delete frame.id
  if (!frame.event || frame.data === undefined) delete frame.event
  return { bytes, text, ...frame }
}
