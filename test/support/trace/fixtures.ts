/**
 * Runs for tests and for work on the screen, written out fact by fact with the times of the design's drawing. They are not
 * recordings: nothing here was measured, and no page shows them to learners.
 */

import { streamOf } from '../../../lib/protocol/event-id'
import { type EpochMs, type Milliseconds, PROTOCOL_REVISION } from '../../../lib/protocol/observation'
import type { Trace } from '../../../lib/trace/trace'
import { answerHeaders, createScript, ORIGIN, RETRY, receive, requestHeaders, type Script, SESSION, store } from './fixture-script'

/** The moment `cutRun` is looked at: 4.24 s into it, with the plug out since 2.8 s. */
export const CUT_NOW: EpochMs = ORIGIN + 4240

const LIGHTHOUSE: readonly string[] = [
  '🟦🟦🟦🟦🟦🟦🟦🟦🟦🟦🟦🟦🟦🟦⬜🟦',
  '🟦⬜🟦🟦🟦🟦🟦🟦🟦🟦🟥🟦🟦🟦🟦🟦',
  '🟨🟨🟨🟨🟦🟦🟦🟦🟦🟥🟥🟥🟦🟦🟦🟦',
  '🟨🟨🟨🟨🟨🟨🟨🟨🟨⬛🟨⬛🟪🟪🟪🟪',
  '🟨🟨🟨🟨🟪🟪🟪🟪🟪⬛🟨⬛🟪🟪🟪🟪',
  '🟪🟪🟪🟪🟪🟪🟪🟪⬛⬛⬛⬛⬛🟪🟪🟪',
  '🟪🟪🟪🟪🟪🟪🟪🟪🟪⬜⬜⬜🟪🟪🟪🟪',
  '🟧🟧🟧🟧🟧🟧🟧🟧🟧⬜⬛⬜🟧🟧🟧🟧',
  '🟧🟧🟧🟨🟨🟧🟧🟧🟧🟥🟥🟥🟧🟧🟧🟧',
  '🟧🟧🟨🟨🟨🟨🟧🟧🟧🟥🟥🟥🟧🟧⬜🟧',
  '🟧🟨🟨🟨🟨🟨🟨🟧🟧⬜⬜⬜🟧🟧⬜⬜',
  '🟦🟦🟧🟨🟨🟧🟦🟦⬜⬜⬜⬜⬜🟫🟫🟫',
  '🟦🟦🟦🟨🟧🟦🟦🟦🟥🟥🟥🟥🟥🟦🟦🟦',
  '🟦🟦🟧🟦🟨🟦🟦🟩🟥🟥⬛🟥🟥🟩🟦🟦',
  '🟦🟦🟦🟨🟦🟦🟩🟫🟫🟫⬛🟫🟫🟫🟩🟦',
  '🟦🟦🟦🟦🟦🟫🟫⬛🟫🟫🟫🟫⬛🟫🟫🟫',
]

/** Connected, nothing called yet. */
export function beforeRun(): Trace {
  const script = createScript()
  connect(script, { log: true })
  return script.trace()
}

/** 14 of 16 rows stored, 9 received, the plug out since 2.8 s, three attempts in vain. Look at it at `CUT_NOW`. */
export function cutRun(): Trace {
  const script = createScript()
  writeCut(script)
  return script.trace()
}

/** The same run to its end: plugged in at 4.3 s, 5 replayed, the last 2 rows and the result live. */
export function resumedRun(): Trace {
  const script = createScript()
  writeCut(script)
  script.client(4300, { kind: 'plug.pushed' })
  resume(script, 4370, 'c11', 'get/0', 'get/0')
  resume(script, 4372, 'c12', 'call-2/9', 'call-2/14')
  for (let n = 10; n <= 14; n++) receiveAndKeep(script, 4460 + (n - 10) * 115, 'c12', n)
  for (const [n, at] of [
    [15, 5000],
    [16, 5240],
    [17, 5360],
  ] as const) {
    store(script, at, 'call-2', n, messageOf(n))
    receiveAndKeep(script, at + 35, 'c12', n)
  }
  script.server(5361, { kind: 'stream.completed', stream: 'call-2' })
  script.client(5400, { kind: 'connection.ended', connection: 'c12', how: 'complete', bytes: 2140 })
  settle(script, 5402, DONE)
  script.client(5600, { kind: 'comment.received', connection: 'c11', comment: 'keep-alive' })
  return script.trace()
}

/** Without an event log: no ids, nothing to resume after; what was sent while the plug was out is gone. */
export function lostRun(): Trace {
  const script = createScript()
  connect(script, { log: false })
  call(script, { log: false })
  for (let n = 1; n <= 9; n++) receive(script, rowAt(n) + 35, 'c4', undefined, messageOf(n))
  pull(script)
  script.client(2802, {
    kind: 'resume.refused',
    stream: 'call-2',
    reason: { code: 'no-id-received' },
  })
  fail(script, 2803, 'The connection was lost and cannot be resumed.')
  for (const [n, at] of [
    [15, 4210],
    [16, 4460],
    [17, 4470],
  ] as const) {
    script.server(at, { kind: 'message.sent', stream: 'call-2', n, data: messageOf(n) })
  }
  script.server(4471, { kind: 'stream.completed', stream: 'call-2' })
  script.client(4300, { kind: 'plug.pushed' })
  openGet(script, 4370, 'c5', undefined)
  return script.trace()
}

/** The session expired during the outage: the resume is answered 404. */
export function refusedRun(): Trace {
  const script = createScript()
  writeCut(script)
  script.server(4260, { kind: 'session.ended', session: SESSION, reason: 'expired' })
  script.client(4300, { kind: 'plug.pushed' })
  refuse(script, 4370, 'c11', 'get/0')
  refuse(script, 4372, 'c12', 'call-2/9')
  fail(script, 4425, 'The session has ended (404). Start a new session.')
  return script.trace()
}

const DONE = 'Painted the lighthouse, 16 rows.'
const TOOL = 'paint_picture'
const ARGS = { picture: 'lighthouse', delay: 250 }

/** what is kept once connected */
const CONNECTED = { 'call-1': 'call-1/1', get: 'get/0' }

const rowAt = (n: number): Milliseconds => 460 + 250 * n

/** Row n of the picture as progress; after the last row, the result. */
function messageOf(n: number): string {
  const message = LIGHTHOUSE[n - 1]
  if (message === undefined) return JSON.stringify({ result: { content: [{ type: 'text', text: DONE }] }, jsonrpc: '2.0', id: 1 })
  return JSON.stringify({ jsonrpc: '2.0', method: 'notifications/progress', params: { progress: n, total: 16, message, progressToken: 1 } })
}

function writeCut(script: Script): void {
  connect(script, { log: true })
  call(script, { log: true })
  receive(script, 535, 'c4', 'call-2/0', '')
  keep(script, 536, { ...CONNECTED, 'call-2': 'call-2/0' })
  for (let n = 1; n <= 9; n++) receiveAndKeep(script, rowAt(n) + 35, 'c4', n)
  pull(script)
  for (let attempt = 1; attempt <= 3; attempt++) {
    const at = 2800 + attempt * RETRY
    for (const [stream, id, connection] of [
      ['get', 'get/0', `c${3 + 2 * attempt}`],
      ['call-2', 'call-2/9', `c${4 + 2 * attempt}`],
    ] as const) {
      script.client(at - RETRY + 2, { kind: 'resume.waiting', stream, wait: RETRY - 4, attempt })
      openResume(script, at - 2, connection, id)
      script.client(at, { kind: 'connection.failed', connection, reason: { code: 'failed-to-fetch' } })
    }
  }
}

function connect(script: Script, { log }: { readonly log: boolean }): void {
  const hello = {
    method: 'initialize',
    params: { protocolVersion: PROTOCOL_REVISION, capabilities: {}, clientInfo: { name: 'pull-the-plug', version: '0.1.0' } },
  }
  const initialize = JSON.stringify({ ...hello, jsonrpc: '2.0', id: 0 })
  const welcome = {
    protocolVersion: PROTOCOL_REVISION,
    capabilities: { tools: {} },
    serverInfo: { name: 'pull-the-plug', version: '0.1.0' },
  }
  const answer = JSON.stringify({ result: welcome, jsonrpc: '2.0', id: 0 })
  const accept = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' }
  const path = log ? '/mcp' : '/mcp?resumability=off'
  script.client(0, {
    kind: 'connection.opened',
    connection: 'c1',
    method: 'POST',
    path,
    headers: accept,
    body: initialize,
    rpc: { method: 'initialize', id: 0 },
  })
  script.server(20, { kind: 'session.opened', session: SESSION, resumable: log, client: 'pull-the-plug 0.1.0' })
  script.server(21, { kind: 'stream.opened', stream: 'call-1', rpc: { method: 'initialize', id: 0 } })
  if (log) store(script, 22, 'call-1', 0, '')
  if (log) store(script, 24, 'call-1', 1, answer)
  else script.server(24, { kind: 'message.sent', stream: 'call-1', n: 1, data: answer })
  script.server(25, { kind: 'stream.completed', stream: 'call-1' })
  script.client(40, {
    kind: 'connection.answered',
    connection: 'c1',
    status: 200,
    headers: answerHeaders(log ? 'call-1/0' : undefined),
  })
  if (log) receive(script, 41, 'c1', 'call-1/0', '')
  receive(script, 43, 'c1', log ? 'call-1/1' : undefined, answer)
  script.client(45, { kind: 'connection.ended', connection: 'c1', how: 'complete', bytes: 264 })
  keep(script, 46, log ? { 'call-1': 'call-1/1' } : {})
  const initialized = JSON.stringify({ method: 'notifications/initialized', jsonrpc: '2.0' })
  script.client(60, {
    kind: 'connection.opened',
    connection: 'c2',
    method: 'POST',
    path: '/mcp',
    headers: requestHeaders(),
    body: initialized,
    rpc: { method: 'notifications/initialized' },
  })
  script.client(90, { kind: 'connection.answered', connection: 'c2', status: 202, headers: {} })
  script.client(91, { kind: 'connection.ended', connection: 'c2', how: 'complete', bytes: 0 })
  script.server(238, { kind: 'stream.opened', stream: 'get' })
  if (log) store(script, 240, 'get', 0, '')
  openGet(script, 200, 'c3', log ? 'get/0' : undefined)
  if (log) receive(script, 275, 'c3', 'get/0', '')
  if (log) keep(script, 276, CONNECTED)
}

function openGet(script: Script, at: Milliseconds, connection: string, first: string | undefined): void {
  script.client(at, { kind: 'connection.opened', connection, method: 'GET', path: '/mcp', headers: requestHeaders(), stream: 'get' })
  script.server(at + 40, { kind: 'stream.attached', stream: 'get', tookOver: false })
  script.client(at + 60, { kind: 'connection.answered', connection, status: 200, headers: answerHeaders(first) })
}

/** The tool is called on c4 and stores (or sends) rows 1 to 14, whatever becomes of the connection. */
function call(script: Script, { log }: { readonly log: boolean }): void {
  const params = { name: TOOL, arguments: ARGS, _meta: { progressToken: 1 } }
  script.client(398, { kind: 'call.started', call: 'call-a', tool: TOOL, args: ARGS })
  const rpc = { method: 'tools/call', id: 1, tool: TOOL }
  const body = JSON.stringify({ method: 'tools/call', params, jsonrpc: '2.0', id: 1 })
  script.client(400, { kind: 'connection.opened', connection: 'c4', method: 'POST', path: '/mcp', headers: requestHeaders(), body, rpc })
  script.server(490, { kind: 'stream.opened', stream: 'call-2', rpc })
  if (log) store(script, 500, 'call-2', 0, '')
  script.server(505, { kind: 'stream.attached', stream: 'call-2', tookOver: false })
  script.client(520, { kind: 'connection.answered', connection: 'c4', status: 200, headers: answerHeaders(log ? 'call-2/0' : undefined) })
  for (let n = 1; n <= 14; n++) {
    if (log) store(script, rowAt(n), 'call-2', n, messageOf(n))
    else script.server(rowAt(n), { kind: 'message.sent', stream: 'call-2', n, data: messageOf(n) })
  }
}

function pull(script: Script): void {
  script.client(2800, { kind: 'plug.pulled' })
  script.client(2800, { kind: 'connection.ended', connection: 'c3', how: 'severed', bytes: 32 })
  script.client(2800, { kind: 'connection.ended', connection: 'c4', how: 'severed', bytes: 1984 })
  script.server(2830, { kind: 'stream.detached', stream: 'get', how: 'gone' })
  script.server(2831, { kind: 'stream.detached', stream: 'call-2', how: 'gone' })
}

function openResume(script: Script, at: Milliseconds, connection: string, lastEventId: string): void {
  const headers = requestHeaders({ 'last-event-id': lastEventId })
  const stream = streamOf(lastEventId) ?? ''
  script.client(at, { kind: 'connection.opened', connection, method: 'GET', path: '/mcp', headers, lastEventId, stream })
}

function resume(script: Script, at: Milliseconds, connection: string, lastEventId: string, through: string): void {
  openResume(script, at, connection, lastEventId)
  const [stream = '', n = '0'] = lastEventId.split('/')
  const count = Number(through.split('/')[1]) - Number(n)
  script.server(at + 30, { kind: 'replay.started', stream, after: lastEventId, through, count })
  script.server(at + 31, { kind: 'stream.attached', stream, tookOver: false })
  script.client(at + 50, { kind: 'connection.answered', connection, status: 200, headers: answerHeaders(lastEventId) })
  receive(script, at + 52, connection, lastEventId, '')
}

function refuse(script: Script, at: Milliseconds, connection: string, lastEventId: string): void {
  openResume(script, at, connection, lastEventId)
  const message = 'Session not found: it has ended. Start a new one with initialize.'
  const body = JSON.stringify({ jsonrpc: '2.0', error: { code: -32001, message }, id: null })
  const stream = streamOf(lastEventId) ?? ''
  script.client(at + 50, { kind: 'connection.answered', connection, status: 404, headers: { 'content-type': 'application/json' }, body })
  script.client(at + 51, { kind: 'connection.ended', connection, how: 'complete', bytes: body.length })
  script.client(at + 52, { kind: 'resume.refused', stream, status: 404, reason: { code: 'quoted', quoted: message } })
}

function receiveAndKeep(script: Script, at: Milliseconds, connection: string, n: number): void {
  receive(script, at, connection, `call-2/${n}`, messageOf(n))
  keep(script, at + 1, { ...CONNECTED, 'call-2': `call-2/${n}` })
}

function keep(script: Script, at: Milliseconds, lastEventIds: Readonly<Record<string, string>>): void {
  script.client(at, { kind: 'headers.kept', kept: { sessionId: SESSION, protocolVersion: PROTOCOL_REVISION, lastEventIds } })
}

function settle(script: Script, at: Milliseconds, text: string): void {
  script.client(at, { kind: 'call.settled', call: 'call-a', outcome: 'result', text })
}

function fail(script: Script, at: Milliseconds, quoted: string): void {
  script.client(at, { kind: 'call.settled', call: 'call-a', outcome: 'error', reason: { code: 'quoted', quoted } })
}
