/**
 * Is a value from a file an Observation? Checks the fields that the fold and the exporters read; a file may have been edited, or cut off.
 */
import type { Fact } from '../../protocol/observation'
import { hasCode } from '../../protocol/reason-text'

type Field = 'string' | 'number' | 'boolean' | 'object' | 'path' | 'texts' | 'kept' | 'rpc' | 'reason'
type Fields = Readonly<Record<string, Field | `optional ${Field}`>>

/** Every kind there is, with the fields it must (or may) have. */
const FIELDS: Readonly<Record<Fact['kind'], Fields>> = {
  'plug.pulled': {},
  'plug.pushed': {},
  'connection.opened': {
    connection: 'string',
    method: 'string',
    path: 'path',
    headers: 'texts',
    body: 'optional string',
    rpc: 'optional rpc',
    lastEventId: 'optional string',
    stream: 'optional string',
    edited: 'optional texts',
  },
  'connection.answered': { connection: 'string', status: 'number', headers: 'texts', body: 'optional string' },
  'connection.failed': { connection: 'string', reason: 'reason' },
  'connection.ended': {
    connection: 'string',
    how: 'string',
    bytes: 'number',
    torn: 'optional string',
    tornBytes: 'optional number',
    reason: 'optional reason',
  },
  'event.received': { connection: 'string', id: 'optional string', data: 'string', retry: 'optional number', raw: 'string' },
  'comment.received': { connection: 'string', comment: 'string' },
  'headers.kept': { kept: 'kept' },
  'resume.waiting': { stream: 'optional string', wait: 'number', attempt: 'number', frozen: 'optional boolean' },
  'resume.refused': {
    stream: 'optional string',
    status: 'optional number',
    reason: 'reason',
    edited: 'optional boolean',
    connection: 'optional string',
  },
  'call.started': { call: 'string', tool: 'string', args: 'object', adopted: 'optional boolean' },
  'call.settled': { call: 'string', outcome: 'string', text: 'optional string', reason: 'optional reason' },
  'page.loaded': {},
  'run.taken': {},
  'event.dropped': { connection: 'string', id: 'string' },
  'fault.set': {
    fault: 'string',
    state: 'string',
    detail: 'optional reason',
    amount: 'optional number',
    keepAlive: 'optional boolean',
  },
  'session.opened': { session: 'string', resumable: 'boolean', client: 'string', server: 'optional string', answer: 'optional string' },
  'session.ended': { session: 'string', reason: 'string' },
  'stream.opened': { stream: 'string', rpc: 'optional rpc' },
  'stream.completed': { stream: 'string' },
  'event.stored': { stream: 'string', id: 'string', n: 'number', role: 'string', data: 'string', bytes: 'number' },
  'message.sent': { stream: 'string', n: 'number', data: 'string' },
  'event.evicted': { stream: 'string', through: 'string' },
  'replay.started': { stream: 'string', after: 'string', through: 'string', count: 'number' },
  'stream.attached': { stream: 'string', tookOver: 'boolean' },
  'stream.detached': { stream: 'string', how: 'string' },
  'server.restarted': { keeps: 'string' },
  'request.refused': { method: 'string', status: 'number', message: 'string' },
}

const IN_WORDS: Readonly<Record<Field, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  path: 'a path that begins with /',
  texts: 'an object of strings',
  kept: 'kept headers with their lastEventIds',
  rpc: 'an object with a method',
  reason: 'a reason with its code',
}

/** Of a time: the dates that a calendar knows. */
const FARTHEST = 8.64e15

/** What is wrong with it, with the value; undefined when nothing is. */
export function problemWith(seen: unknown): string | undefined {
  if (!isObject(seen)) return `${shown(seen)} is not an observation`
  const { kind, at, seq, vantage } = seen
  if (typeof at !== 'number' || !(Math.abs(at) <= FARTHEST)) return `at is ${shown(at)}, not a time in milliseconds`
  if (typeof seq !== 'number') return `seq is ${shown(seq)}, not a number`
  if (vantage !== 'client' && vantage !== 'server') return `vantage is ${shown(vantage)}, not client or server`
  if (typeof kind !== 'string' || !Object.hasOwn(FIELDS, kind)) return `kind ${shown(kind)} is not known to this page`
  for (const [name, asked] of Object.entries(FIELDS[kind as Fact['kind']])) {
    const value = seen[name]
    const field = asked.replace('optional ', '') as Field
    if (value === undefined && asked !== field) continue
    if (!fits(value, field)) return `${name} of ${kind} is ${shown(value)}, not ${IN_WORDS[field]}`
  }
  if (kind === 'call.settled') {
    const [name, field] = seen.outcome === 'result' ? (['text', 'string'] as const) : (['reason', 'reason'] as const)
    if (seen[name] === undefined) return `${name} of ${kind} is missing, not ${IN_WORDS[field]}`
  }
  return undefined
}

function fits(value: unknown, field: Field): boolean {
  switch (field) {
    case 'number':
      return Number.isFinite(value)
    case 'string':
    case 'boolean':
      return typeof value === field
    case 'object':
      return isObject(value)
    case 'path':
      return typeof value === 'string' && /^\/(?!\/)/.test(value)
    case 'texts':
      return isObject(value) && Object.values(value).every((text) => typeof text === 'string')
    case 'kept':
      return isObject(value) && fits(value.lastEventIds, 'texts') && isTextOrNone(value.sessionId) && isTextOrNone(value.protocolVersion)
    case 'rpc':
      return isObject(value) && typeof value.method === 'string' && isTextOrNone(value.tool)
    case 'reason':
      return hasCode(value)
    default:
      return field satisfies never
  }
}

const isTextOrNone = (value: unknown): boolean => value === undefined || typeof value === 'string'

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Short enough for a sentence. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing'
  return text.length > 80 ? `${text.slice(0, 60)}…` : text
}
