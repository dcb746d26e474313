import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../test/support/random'
import { joinBytes } from '../streams/bytes'
import { createFrameSplitter, type StreamFrame } from './sse'

const seed = Number(process.env.PTP_SEED ?? 20261123)
const encode = (text: string) => new TextEncoder().encode(text)

function split(chunks: readonly Uint8Array[]): { frames: StreamFrame[]; rest: string } {
  const splitter = createFrameSplitter()
  const frames = chunks.flatMap((chunk) => splitter.push(chunk))
  return { frames, rest: new TextDecoder().decode(splitter.rest()) }
}

const fieldsOf = ({ bytes: _, text: __, ...fields }: StreamFrame) => fields

describe('frames', () => {
  test('a frame gives its fields and its exact text', () => {
    const { frames, rest } = split([encode('id: call-2/1\nevent: message\ndata: {"a":1}\n\nid: call')])
    expect(frames.map(fieldsOf)).toEqual([{ id: 'call-2/1', event: 'message', data: '{"a":1}', comments: [] }])
    expect(frames[0]?.text).toBe('id: call-2/1\nevent: message\ndata: {"a":1}\n\n')
    expect(rest).toBe('id: call')
  })

  test('a priming event has an id, a retry and empty data', () => {
    const { frames } = split([encode('id: call-2/0\nretry: 1500\ndata: \n\n')])
    expect(frames.map(fieldsOf)).toEqual([{ id: 'call-2/0', retry: 1500, data: '', comments: [] }])
  })

  test('lone ids, lone retries and comments are frames too', () => {
    const { frames } = split([encode('id: a/1\n\nretry: 5\n\n: keep-alive\n\nid: \n\n')])
    expect(frames.map(fieldsOf)).toEqual([
      { id: 'a/1', comments: [] },
      { retry: 5, comments: [] },
      { comments: ['keep-alive'] },
      { comments: [] },
    ])
  })

  test('an id does not leak into the next frame', () => {
    const { frames } = split([encode('id: a/1\ndata: x\n\ndata: y\n\nid: a/2\n\ndata: z\n\n')])
    expect(frames.map(({ id, data }) => [id, data])).toEqual([
      ['a/1', 'x'],
      [undefined, 'y'],
      ['a/2', undefined],
      [undefined, 'z'],
    ])
  })

  test('lines may end with LF, CR or CRLF', () => {
    for (const end of ['\n', '\r', '\r\n']) {
      const { frames, rest } = split([encode(`id: a/1${end}data: x${end}${end}data: y${end}${end}`)])
      expect(frames.map(({ id, data }) => [id, data])).toEqual([
        ['a/1', 'x'],
        [undefined, 'y'],
      ])
      expect(rest).toBe('')
    }
  })

  test('however the bytes are chunked, the frames are the same', () => {
    const stream = encode(
      'id: a/0\nretry: 9\ndata: \n\n: hi\n\nid: a/1\ndata: 🟩🟥é\ndata: two\n\r\nid: a/2\r\ndata: 🎨\r\n\r\nid: a/3\nda',
    )
    const whole = split([stream])
    const chunkings = fc.array(fc.integer({ min: 1, max: stream.length - 1 }), { maxLength: 20 })
    fc.assert(
      fc.property(chunkings, (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), stream.length]
        const chunks = at.slice(1).map((end, i) => stream.subarray(at[i], end))
        const parts = split(chunks)
        expect(parts.frames.map(fieldsOf)).toEqual(whole.frames.map(fieldsOf))
        expect(parts.rest).toBe(whole.rest)
      }),
      { seed, numRuns: runs(300) },
    )
  })

  test('byte by byte, the frames and the rest are the whole stream', () => {
    const stream = encode('id: a/0\ndata: 🟩\n\n: c\n\nid: a/1\ndata: x\n\nda')
    const splitter = createFrameSplitter()
    const seen: Uint8Array[] = []
    for (const byte of stream) for (const frame of splitter.push(Uint8Array.of(byte))) seen.push(frame.bytes)
    expect(joinBytes([...seen, splitter.rest()])).toEqual(stream)
  })
})

test('a retry of more digits than a number holds is one that a file can hold', () => {
  const [frame] = createFrameSplitter().push(new TextEncoder().encode(`retry: ${'9'.repeat(400)}\n\n`))
  expect(frame?.retry).toBe(Number.MAX_SAFE_INTEGER)
})
