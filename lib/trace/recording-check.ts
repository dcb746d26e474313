/**
 * Is a value from a file an Observation? Checks the fields that the fold reads; a file may have been edited, or cut off.
 */
import type { Fact } from './observation'

type Field = 'string' | 'number' | 'boolean' | 'object' | 'optional string' | 'optional number'

/** Every kind there is, with the fields it must (or may) have. */
const FIELDS: Readonly<Record<Fact['kind'], Readonly<Record<string, Field>>>> = {
  'plug.pulled': {},
  'plug.pushed': {},
  'connection.opened': {
    connection: 'string',
    method: 'string',
    path: 'string',
    headers: 'object',
    body: 'optional string',
    lastEventId: 'optional string',
    stream: 'optional string',
  },
  'connection.answered': { connection: 'string', status: 'number', headers: 'object', body: 'optional string' },
  'connection.failed': { connection: 'string', reason: 'string' },
  'connection.ended': { connection: 'string', how: 'string', bytes: 'number', torn: 'optional string', tornBytes: 'optional number' },
  'event.received': { connection: 'string', id: 'optional string', data: 'string', raw: 'string' },
  'comment.received': { connection: 'string', comment: 'string' },
  'headers.kept': { kept: 'object' },
  'resume.waiting': { stream: 'optional string', wait: 'number', attempt: 'number' },
  'resume.refused': { stream: 'optional string', status: 'optional number', reason: 'string' },
  'call.started': { call: 'string', tool: 'string', args: 'object' },
  'call.settled': { call: 'string', outcome: 'string', text: 'string' },
  'page.loaded': {},
  'event.dropped': { connection: 'string', id: 'string' },
  'fault.set': { fault: 'string', state: 'string', detail: 'optional string' },
  'session.opened': { session: 'string', resumable: 'boolean', client: 'string' },
  'session.ended': { session: 'string', reason: 'string' },
  'stream.opened': { stream: 'string' },
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

/** What is wrong with it, with the value; undefined when nothing is. */
export function problemWith(seen: unknown): string | undefined {
  if (!isObject(seen)) return `${JSON.stringify(seen)} is not an observation`
  const { kind, at, seq, vantage } = seen
  if (typeof at !== 'number' || !Number.isFinite(at)) return `at is ${JSON.stringify(at)}, not a time in milliseconds`
  if (typeof seq !== 'number') return `seq is ${JSON.stringify(seq)}, not a number`
  if (vantage !== 'client' && vantage !== 'server') return `vantage is ${JSON.stringify(vantage)}, not client or server`
  if (typeof kind !== 'string' || !Object.hasOwn(FIELDS, kind)) return `kind ${JSON.stringify(kind)} is not known to this page`
  for (const [name, field] of Object.entries(FIELDS[kind as Fact['kind']])) {
    if (!fits(seen[name], field)) return `${name} of ${kind} is ${JSON.stringify(seen[name])}, not ${article(field)}`
  }
  if (kind === 'headers.kept' && !isObject((seen.kept as Record<string, unknown>).lastEventIds)) return 'kept has no lastEventIds'
  return undefined
}

function fits(value: unknown, field: Field): boolean {
  if (field === 'object') return isObject(value)
  if (field.startsWith('optional ')) return value === undefined || typeof value === field.slice('optional '.length)
  return field === 'number' ? Number.isFinite(value) : typeof value === field
}

function article(field: Field): string {
  return `${/^[aeiou]/.test(field) ? 'an' : 'a'} ${field}`
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
