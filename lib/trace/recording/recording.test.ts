import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs, SEED } from '../../../test/support/random'
import { ORIGIN, SESSION } from '../../../test/support/trace/fixture-script'
import { cutRun, lostRun, refusedRun, resumedRun } from '../../../test/support/trace/fixtures'
import { recordingProblemSayings } from '../../words/run/recording-problem'
import { tableRows } from '../../words/run/table'
import { messageText } from '../../words/t'
import { snapshotAt } from '../snapshot'
import { layoutTimeline } from '../timeline/timeline'
import { extentOf, type Trace } from '../trace'
import { cutRecording, openRecording, parseRecording, RECORDING_VERSION, stringifyRecording } from './recording'
import { RecordingError } from './recording-error'
import { standInFor } from './redact'

const about = { takenOn: '2026-11-23', note: 'A cut after row 9.' }

/** What the reader is told. */
const told = (error: unknown) => (error instanceof RecordingError ? messageText(recordingProblemSayings(error.problem)) : String(error))

function caught(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  return undefined
}

/** A recording whose first observation has been changed. */
function damaged(change: Record<string, unknown>): unknown {
  const recording = JSON.parse(stringifyRecording(cutRun(), about)) as { observations: Record<string, unknown>[] }
  return { ...recording, observations: recording.observations.map((seen, i) => (i === 0 ? { ...seen, ...change } : seen)) }
}

describe('a recording', () => {
  test.each([
    ['cut', cutRun()],
    ['resumed', resumedRun()],
    ['lost', lostRun()],
    ['refused', refusedRun()],
  ])('of the %s run plays as the run did', (_, trace: Trace) => {
    const played = parseRecording(stringifyRecording(trace, about))
    const end = extentOf(trace)?.to ?? 0
    expect(played.recorded).toEqual(about)
    expect(snapshotAt(played, end).ledger).toEqual(snapshotAt(trace, end).ledger)
    expect(played.observations).toHaveLength(trace.observations.length)
  })

  test('never holds a session id, only its ends, so that the card still reads the same', () => {
    const text = stringifyRecording(refusedRun(), about)
    expect(text).not.toContain(SESSION)
    expect(text).toContain('7f3a0000-0000-0000-0000-00000000e1c2')
    expect(standInFor('short')).toBe('00000')
  })

  test('leaves out headers that carry credentials', () => {
    const [first, ...rest] = cutRun().observations
    if (first?.kind !== 'connection.opened') throw new Error('The fixture begins with a request.')
    const trace = { observations: [{ ...first, headers: { ...first.headers, authorization: 'Bearer abc' } }, ...rest] }
    expect(stringifyRecording(trace, about)).not.toContain('Bearer')
    expect(stringifyRecording(trace, about)).toContain('"accept"')
  })

  test('keeps a word that was typed as a session id, wherever else it stands', () => {
    const [first, ...rest] = cutRun().observations
    if (first?.kind !== 'connection.opened') throw new Error('The fixture begins with a request.')
    const typed = { ...first, headers: { ...first.headers, 'mcp-session-id': 'version' }, edited: { 'mcp-session-id': SESSION } }
    const text = stringifyRecording({ observations: [typed, ...rest] }, about)
    expect(text).not.toContain(SESSION)
    expect(parseRecording(text).observations[0]).toMatchObject({ headers: { 'mcp-session-id': 'version' } })
  })

  test('redacted twice is the same', () => {
    const once = stringifyRecording(cutRun(), about)
    expect(stringifyRecording(parseRecording(once))).toBe(once)
  })

  test('is frozen while developing', () => {
    const trace = parseRecording(stringifyRecording(cutRun(), about))
    expect(Object.isFrozen(trace.observations)).toBe(true)
    expect(Object.isFrozen(trace.observations[0])).toBe(true)
  })

  test('is put in order of time, however the file has it', () => {
    const recording = JSON.parse(stringifyRecording(cutRun(), about)) as { observations: unknown[] }
    const shuffled = parseRecording({ ...recording, observations: [...recording.observations].reverse() })
    expect(shuffled.observations.map(({ at }) => at)).toEqual(cutRun().observations.map(({ at }) => at))
  })

  test('cut at a moment holds what was seen until then', () => {
    const cut = cutRecording(resumedRun(), ORIGIN + 4240)
    expect(snapshotAt(cut, ORIGIN + 9000).ledger.missing).toBe(5)
    expect(cut.observations).toHaveLength(cutRun().observations.length)
  })
})

describe('a file of an older version', () => {
  const textOf = (name: string) =>
    readFileSync(new URL(`../../../test/support/trace/recordings/${name}.recording.json`, import.meta.url), 'utf8')

  test.each([
    ['without-resumability.v1', 1],
    ['refused-1.v2', 2],
    ['silence-3.v2', 2],
  ])('%s is played, and saved again as version 3 with the same run', async (name, version) => {
    const text = textOf(name)
    expect(text).toContain(`"version":${version},`)
    const old = await openRecording(text)
    const now = stringifyRecording(old)
    expect(now).toContain('"version":3,')
    expect(parseRecording(now)).toEqual(old)
    expect(await openRecording(JSON.parse(now))).toEqual(old)
    expect(tableRows(old).length).toBe(old.observations.length)
  })

  test('tells its reasons and details as data', async () => {
    const { observations } = await openRecording(textOf('refused-1.v2'))
    const quoted =
      'Session "2b9d0000-0000-0000-0000-00000000a99d" does not exist: it was ended, has expired, or never was. Start a new one with initialize, without this header'
    const gone = { code: 'session-gone', status: 404, quoted }
    expect(observations.find(({ kind }) => kind === 'resume.refused')).toMatchObject({ reason: gone })
    expect(observations.find(({ kind }) => kind === 'call.settled')).toMatchObject({ outcome: 'error', reason: gone })
    expect(observations.find(({ kind }) => kind === 'fault.set')).toMatchObject({ detail: { code: 'deleted' } })
    const silent = await openRecording(textOf('silence-3.v2'))
    const ends = silent.observations.filter(({ kind }) => kind === 'fault.set')
    expect(ends.at(-1)).toMatchObject({ detail: { code: 'cuts-idle', ms: 400, cuts: 4 } })
  })

  test('that was damaged says where', async () => {
    const file = {
      version: 2,
      observations: [{ kind: 'connection.failed', at: 0, seq: 0, vantage: 'client', connection: 'c1', reason: 7 }],
    }
    expect(told(await openRecording(file).catch((error: unknown) => error))).toBe(
      'Observation 0 cannot be read: reason of connection.failed is 7, not a reason with its code. Save the recording again.',
    )
  })

  test('is the only one that a sentence is read from: nothing else asks for the upgrade', async () => {
    expect(told(caught(() => parseRecording(textOf('silence-3.v2'))))).toBe(
      'This recording is version 2, this page reads 3. Record the run again.',
    )
    expect(told(await openRecording('{"version": 2, "obs').catch((error: unknown) => error))).toContain('This file is not JSON.')
  })
})

describe('a file that was damaged anywhere', () => {
  const strange = fc.oneof(fc.constantFrom(null, -1, 1e300, '', '/', true, [], {}, [null], { method: 3 }, '__proto__'), fc.jsonValue())
  const whole = [resumedRun(), refusedRun(), lostRun()].map(
    (trace) => JSON.parse(stringifyRecording(trace, about)) as { observations: Record<string, unknown>[] },
  )

  test(`is explained, or plays without an error (PTP_SEED=${SEED})`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.nat(), fc.nat(), strange, (recording, which, field, value) => {
        const i = which % recording.observations.length
        const seen = recording.observations[i] ?? {}
        const names = Object.keys(seen)
        const changed = { ...seen, [names[field % names.length] ?? 'kind']: value }
        const file = { ...recording, observations: recording.observations.with(i, changed) }
        let trace: Trace
        try {
          trace = parseRecording(file)
        } catch (error) {
          expect(error).toBeInstanceOf(RecordingError)
          expect(told(error)).toContain(`Observation ${i} cannot be read: `)
          return
        }
        const at = extentOf(trace)?.to ?? 0
        expect(() => [snapshotAt(trace, at), layoutTimeline(trace, at), tableRows(trace), stringifyRecording(trace)]).not.toThrow()
      }),
      { seed: SEED, numRuns: runs(400) },
    )
  })
})

describe('a file that cannot be played says what, which value, and what to do', () => {
  test.each([
    [{ version: 4, observations: [] }, 'This recording is version 4, this page reads 3. Reload the page to get a newer one.'],
    [{ version: 0, observations: [] }, 'This recording is version 0, this page reads 3. Record the run again.'],
    ['{"version": 1, "obs', 'This file is not JSON. Choose a file saved by this page.'],
    [null, 'This file is not a recording: it has no version or no observations. Choose a file saved by this page.'],
    [{ version: RECORDING_VERSION, observations: 'none' }, 'observations is string, not a list. Save the recording again.'],
    [damaged({ kind: 'plug.bent' }), 'Observation 0 cannot be read: kind "plug.bent" is not known to this page. Save the recording again.'],
    [damaged({ kind: 'toString' }), 'Observation 0 cannot be read: kind "toString" is not known to this page. Save the recording again.'],
    [damaged({ at: '9:00' }), 'Observation 0 cannot be read: at is "9:00", not a time in milliseconds. Save the recording again.'],
    [damaged({ vantage: 'wire' }), 'Observation 0 cannot be read: vantage is "wire", not client or server. Save the recording again.'],
    [
      damaged({ headers: 'none' }),
      'Observation 0 cannot be read: headers of connection.opened is "none", not an object of header names and values. Save the recording again.',
    ],
    [
      damaged({ path: '//elsewhere' }),
      'Observation 0 cannot be read: path of connection.opened is "//elsewhere", not a path that begins with / and stays on its host. Save the recording again.',
    ],
    [
      damaged({ body: 7 }),
      'Observation 0 cannot be read: body of connection.opened is 7, not a text of at most 4 million characters. Save the recording again.',
    ],
  ])('%#', (file, message) => {
    expect(() => parseRecording(file)).toThrow(RecordingError)
    expect(told(caught(() => parseRecording(file)))).toBe(message)
  })
})
