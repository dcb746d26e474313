/**
 * Draws a run as text, for tests: one character is 100 ms, one line a lane. A test then shows the situation it is about.
 *
 *   plug    |     x   o       |    x pulled, o pushed in
 *   server  |p12345678   9$   |    of call-2: p priming, 1-9 a-z stored, $ the response (the next n; completes the stream)
 *   wire    |(    ~ ! [     ] |    ( POST  [ GET after the last event ID  ! a GET in vain  ~ severed  ] or ) ended properly
 *   client  |p1234     567889$|    what got through, on the connection that is open
 *   gone    |  3              |    evicted up to and including n
 *
 * Blanks and dots are moments in which nothing happened; lanes of the same name are merged. A `[` also makes the server say how far it replays.
 */

import type { EpochMs, Milliseconds } from '../../../lib/protocol/observation'
import type { Trace } from '../../../lib/trace/trace'
import { createScript, ORIGIN, receive, requestHeaders, type Script, SESSION, store } from './fixture-script'

/** Milliseconds a character stands for. */
const COLUMN: Milliseconds = 100
const STREAM = 'call-2'

/** The moment under column `column` of a drawing. */
export function column(at: number): EpochMs {
  return ORIGIN + at * COLUMN
}

/** `log: false` draws a session without event log: what the server lane shows is sent, not stored, and carries no id. */
export function traceFromText(drawing: string, { log = true }: { readonly log?: boolean } = {}): Trace {
  const script = createScript()
  const pen = createPen(script, log)
  script.server(-20, { kind: 'session.opened', session: SESSION, resumable: log, client: 'test' })
  const marks = marksIn(drawing)
  for (const { lane, char, column } of marks) pen(lane, char, column * COLUMN)
  return script.trace()
}

type Lane = 'plug' | 'server' | 'wire' | 'client' | 'gone'
/** Within one moment, in this order. */
const LANES: readonly Lane[] = ['server', 'gone', 'wire', 'client', 'plug']

function marksIn(drawing: string): readonly { readonly lane: Lane; readonly char: string; readonly column: number }[] {
  const marks = drawing.split('\n').flatMap((line) => {
    const [, name, cells = ''] = /^\s*(\w+)\s*\|([^|]*)/.exec(line) ?? []
    if (name === undefined) return []
    const lane = LANES.find((known) => known === name)
    if (!lane) throw new Error(`Unknown lane ${name}: use one of ${LANES.join(', ')}.`)
    return [...cells].flatMap((char, column) => (char === ' ' || char === '.' ? [] : { lane, char, column }))
  })
  return marks.sort((a, b) => a.column - b.column || LANES.indexOf(a.lane) - LANES.indexOf(b.lane))
}

function createPen(script: Script, log: boolean): (lane: Lane, char: string, at: Milliseconds) => void {
  let connections = 0
  let open: string | undefined
  let stored = 0
  let received = 0
  const dataOf = (n: number, last: boolean) =>
    n === 0
      ? ''
      : last
        ? JSON.stringify({ result: { content: [{ type: 'text', text: 'done' }] }, jsonrpc: '2.0', id: 1 })
        : JSON.stringify({ jsonrpc: '2.0', method: 'notifications/progress', params: { progress: n, progressToken: 1 } })
  const responses = new Set<number>()

  function server(char: string, at: Milliseconds) {
    const n = char === '$' ? stored + 1 : numberOf(char)
    if (char === '$') responses.add(n)
    if (stored === 0) script.server(at - 1, { kind: 'stream.opened', stream: STREAM, rpc: { method: 'tools/call', id: 1, tool: 'test' } })
    stored = Math.max(stored, n)
    if (log) store(script, at, STREAM, n, dataOf(n, char === '$'))
    else if (n > 0) script.server(at, { kind: 'message.sent', stream: STREAM, n, data: dataOf(n, char === '$') })
    if (char === '$') script.server(at, { kind: 'stream.completed', stream: STREAM })
  }

  function wire(char: string, at: Milliseconds) {
    if (char === '(' || char === '[' || char === '!') {
      const connection = `c${++connections}`
      const lastEventId = `${STREAM}/${received}`
      const post = { method: 'POST', headers: requestHeaders(), rpc: { method: 'tools/call', id: 1, tool: 'test' } } as const
      const get = { method: 'GET', headers: requestHeaders({ 'last-event-id': lastEventId }), lastEventId, stream: STREAM } as const
      script.client(at, { kind: 'connection.opened', connection, path: '/mcp', ...(char === '(' ? post : get) })
      if (char === '!') return script.client(at + 1, { kind: 'connection.failed', connection, reason: { code: 'failed-to-fetch' } })
      open = connection
      script.client(at + 10, { kind: 'connection.answered', connection, status: 200, headers: {} })
      if (char === '(') return
      const through = `${STREAM}/${stored}`
      script.server(at + 5, { kind: 'replay.started', stream: STREAM, after: lastEventId, through, count: stored - received })
      return receive(script, at + 11, connection, lastEventId, '')
    }
    if (!open) throw new Error(`Column ${at / COLUMN}: ${char} ends a connection, and none is open.`)
    script.client(at, { kind: 'connection.ended', connection: open, how: char === '~' ? 'severed' : 'complete', bytes: 100 })
    open = undefined
  }

  function client(char: string, at: Milliseconds) {
    if (!open) throw new Error(`Column ${at / COLUMN}: ${char} got through, and no connection is open.`)
    const n = char === '$' ? received + 1 : numberOf(char)
    received = n
    receive(script, at + 20, open, log ? `${STREAM}/${n}` : undefined, dataOf(n, char === '$' || responses.has(n)))
  }

  return (lane, char, at) => {
    switch (lane) {
      case 'plug':
        return script.client(at, { kind: char === 'x' ? 'plug.pulled' : 'plug.pushed' })
      case 'server':
        return server(char, at)
      case 'wire':
        return wire(char, at)
      case 'client':
        return client(char, at)
      case 'gone':
        return script.server(at, { kind: 'event.evicted', stream: STREAM, through: `${STREAM}/${numberOf(char)}` })
    }
  }
}

function numberOf(char: string): number {
  return char === 'p' ? 0 : Number.parseInt(char, 36)
}
