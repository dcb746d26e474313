import { describe, expect, test } from 'vitest'
import { column, traceFromText } from '../../test/support/trace/drawn-trace'
import { answerHeaders, createScript, ORIGIN, receive, requestHeaders, type Script, store } from '../../test/support/trace/fixture-script'
import { beforeRun, CUT_NOW, cutRun, lostRun, refusedRun, resumedRun } from '../../test/support/trace/fixtures'
import { snapshotAt } from './snapshot'
import type { Snapshot } from './snapshot-types'
import { appendToTrace, extentOf, type Trace } from './trace'

function atEnd(trace: Trace): Snapshot {
  return snapshotAt(trace, extentOf(trace)?.to ?? 0)
}

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

describe('a reconnection wait', () => {
  const waiting = (wait: number, frozen: boolean) => {
    const script = createScript()
    script.client(0, { kind: 'resume.waiting', stream: 'call-2', wait, attempt: 1, ...(frozen ? { frozen } : {}) })
    return snapshotAt(script.trace(), ORIGIN + 5000).waiting
  }

  test('is over when its time is over', () => {
    expect(waiting(1000, false)).toBeUndefined()
  })

  test('that is frozen stands, however little of it is left', () => {
    expect(waiting(700, true)).toMatchObject({ stream: 'call-2', frozen: true })
    expect(waiting(0, true)).toMatchObject({ stream: 'call-2', frozen: true })
  })
})
