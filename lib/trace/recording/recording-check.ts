/**
 * Is a value from a file an Observation? A file may have been edited, cut off, or written to do harm: each field is checked by its grammar
 * (grammar.ts), so that what plays can be drawn, copied and saved again. What this app records passes, whatever server it talked to.
 */
import type { Fact } from '../../protocol/observation'
import { fits, type Grammar, isObject } from './grammar'
import { type ObservationProblem, shown } from './recording-error'

type Fields = Readonly<Record<string, Grammar | `optional ${Grammar}`>>

/** Every kind there is, with the fields it must (or may) have. */
const FIELDS: Readonly<Record<Fact['kind'], Fields>> = {
  'plug.pulled': {},
  'plug.pushed': {},
  'connection.opened': {
    connection: 'name',
    method: 'method',
    path: 'path',
    headers: 'headers',
    body: 'optional text',
    rpc: 'optional rpc',
    lastEventId: 'optional event id',
    stream: 'optional stream',
    edited: 'optional headers',
  },
  'connection.answered': { connection: 'name', status: 'status', headers: 'headers', body: 'optional text' },
  'connection.failed': { connection: 'name', reason: 'reason' },
  'connection.ended': {
    connection: 'name',
    how: 'connection end',
    bytes: 'count',
    torn: 'optional text',
    tornBytes: 'optional count',
    reason: 'optional reason',
  },
  'event.received': {
    connection: 'name',
    id: 'optional event id',
    event: 'optional line',
    data: 'text',
    retry: 'optional count',
    raw: 'text',
  },
  'comment.received': { connection: 'name', comment: 'line' },
  'headers.kept': { kept: 'kept' },
  'resume.waiting': { stream: 'optional stream', wait: 'duration', attempt: 'count', frozen: 'optional boolean' },
  'resume.refused': {
    stream: 'optional stream',
    status: 'optional status',
    reason: 'reason',
    edited: 'optional boolean',
    carrier: 'optional name',
  },
  'call.started': { call: 'name', tool: 'label', args: 'object', adopted: 'optional boolean' },
  'call.settled': { call: 'name', outcome: 'outcome', text: 'optional text', reason: 'optional reason' },
  'page.loaded': {},
  'run.taken': {},
  'event.dropped': { connection: 'name', id: 'event id' },
  'fault.set': {
    fault: 'name',
    state: 'fault state',
    detail: 'optional reason',
    amount: 'optional duration',
    keepAlive: 'optional boolean',
  },
  'session.opened': { session: 'session id', resumable: 'boolean', client: 'label', server: 'optional name', answer: 'optional answer' },
  'session.ended': { session: 'session id', reason: 'session end' },
  'stream.opened': { stream: 'stream', rpc: 'optional rpc' },
  'stream.completed': { stream: 'stream' },
  'event.stored': { stream: 'stream', id: 'event id', n: 'count', role: 'role', data: 'text', bytes: 'count' },
  'message.sent': { stream: 'stream', n: 'count', data: 'text' },
  'event.evicted': { stream: 'stream', through: 'event id' },
  'replay.started': { stream: 'stream', after: 'event id', through: 'event id', count: 'count' },
  'stream.attached': { stream: 'stream', tookOver: 'boolean' },
  'stream.detached': { stream: 'stream', how: 'stream end' },
  'server.restarted': { keeps: 'keeps' },
  'request.refused': { method: 'method', status: 'status', message: 'text' },
}

/** What an observation has beside the fields of its kind. */
const STAMPS: Fields = { at: 'time', seq: 'count', vantage: 'vantage' }

/** Objects in objects of one observation: the arguments of a call may be nested. */
const MOST_DEPTH = 64

/** What is wrong with it, with the value; undefined when nothing is. */
export function problemWith(seen: unknown): ObservationProblem | undefined {
  if (!isObject(seen)) return { code: 'not-an-observation', value: shown(seen) }
  if (isDeeper(seen, MOST_DEPTH)) return { code: 'too-deep', most: MOST_DEPTH }
  const { kind } = seen
  const stamp = misfitIn(seen, STAMPS)
  if (stamp) return stamp
  if (typeof kind !== 'string' || !Object.hasOwn(FIELDS, kind)) return { code: 'unknown-kind', value: shown(kind) }
  const misfit = misfitIn(seen, FIELDS[kind as Fact['kind']]) ?? (kind === 'call.settled' ? unsettled(seen) : undefined)
  return misfit && { ...misfit, kind }
}

type Misfit = Extract<ObservationProblem, { code: 'field' }>

function misfitIn(seen: Readonly<Record<string, unknown>>, fields: Fields): Misfit | undefined {
  for (const [name, grammar] of Object.entries(fields)) {
    const value = Object.hasOwn(seen, name) ? seen[name] : undefined
    const asked = grammar.replace('optional ', '') as Grammar
    if (value === undefined && asked !== grammar) continue
    if (!fits(value, asked)) return { code: 'field', name, value: shown(value), asked }
  }
  return undefined
}

/** A call that was settled has a result, or a reason why it has none. */
function unsettled(seen: Readonly<Record<string, unknown>>): Misfit | undefined {
  const [name, asked] = seen.outcome === 'result' ? (['text', 'text'] as const) : (['reason', 'reason'] as const)
  return seen[name] === undefined ? { code: 'field', name, value: shown(undefined), asked } : undefined
}

function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return most === 0 || Object.values(value).some((inside) => isDeeper(inside, most - 1))
}
