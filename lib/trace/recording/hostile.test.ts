/** A recording is a stranger's file: each field by its grammar, told in a sentence; and what was opened can be saved and opened again. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileText } from '../../../test/support/share/hostile-values'
import { refusedRun, resumedRun } from '../../../test/support/trace/fixtures'
import { GERMAN } from '../../words/de'
import { recordingProblemSayings } from '../../words/run/recording-problem'
import { messageText, translateIn } from '../../words/t'
import type { Trace } from '../trace'
import { MOST_OBSERVATIONS, parseRecording, RECORDING_VERSION, stringifyRecording } from './recording'
import { RecordingError } from './recording-error'

const SEED = Number(process.env.PTP_SEED ?? Math.floor(Math.random() * 2 ** 31))
console.log(`PTP_SEED=${SEED}`)

type Seen = Record<string, unknown>
const fileOf = (trace: Trace) => JSON.parse(stringifyRecording(trace)) as { observations: Seen[] }
const FILES = [fileOf(resumedRun()), fileOf(refusedRun())]

/** What a reader is told in both languages; undefined when the file opens. */
function refusal(file: unknown): { readonly english: string; readonly german: string } | undefined {
  try {
    parseRecording(file)
    return undefined
  } catch (error) {
    expect(error).toBeInstanceOf(RecordingError)
    const sayings = recordingProblemSayings((error as RecordingError).problem)
    return { english: messageText(sayings), german: messageText(sayings, translateIn('de', GERMAN)) }
  }
}

/** The recording with one field of the first observation of that kind changed. */
function changed(kind: string, name: string, value: unknown): unknown {
  const file = structuredClone(FILES.find(({ observations }) => observations.some((seen) => seen.kind === kind)) ?? FILES[0]) as {
    observations: Seen[]
  }
  const at = file.observations.findIndex((seen) => seen.kind === kind)
  if (at < 0) throw new Error(`No run of the fixtures has ${kind}.`)
  file.observations[at] = { ...file.observations[at], [name]: value }
  return file
}

const deep = (depth: number): unknown => Array.from({ length: depth }).reduce((inside) => ({ inside }), {})

describe('a recording whose field is none of its grammar is refused, and told which, with its value', () => {
  test.each([
    ['connection.opened', 'method', 'GET x; echo INJECTED > file; #', 'not a method of HTTP'],
    ['connection.opened', 'method', '', 'not a method of HTTP'],
    ['connection.opened', 'method', 7, 'not a method of HTTP'],
    ['connection.opened', 'path', '//elsewhere.invalid/mcp', 'stays on its host'],
    ['connection.opened', 'path', '/\\elsewhere.invalid/mcp', 'stays on its host'],
    ['connection.opened', 'path', '/\t/elsewhere.invalid/mcp', 'stays on its host'],
    ['connection.opened', 'path', 'http://elsewhere.invalid/', 'stays on its host'],
    ['connection.opened', 'path', '/mcp\r\nx: y', 'stays on its host'],
    ['connection.opened', 'path', '/mcp#fragment', 'stays on its host'],
    ['connection.opened', 'headers', { 'x\r\ny': 'z' }, 'header names and values'],
    ['connection.opened', 'headers', { x: 'y\r\nz: w' }, 'header names and values'],
    ['connection.opened', 'headers', { 'Mcp-Session-Id': 'in capitals it would not be hidden' }, 'header names and values'],
    ['connection.opened', 'headers', { x: 7 }, 'header names and values'],
    ['connection.opened', 'lastEventId', 'call-2/9\ndata: x', 'not an event id'],
    ['connection.opened', 'edited', [], 'header names and values'],
    ['connection.opened', 'connection', 'c1\n\ndata: x', 'not a name'],
    ['connection.opened', 'rpc', { method: 'x', id: {} }, 'an object with a method'],
    ['connection.answered', 'status', 99, 'a status from 100 to 599'],
    ['connection.answered', 'status', 200.5, 'a status from 100 to 599'],
    ['connection.ended', 'how', 'severed\n\ndata: x', 'complete, severed or closed'],
    ['connection.ended', 'bytes', -1, 'a whole number from 0'],
    ['connection.ended', 'bytes', 1e300, 'a whole number from 0'],
    ['event.received', 'id', 'a\nb', 'not an event id'],
    ['event.received', 'retry', -5, 'a whole number from 0'],
    ['event.received', 'data', 'x'.repeat(4_000_001), 'at most 4 million characters'],
    ['event.received', 'event', {}, 'without the end of a line'],
    ['headers.kept', 'kept', { lastEventIds: {}, sessionId: 'with a blank' }, 'kept headers'],
    ['headers.kept', 'kept', { lastEventIds: { 'call-2': 'a\nb' } }, 'kept headers'],
    ['session.opened', 'session', 'ä', 'visible ASCII'],
    ['session.opened', 'session', '', 'visible ASCII'],
    ['call.started', 'tool', 'x'.repeat(1001), 'a short text'],
    ['call.started', 'tool', 'a\x1b[2Jb', 'a short text'],
    ['event.stored', 'role', 'queen', 'priming or message'],
    ['event.stored', 'n', 1.5, 'a whole number from 0'],
    ['plug.pulled', 'vantage', 'wire', 'client or server'],
    ['plug.pulled', 'at', -1, 'a time in milliseconds'],
    ['plug.pulled', 'at', 8.64e15, 'a time in milliseconds'],
    ['plug.pulled', 'seq', 0.5, 'a whole number from 0'],
  ])('%s.%s = %j', (kind, name, value, sentence) => {
    const told = refusal(changed(kind, name, value))
    expect(told?.english).toContain(sentence)
    expect(told?.english).toContain(`${name} `)
    expect(told?.english.length).toBeLessThan(250)
    expect(told?.german).not.toBe(told?.english)
  })

  test('objects in objects', () => {
    expect(refusal(changed('call.started', 'args', deep(100)))?.english).toContain('nested more than 64 deep')
    expect(refusal(changed('call.started', 'args', deep(50_000)))?.english).toContain('nested more than 64 deep')
    expect(refusal(changed('call.started', 'args', deep(20)))).toBeUndefined()
    expect(refusal({ version: deep(50_000), observations: [] })?.english).toBe(
      'This recording is version {…}, this page reads 3. Record the run again.',
    )
  })

  test('a file too long to be played', () => {
    const pulled = { kind: 'plug.pulled', at: 0, seq: 0, vantage: 'client' }
    const file = (n: number) => ({ version: RECORDING_VERSION, observations: Array.from({ length: n }, () => pulled) })
    expect(refusal(file(MOST_OBSERVATIONS + 1))?.english).toBe(
      'It has 100001 observations; this page plays at most 100000. Record a shorter run.',
    )
  })

  test('the note of the file', () => {
    expect(refusal({ ...FILES[0], note: deep(50_000) })?.english).toBe(
      'note is {…}, not a short text without control characters. Save the recording again.',
    )
  })

  test('a file in which every observation stands before the one that it follows is read in a moment', () => {
    const observations = Array.from({ length: 50_000 }, (_, i) => ({ kind: 'plug.pulled', at: 50_000 - i, seq: i, vantage: 'client' }))
    const began = performance.now()
    expect(parseRecording({ version: RECORDING_VERSION, observations }).observations[0]?.at).toBe(1)
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

describe('a recording with random hostile values', () => {
  const value = fc.oneof(
    hostileText,
    hostileText.map((text) => `/${text}`),
    fc.stringMatching(/^[\x21-\x7e]{16,40}$/),
    fc.constantFrom(0, -1, 0.5, 1e300, null, true, [], {}, '__proto__', 'connection.opened', 'reloaded-before-id'),
    fc.dictionary(hostileText, hostileText, { maxKeys: 3 }),
    fc.record({ code: hostileText, quoted: hostileText }),
    fc.record({
      lastEventIds: fc.dictionary(hostileText, hostileText, { maxKeys: 3 }),
      sessionId: fc.stringMatching(/^[\x21-\x7e]{16,40}$/),
    }),
    fc.record({ 'mcp-session-id': hostileText }),
  )
  const change = fc.tuple(fc.nat(), fc.nat(), value)

  test('is refused in a short sentence, or is played, saved and opened again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FILES), fc.array(change, { minLength: 1, maxLength: 4 }), (file, changes) => {
        const observations = [...file.observations]
        for (const [which, field, wrong] of changes) {
          const seen = observations[which % observations.length] ?? {}
          const names = Object.keys(seen)
          observations[which % observations.length] = { ...seen, [names[field % names.length] ?? 'kind']: wrong }
        }
        const told = refusal({ ...file, observations })
        if (told) expect(told.english.length).toBeLessThan(250)
        else {
          const saved = stringifyRecording(parseRecording({ ...file, observations }))
          const again = parseRecording(saved)
          expect(again.observations.map(({ kind, at }) => ({ kind, at }))).toEqual(
            parseRecording({ ...file, observations }).observations.map(({ kind, at }) => ({ kind, at })),
          )
        }
      }),
      { seed: SEED, numRuns: 3000 },
    )
  })

  test.each(['connection.opened', 'reloaded-before-id', '"observations":[', '"kind":"plug.pulled"', 'mcp-protocol-version'])(
    'and a session called %s is saved so that it opens again, without the id',
    (session) => {
      const file = {
        ...FILES[0],
        observations: FILES[0]?.observations.map((seen) => (seen.kind === 'session.opened' ? { ...seen, session } : seen)),
      }
      const trace = parseRecording(file)
      const saved = parseRecording(stringifyRecording(trace))
      expect(saved.observations.map(({ kind }) => kind)).toEqual(trace.observations.map(({ kind }) => kind))
      expect(saved.observations.find(({ kind }) => kind === 'session.opened')).not.toMatchObject({ session })
    },
  )
})
