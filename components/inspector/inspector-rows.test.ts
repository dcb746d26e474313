import { describe, expect, it } from 'vitest'
import { snapshotAt } from '../../lib/trace/snapshot'
import { layoutTimeline } from '../../lib/trace/timeline/timeline'
import { appendToTrace, EMPTY_TRACE } from '../../lib/trace/trace'
import { tableRows } from '../../lib/words/run/describe'
import { cutRun, resumedRun } from '../../test/support/trace/fixtures'
import { messageRows, prettyJson } from './messages/message-rows'
import { shortData } from './wire/frame-line'
import { fieldLines, headerLines, requestLine, wireRows } from './wire/wire-rows'

const END = Number.MAX_SAFE_INTEGER
const resumed = snapshotAt(resumedRun(), END)

describe('the wire', () => {
  it('has each connection once, as request, answer, frames and end, in that order', () => {
    const kinds = wireRows(resumed.connections)
      .filter((row) => row.connection.id === 'c12')
      .map((row) => row.kind)
    expect(kinds[0]).toBe('request')
    expect(kinds[1]).toBe('answer')
    expect(new Set(kinds.slice(2, -1))).toEqual(new Set(['frame']))
    expect(kinds[kinds.length - 1]).toBe('end')
  })

  it('says of a request in vain that no answer came', () => {
    const rows = wireRows(snapshotAt(cutRun(), END).connections).filter((row) => row.kind === 'failure')
    expect(rows).toHaveLength(6)
  })

  it('puts the two headers first, whatever their case, and never shows a whole session id', () => {
    const lines = headerLines({
      accept: 'text/event-stream',
      'Last-Event-ID': 'call-2/9',
      'mcp-session-id': '7f3a90c4-5b1e-4d27-9a36-0c8f52d4e1c2',
    })
    expect(lines.map(({ name }) => name)).toEqual(['Last-Event-ID', 'Mcp-Session-Id', 'accept'])
    expect(lines[1]?.value).toBe('7f3a…e1c2')
  })

  it('splits a frame into fields at the first colon', () => {
    expect(fieldLines('id: call-2/1\nevent: message\ndata: {"a":1}\n\n')).toEqual([
      { field: 'id', value: 'call-2/1' },
      { field: 'event', value: 'message' },
      { field: 'data', value: '{"a":1}' },
    ])
  })
})

describe('messages', () => {
  it('are in order of time, go both ways and end with the result of the call', () => {
    const rows = messageRows(resumed.connections)
    expect(rows.map((row) => row.at)).toEqual(rows.map((row) => row.at).sort((a, b) => a - b))
    expect(new Set(rows.map((row) => row.from))).toEqual(new Set(['client', 'server']))
    expect(rows[rows.length - 1]).toMatchObject({ from: 'server', kind: 'result' })
  })

  it('that cannot be read are shown as they are', () => {
    expect(prettyJson('{"a":')).toBe('{"a":')
    expect(prettyJson('{"a":1}')).toBe('{\n  "a": 1\n}')
  })
})

it('the frame line leaves out what every progress message repeats', () => {
  const data = '{"jsonrpc":"2.0","method":"notifications/progress","params":{"progress":9,"total":16,"message":"🟧"}}'
  expect(shortData(data)).toBe('{"method":"notifications/progress", … "progress":9, … "message":"🟧" … }')
  const asSent = '{"method":"notifications/progress","params":{"progressToken":2,"progress":9,"total":16,"message":"🟧"},"jsonrpc":"2.0"}'
  expect(shortData(asSent), 'in the order of our server').toBe(shortData(data))
  expect(shortData('{"result":1}')).toBe('{"result":1}')
})

it('nothing that shows a trace tells which bug its server has, while it is to be found', () => {
  const text = JSON.stringify(resumedRun().observations).replaceAll('"/mcp"', '"/mcp?server=broken-random-ids&resumability=on"')
  const told = text.replaceAll('Painted the lighthouse', 'Painted by /mcp?server=broken-random-ids')
  expect(told).not.toBe(text)
  const trace = appendToTrace(EMPTY_TRACE, JSON.parse(told))
  const snapshot = snapshotAt(trace, END)
  const events = snapshot.streams.flatMap((stream) => stream.events)
  const shown = [
    tableRows(trace),
    messageRows(snapshot.connections),
    events.map(({ data }) => shortData(data)),
    snapshot.connections.map((connection) => [requestLine(connection), headerLines(connection.requestHeaders)]),
    snapshot.connections.flatMap(({ frames }) => frames.map((frame) => (frame.kind === 'event' ? fieldLines(frame.raw) : ''))),
    layoutTimeline(trace).spans,
    layoutTimeline(trace).marks,
  ]
  expect(JSON.stringify(shown)).toContain('server=broken-…')
  expect(JSON.stringify(shown)).not.toContain('random-ids')
})
