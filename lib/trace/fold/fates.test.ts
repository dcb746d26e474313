import { describe, expect, test } from 'vitest'
import { column, traceFromText } from '../../../test/support/trace/drawn-trace'
import { createScript, receive, requestHeaders, type Script, SESSION } from '../../../test/support/trace/fixture-script'
import { refusedRun } from '../../../test/support/trace/fixtures'
import { IN_FLIGHT_MS, snapshotAt } from '../snapshot'
import type { Fate, Snapshot } from '../snapshot-types'
import { appendToTrace, EMPTY_TRACE, extentOf, type Trace } from '../trace'

const LETTERS: Readonly<Record<Fate, string>> = {
  underway: '>',
  received: 'o',
  missing: 'x',
  replayed: '@',
  duplicated: '2',
  lost: '-',
}

/** The fates of the call's events, a letter each, by n. */
function fates({ stage }: Snapshot): string {
  return (stage.call?.events ?? []).map(({ fate }) => LETTERS[fate]).join('')
}

function atEnd(trace: Trace): Snapshot {
  return snapshotAt(trace, extentOf(trace)?.to ?? 0)
}

const CUT_AND_RESUMED = traceFromText(`
  plug    |       x       o             |
  server  |  p123456 789      a    $    |
  wire    |(      ~  !  !  [          ] |
  client  |  p1234          56789 a  $  |
`)

describe('the fate of an event', () => {
  test('is underway for a moment after it was stored, while a connection of its stream is open', () => {
    const trace = traceFromText(`
      server |p12   |
      wire   |(     |
      client |p1    |
    `)
    expect(fates(snapshotAt(trace, column(2)))).toBe('oo>')
    expect(fates(snapshotAt(trace, column(2) + IN_FLIGHT_MS - 1))).toBe('oo>')
    expect(fates(snapshotAt(trace, column(2) + IN_FLIGHT_MS))).toBe('oox')
  })

  test('is missing at once, not underway, when it was stored while the plug is out', () => {
    const cut = snapshotAt(CUT_AND_RESUMED, column(12))
    expect(fates(cut)).toBe('oooooxxxxx')
    expect(cut.ledger).toEqual({ stored: 9, received: 4, missing: 5, underway: 0, lost: 0, replayed: 0, duplicated: 0 })
  })

  test('is replayed when the replay covered it, and received when it followed live on the same connection', () => {
    const whole = atEnd(CUT_AND_RESUMED)
    expect(fates(whole)).toBe('ooooo@@@@@oo')
    expect(whole.ledger).toEqual({ stored: 11, received: 11, missing: 0, underway: 0, lost: 0, replayed: 5, duplicated: 0 })
  })

  test('is not replayed when it was stored during the resume, after the server had said how far it replays', () => {
    const trace = traceFromText(`
      server |p12  3      |
      wire   |( ~ [       |
      client |p1   23     |
    `)
    expect(fates(atEnd(trace))).toBe('oo@o')
  })

  test('tells two resumes after the same last event ID apart: what only the second could replay is replayed, what followed it is not', () => {
    const trace = traceFromText(`
      server |p12 3  4   5     |
      wire   |( ~[ ~  [        |
      client |p1       234 5   |
    `)
    expect(fates(atEnd(trace))).toBe('oo@@@o')
  })

  test('tells two resumes apart by time when one of them left no word of the server', () => {
    const trace = traceFromText(`
      server |p12 3     4   5     |
      wire   |( ~[ ~       [      |
      client |p1            2345  |
    `)
    const replays = trace.observations.filter(({ kind }) => kind === 'replay.started')
    const without = { observations: trace.observations.filter((seen) => seen !== replays[0]) }
    expect(fates(atEnd(without))).toBe('oo@@@o')
  })

  test('tells two resumes apart by their order, even if the clock of the server is far off', () => {
    const trace = traceFromText(`
      server |p12 3  4   5     |
      wire   |( ~[ ~  [        |
      client |p1       234 5   |
    `)
    const late = trace.observations.map((seen) => (seen.kind === 'replay.started' ? { ...seen, at: seen.at + 350 } : seen))
    expect(fates(atEnd(appendToTrace(EMPTY_TRACE, late)))).toBe('oo@@@o')
  })

  test('takes the nearest of several replays after the same last event ID, when not each resume has one', () => {
    const trace = traceFromText(`
      server |p12    3     |
      wire   |( ~[~ [~[    |
      client |p1       23  |
    `)
    const first = trace.observations.find(({ kind }) => kind === 'replay.started')
    expect(fates(atEnd({ observations: trace.observations.filter((seen) => seen !== first) }))).toBe('oo@@')
  })

  test('is duplicated when it got through twice, whatever the second connection was', () => {
    const trace = traceFromText(`
      server |p12        |
      wire   |(   ~ [    |
      client |p12   12   |
    `)
    expect(fates(atEnd(trace))).toBe('o22')
    expect(atEnd(trace).ledger).toMatchObject({ stored: 2, received: 2, duplicated: 2, missing: 0 })
  })

  test('is not duplicated by the frame that primes a resumed connection with the id it was given', () => {
    const connection = snapshotAt(CUT_AND_RESUMED, column(16) + 50).connections.at(-1)
    expect(connection?.frames).toMatchObject([{ kind: 'event', key: 'call-2/4', data: '' }])
    expect(fates(snapshotAt(CUT_AND_RESUMED, column(16) + 50))).toBe('oooooxxxxx')
  })

  test('of a priming event that was cut and came with the resume is received', () => {
    const trace = traceFromText(`
      server |p1       |
      wire   |(~  [    |
      client |     1   |
    `)
    expect(fates(atEnd(trace))).toBe('o@')
  })

  test('is lost when it was evicted before it got through, and takes the later ones of its stream with it', () => {
    const trace = traceFromText(`
      server |p12345  |
      wire   |(  ~    |
      client |p12     |
      gone   |      3 |
    `)
    expect(fates(atEnd(trace))).toBe('ooo---')
    expect(atEnd(trace).stage.call?.events.map(({ evictedAt }) => evictedAt !== undefined)).toEqual([true, true, true, true, false, false])
  })

  test('stays what it was when only received events were evicted', () => {
    const trace = traceFromText(`
      server |p12345  |
      wire   |(  ~    |
      client |p12     |
      gone   |      2 |
    `)
    expect(fates(atEnd(trace))).toBe('oooxxx')
  })

  test('is lost when the session has ended', () => {
    expect(atEnd(refusedRun()).ledger).toMatchObject({ stored: 14, received: 9, missing: 0, lost: 5 })
  })

  test('counts a received id as stored even before the server has said so', () => {
    const trace = traceFromText(`
      server |p12 |
      wire   |(   |
      client |p12 |
    `)
    const clientOnly = { observations: trace.observations.filter(({ vantage }) => vantage === 'client') }
    expect(fates(atEnd(clientOnly))).toBe('ooo')
    expect(atEnd(clientOnly).ledger).toMatchObject({ stored: 2, received: 2 })
    expect(atEnd(clientOnly).stage.call?.events[1]?.storedAt).toBeUndefined()
  })

  test('is replayed before the word of the server has arrived, when it was stored before the connection was opened', () => {
    const late = { observations: CUT_AND_RESUMED.observations.filter(({ kind }) => kind !== 'replay.started') }
    expect(fates(atEnd(late))).toBe('ooooo@@@@@oo')
  })
})

describe('without event log', () => {
  const trace = traceFromText(
    `
    plug    |      x     o  |
    server  | 123456    7 $ |
    wire    |(     ~        |
    client  |  1234         |
  `,
    { log: false },
  )

  test('the k-th message that got through is the k-th that was sent', () => {
    const cut = snapshotAt(trace, column(5))
    expect(fates(cut)).toBe('ooo>>')
    expect(cut.connections[0]?.frames.map((frame) => frame.kind === 'event' && frame.key)).toEqual(['call-2#1', 'call-2#2', 'call-2#3'])
    expect(cut.stage.call?.events[0]).toMatchObject({ key: 'call-2#1', n: 1, storedAt: column(1) })
  })

  test('what was sent and did not get through is lost as soon as its connection is gone', () => {
    expect(fates(snapshotAt(trace, column(6)))).toBe('oooo--')
    expect(atEnd(trace).ledger).toEqual({ stored: 8, received: 4, missing: 0, underway: 0, lost: 4, replayed: 0, duplicated: 0 })
  })

  test('a message of which only the client has spoken is there all the same', () => {
    const early = {
      observations: trace.observations.filter((seen) => seen.kind !== 'message.sent' || seen.n < 3),
    }
    expect(fates(atEnd(early))).toBe('oooo')
  })

  test('on the standalone stream, messages are told apart by their text, for holes lie between its connections', () => {
    const script = createScript()
    const notice = (n: number) => JSON.stringify({ jsonrpc: '2.0', method: `notifications/n${n}` })
    script.server(0, { kind: 'session.opened', session: SESSION, resumable: false, client: 'test' })
    script.server(1, { kind: 'stream.opened', stream: 'get' })
    openGet(script, 10, 'c1')
    for (let n = 1; n <= 4; n++) script.server(n * 1000, { kind: 'message.sent', stream: 'get', n, data: notice(n) })
    receive(script, 1010, 'c1', undefined, notice(1))
    script.client(1500, { kind: 'connection.ended', connection: 'c1', how: 'severed', bytes: 60 })
    openGet(script, 3500, 'c2')
    receive(script, 4010, 'c2', undefined, notice(4))
    const standalone = atEnd(script.trace()).stage.standalone
    expect(standalone?.events.filter(({ receipts }) => receipts.length > 0).map(({ n }) => n)).toEqual([1, 4])
  })
})

function openGet(script: Script, at: number, connection: string): void {
  script.client(at, { kind: 'connection.opened', connection, method: 'GET', path: '/mcp', headers: requestHeaders(), stream: 'get' })
}
