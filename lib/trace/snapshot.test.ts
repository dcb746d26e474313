import { describe, expect, test } from 'vitest'
import { column, traceFromText } from './drawn-trace'
import { answerHeaders, createScript, ORIGIN, receive, requestHeaders, type Script, SESSION, store } from './fixture-script'
import { beforeRun, CUT_NOW, cutRun, lostRun, refusedRun, resumedRun } from './fixtures'
import { IN_FLIGHT_MS, snapshotAt } from './snapshot'
import type { Fate, Snapshot } from './snapshot-types'
import { appendToTrace, EMPTY_TRACE, extentOf, type Trace } from './trace'

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

describe('the stream of a connection', () => {
  const opened = (script: Script, id: number | undefined) =>
    script.client(10, {
      kind: 'connection.opened',
      connection: 'c1',
      method: 'POST',
      path: '/mcp',
      headers: requestHeaders(),
      rpc: { method: 'tools/call', tool: 'test', ...(id === undefined ? {} : { id }) },
    })

  test('is not known before anyone has said so', () => {
    const script = createScript()
    opened(script, 1)
    expect(atEnd(script.trace()).connections[0]?.stream).toBeUndefined()
  })

  test('is known by the JSON-RPC id of the request, before its first byte', () => {
    const script = createScript()
    opened(script, 1)
    script.server(20, { kind: 'stream.opened', stream: 'call-2', rpc: { method: 'tools/call', id: 1 } })
    expect(atEnd(script.trace()).connections[0]?.stream).toBe('call-2')
    expect(atEnd(script.trace()).stage.call?.connection).toBe('c1')
  })

  test('is known by the header that names the first event', () => {
    const script = createScript()
    opened(script, undefined)
    script.client(20, { kind: 'connection.answered', connection: 'c1', status: 200, headers: answerHeaders('call-2/0') })
    expect(atEnd(script.trace()).connections[0]?.stream).toBe('call-2')
  })

  test('is known by the first event id, and gives the stream its request while the server has not spoken', () => {
    const script = createScript()
    opened(script, undefined)
    script.client(20, { kind: 'connection.answered', connection: 'c1', status: 200, headers: {} })
    receive(script, 30, 'c1', 'call-2/0', '')
    expect(atEnd(script.trace()).stage.call).toMatchObject({ name: 'call-2', kind: 'call', rpc: { method: 'tools/call' } })
  })
})

describe('the stage', () => {
  test('holds the newest tool call and the standalone stream; initialize is left out of the ledger', () => {
    const script = createScript()
    for (const [i, name] of ['call-1', 'get', 'call-2', 'call-10'].entries()) {
      const rpc = name === 'get' ? undefined : { method: i === 0 ? 'initialize' : 'tools/call', id: i }
      script.server(0, { kind: 'stream.opened', stream: name, ...(rpc ? { rpc } : {}) })
      store(script, 1, name, 1, '{}')
    }
    const { stage, ledger, streams } = atEnd(script.trace())
    expect([stage.standalone?.name, stage.call?.name]).toEqual(['get', 'call-10'])
    expect(streams.map(({ name }) => name)).toEqual(['get', 'call-1', 'call-2', 'call-10'])
    expect(ledger.stored).toBe(2)
  })

  test('has no call before a tool was called', () => {
    expect(atEnd(beforeRun()).stage.call).toBeUndefined()
    expect(atEnd(beforeRun()).ledger).toMatchObject({ stored: 0, received: 0, missing: 0 })
  })
})

describe('the plug', () => {
  test('is out from the pull to the push, and the outages add up', () => {
    const trace = traceFromText(`
      plug   | x  o   x o  |
    `)
    expect(snapshotAt(trace, column(1) - 1)).toMatchObject({ plug: 'in', outage: 0 })
    expect(snapshotAt(trace, column(2))).toMatchObject({ plug: 'out', pulledAt: column(1), outage: 100 })
    expect(snapshotAt(trace, column(9))).toMatchObject({ plug: 'out', pulledAt: column(8), outage: 100 })
    expect(atEnd(trace)).toMatchObject({ plug: 'in', outage: 500 })
    expect(atEnd(trace).pulledAt).toBeUndefined()
  })

  test('is in on a page that was loaded anew, and what the old page had open is gone', () => {
    const script = createScript()
    openGet(script, 0, 'c1')
    script.client(10, { kind: 'plug.pulled' })
    script.client(20, { kind: 'page.loaded' })
    openGet(script, 30, 'c1')
    const { plug, connections, stage } = atEnd(script.trace())
    expect(plug).toBe('in')
    expect(connections.map(({ id, end }) => [id, end?.how])).toEqual([
      ['c1', 'closed'],
      ['c1.2', undefined],
    ])
    expect(stage.standalone?.connection).toBeUndefined()
  })
})

describe('what the client knows', () => {
  test('the kept headers are those kept last', () => {
    expect(snapshotAt(cutRun(), CUT_NOW).kept.lastEventIds).toEqual({ 'call-1': 'call-1/1', get: 'get/0', 'call-2': 'call-2/9' })
    expect(snapshotAt(cutRun(), ORIGIN + 600).kept.lastEventIds['call-2']).toBe('call-2/0')
  })

  test('it waits until it asks again, and no longer', () => {
    const cut = cutRun()
    expect(snapshotAt(cut, ORIGIN + 3000).waiting).toMatchObject({ since: ORIGIN + 2802, until: ORIGIN + 3278, attempt: 1 })
    expect(snapshotAt(cut, ORIGIN + 3279).waiting).toBeUndefined()
    expect(atEnd(resumedRun()).waiting).toBeUndefined()
  })

  test('a 404 to a request with its session id tells it that the session has ended', () => {
    const trace = refusedRun()
    const deaf = { observations: trace.observations.filter(({ kind }) => kind !== 'session.ended') }
    expect(snapshotAt(deaf, ORIGIN + 4400).session?.state).toBe('open')
    expect(atEnd(deaf).session).toMatchObject({ state: 'ended', endReason: 'not found', endedAt: ORIGIN + 4420 })
    expect(atEnd(trace).refused).toMatchObject({ status: 404, stream: 'call-2' })
  })

  test('the call is on the stream of its own request and keeps how it settled', () => {
    expect(snapshotAt(cutRun(), CUT_NOW).call).toMatchObject({ tool: 'paint_picture', stream: 'call-2' })
    expect(snapshotAt(cutRun(), CUT_NOW).call?.settled).toBeUndefined()
    expect(atEnd(resumedRun()).call?.settled?.outcome).toBe('result')
    expect(atEnd(lostRun()).call?.settled?.outcome).toBe('error')
  })

  test('a call picked up after a reload keeps the moment it was started', () => {
    const script = createScript()
    script.client(0, { kind: 'call.started', call: 'a', tool: 'test', args: {} })
    script.server(1, { kind: 'stream.opened', stream: 'call-2', rpc: { method: 'tools/call', id: 1 } })
    script.client(500, { kind: 'page.loaded' })
    script.client(600, { kind: 'call.started', call: 'a', tool: 'test', args: {}, adopted: true })
    expect(atEnd(script.trace()).call).toMatchObject({ startedAt: ORIGIN, stream: 'call-2' })
  })
})

describe('facts that come late', () => {
  test('a duplicated event was replayed, when the word of the server comes after both receipts', () => {
    const script = createScript()
    script.server(0, { kind: 'stream.opened', stream: 'call-2', rpc: { method: 'tools/call', id: 1 } })
    const headers = requestHeaders({ 'last-event-id': 'call-2/0' })
    const asked = { method: 'GET', path: '/mcp', headers, lastEventId: 'call-2/0', stream: 'call-2' } as const
    script.client(100, { kind: 'connection.opened', connection: 'c1', ...asked })
    store(script, 101, 'call-2', 1, '{}')
    receive(script, 110, 'c1', 'call-2/1', '{}')
    receive(script, 111, 'c1', 'call-2/1', '{}')
    const early = script.trace()
    const replayed = (trace: Trace) => atEnd(trace).stage.call?.events[0]?.receipts.map((receipt) => receipt.replayed)
    expect(replayed(early)).toEqual([false, false])
    const word = { kind: 'replay.started', stream: 'call-2', after: 'call-2/0', through: 'call-2/1', count: 1 } as const
    expect(replayed(appendToTrace(early, [{ ...word, seq: 9, at: ORIGIN + 120, vantage: 'server' }]))).toEqual([true, true])
  })

  test('a frame takes its place among thousands that were folded before it', () => {
    const script = createScript()
    openGet(script, 0, 'c1')
    for (let i = 1; i <= 3000; i++) if (i !== 2500) script.client(i, { kind: 'comment.received', connection: 'c1', comment: String(i) })
    const without = script.trace()
    const comments = (trace: Trace) => atEnd(trace).connections[0]?.frames.map((frame) => frame.kind === 'comment' && Number(frame.comment))
    expect(comments(without)).toHaveLength(2999)
    script.client(2500, { kind: 'comment.received', connection: 'c1', comment: '2500' })
    const late = script.trace().observations.find((seen) => seen.at === ORIGIN + 2500)
    const whole = appendToTrace(without, late ? [late] : [])
    expect(comments(whole)).toEqual(Array.from({ length: 3000 }, (_, i) => i + 1))
    expect(snapshotAt(without, ORIGIN + 2600).connections[0]?.frames).toHaveLength(2599)
  })
})

describe('identity', () => {
  test('asked again for the same moment, the same snapshot comes back', () => {
    const trace = cutRun()
    expect(snapshotAt(trace, CUT_NOW)).toBe(snapshotAt(trace, CUT_NOW))
  })

  test('an event and a connection that did not change are the same objects at another moment', () => {
    const trace = resumedRun()
    const [before, after] = [snapshotAt(trace, ORIGIN + 2500), snapshotAt(trace, ORIGIN + 5600)]
    expect(after.stage.call?.events[3]).toBe(before.stage.call?.events[3])
    expect(after.connections[0]).toBe(before.connections[0])
  })
})

function openGet(script: Script, at: number, connection: string): void {
  script.client(at, { kind: 'connection.opened', connection, method: 'GET', path: '/mcp', headers: requestHeaders(), stream: 'get' })
}
