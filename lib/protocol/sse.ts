/**
 * Cuts the bytes of an event stream into whole frames, and reads the fields of each. A frame ends with a blank line; what has no end yet
 * stays behind as the rest. Works on bytes, so a chunk may end inside a multi-byte character. Spec: WHATWG HTML, 9.2.5 and 9.2.6.
 */
import { createParser } from 'eventsource-parser'
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
  const read = createFrameReader()
  let buffer: Uint8Array = new Uint8Array(0)
  let scanned = 0
  let lineIsEmpty = true
  let afterCR = false

  return {
    rest: () => buffer,
    push(chunk) {
      const frames: StreamFrame[] = []
      buffer = buffer.length === 0 ? chunk : join([buffer, chunk])
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
          if (i > start) frames.push(read(buffer.subarray(start, i + 1)))
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

/** One array of bytes out of many. */
export function join(parts: readonly Uint8Array[]): Uint8Array {
  const only = parts.length === 1 ? parts[0] : undefined
  if (only) return only
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

function createFrameReader(): (bytes: Uint8Array) => StreamFrame {
  const decoder = new TextDecoder()
  let found: { id?: string; event?: string; data?: string; retry?: number; comments: string[] } = { comments: [] }
  const parser = createParser({
    onEvent: ({ id, event, data }) => Object.assign(found, { ...(id && { id }), ...(event && { event }), data }),
    onRetry: (retry) => {
      found.retry = retry
    },
    onComment: (comment) => found.comments.push(comment),
  })
  return (bytes) => {
    found = { comments: [] }
    const text = decoder.decode(bytes)
    const lines = text.replace(/\r\n?/g, '\n')
    parser.feed(lines)
    if (found.data === undefined) {
      // The parser says nothing of a frame without data, but its id still becomes the last event ID (WHATWG 9.2.6).
      const id = [...lines.matchAll(/^id: ?(.*)$/gm)].at(-1)?.[1]
      if (id && !id.includes('\0')) found.id = id
    }
    return { bytes, text, ...found }
  }
}
