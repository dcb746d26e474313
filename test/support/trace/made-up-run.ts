/**
 * Made-up runs for property tests and the bench: a small model of server, wire and client takes one turn after the other, and
 * writes down what both sides would have seen. Not the real server: test/fuzz runs that.
 */

import type { ConnectionId, Observation, StreamName } from '../../../lib/protocol/observation'
import { createScript, receive, requestHeaders, type Script, SESSION, store } from './fixture-script'

export type MadeUpRun = {
  readonly log: boolean
  /** a number from 0 to 99 for each turn: what happens next */
  readonly turns: readonly number[]
}

type Line = { readonly stream: StreamName; stored: number; received: number; written: number; connection: ConnectionId | undefined }

const MESSAGES = 70
const PULLS = 80
const PUSHES = 92

/** The observations of such a run, in order of time. */
export function madeUpRun({ log, turns }: MadeUpRun): readonly Observation[] {
  const script = createScript()
  const lines: Line[] = ['get', 'call-2'].map((stream) => ({ stream, stored: 0, received: 0, written: 0, connection: undefined }))
  let plug: 'in' | 'out' = 'in'
  let connections = 0
  let clock = 0

  function open(line: Line, resumed: boolean) {
    const { stream, received } = line
    const connection = `c${++connections}`
    const lastEventId = `${stream}/${received}`
    const post = stream !== 'get' && !resumed
    script.client(clock, {
      kind: 'connection.opened',
      connection,
      method: post ? 'POST' : 'GET',
      path: '/mcp',
      headers: requestHeaders(),
      ...(post ? { rpc: { method: 'tools/call', id: 1, tool: 'test' } } : { stream }),
      ...(resumed && log ? { lastEventId } : {}),
    })
    line.connection = connection
    line.written = log ? received : line.stored
    if (!resumed || !log) return
    script.server(clock + 2, {
      kind: 'replay.started',
      stream,
      after: lastEventId,
      through: `${stream}/${line.stored}`,
      count: line.stored - received,
    })
    receive(script, clock + 4, connection, lastEventId, '')
  }

  function turn(choice: number) {
    clock += 1 + (choice % 7) * 30
    const line = lines[choice % 3 === 0 ? 0 : 1] as Line
    if (choice < MESSAGES / 2) {
      line.stored += 1
      const data = messageOf(line.stream, line.stored)
      if (log) store(script, clock, line.stream, line.stored, data)
      else script.server(clock, { kind: 'message.sent', stream: line.stream, n: line.stored, data })
      if (choice % 2 === 0) deliver(script, clock, log, line)
    } else if (choice < MESSAGES) {
      deliver(script, clock, log, line)
    } else if (choice < PULLS) {
      if (plug === 'out') return
      plug = 'out'
      script.client(clock, { kind: 'plug.pulled' })
      for (const each of lines) sever(script, clock, each)
    } else if (choice < PUSHES) {
      if (plug === 'in') return
      plug = 'in'
      script.client(clock, { kind: 'plug.pushed' })
      for (const each of lines) if (log || each.stream === 'get') open(each, true)
    } else if (choice < 97 && log && line.stored > 0) {
      script.server(clock, { kind: 'event.evicted', stream: line.stream, through: `${line.stream}/${Math.ceil(line.stored / 3)}` })
    } else if (log && line.connection && line.received > 0) {
      const n = 1 + (choice % line.received)
      receive(script, clock, line.connection, `${line.stream}/${n}`, messageOf(line.stream, n))
    }
  }

  script.server(0, { kind: 'session.opened', session: SESSION, resumable: log, client: 'test' })
  for (const line of lines) {
    clock += 5
    open(line, false)
    const rpc = line.stream === 'get' ? {} : { rpc: { method: 'tools/call', id: 1, tool: 'test' } }
    script.server(clock + 1, { kind: 'stream.opened', stream: line.stream, ...rpc })
    if (log) store(script, clock + 2, line.stream, 0, '')
    if (log) receive(script, clock + 3, line.connection ?? '', `${line.stream}/0`, '')
  }
  clock += 10
  for (const choice of turns) turn(choice)
  return script.trace().observations
}

function messageOf(stream: StreamName, n: number): string {
  return JSON.stringify({
    jsonrpc: '2.0',
    method: 'notifications/progress',
    params: { progress: n, message: `${stream} ${n}`, progressToken: 1 },
  })
}

/** What is written and not yet delivered gets through, one message a turn. */
function deliver(script: Script, clock: number, log: boolean, line: Line) {
  if (!line.connection || line.written >= line.stored) return
  line.written += 1
  line.received = line.written
  receive(script, clock, line.connection, log ? `${line.stream}/${line.written}` : undefined, messageOf(line.stream, line.written))
}

function sever(script: Script, clock: number, line: Line) {
  if (line.connection) script.client(clock, { kind: 'connection.ended', connection: line.connection, how: 'severed', bytes: 1 })
  line.connection = undefined
}
