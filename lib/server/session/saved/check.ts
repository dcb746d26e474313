/**
 * Checks a saved session, field by field, before anything is made of it: a state that no server ever left must not become a session that
 * answers 500. The file may be damaged, of a stranger, or edited by hand.
 */
import { isInitializeRequest } from '@modelcontextprotocol/sdk/types.js'
import { parseLogEventId, STANDALONE } from '../../../protocol/event-id'
import type { ServerFact } from '../../../protocol/observation'
import { parseBoundedJson } from '../../http/read/json'
import { SERVER_KINDS } from '../../http/session-params'
import type { SessionSnapshot } from '../session-types'

/** A sentence about what is wrong with the value, or nothing. `path` is how the sentence calls it. */
type Check = (value: unknown, path: string) => string | undefined

const STREAM = /^[A-Za-z0-9_-]{1,64}$/
/** What a header may carry as a session id: visible ASCII (MCP 2025-11-25, "Session Management"). */
const SESSION_ID = /^[\x21-\x7e]{1,256}$/

/** Every kind of fact; the compiler asks for a new one. */
const FACTS: Readonly<Record<ServerFact['kind'], true>> = {
  'session.opened': true,
  'session.ended': true,
  'stream.opened': true,
  'stream.completed': true,
  'event.stored': true,
  'message.sent': true,
  'event.evicted': true,
  'replay.started': true,
  'stream.attached': true,
  'stream.detached': true,
  'server.restarted': true,
  'fault.set': true,
  'request.refused': true,
}

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value)

const when =
  (fits: (value: unknown) => boolean, what: string): Check =>
  (value, path) =>
    fits(value) ? undefined : `${path} is ${kindOf(value)}, not ${what}`

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text = when((value) => typeof value === 'string', 'a text')
const flag = when((value) => typeof value === 'boolean', 'true or false')
const whole = when((value) => Number.isSafeInteger(value) && (value as number) >= 0, 'a whole number from 0')
const time = when((value) => Number.isFinite(value), 'a time')
const like = (pattern: RegExp, what: string) => when((value) => typeof value === 'string' && pattern.test(value), what)
const among = (choices: readonly string[]) => when((value) => choices.includes(value as string), `one of ${choices.join(', ')}`)
const stream = like(STREAM, 'the name of a stream')
const optional =
  (check: Check): Check =>
  (value, path) =>
    value === undefined ? undefined : check(value, path)

const object =
  (members: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (!isObject(value)) return `${path} is ${kindOf(value)}, not an object`
    return first(Object.entries(members), ([name, check]) => check(value[name], `${path}.${name}`))
  }

const list =
  (check: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return `${path} is ${kindOf(value)}, not an array`
    return first([...value.entries()], ([i, each]) => check(each, `${path}[${i}]`))
  }

function first<T>(all: readonly T[], problem: (each: T) => string | undefined): string | undefined {
  for (const each of all) {
    const found = problem(each)
    if (found !== undefined) return found
  }
  return undefined
}

const pair: Check = (value, path) =>
  Array.isArray(value) && value.length === 2 ? (whole(value[0], `${path}[0]`) ?? text(value[1], `${path}[1]`)) : `${path} is not a pair`

const initialize: Check = (value, path) => {
  try {
    // What was saved went through a POST once, so it keeps the bounds of one.
    return isInitializeRequest(parseBoundedJson(JSON.stringify(value))) ? undefined : `${path} is no initialize request`
  } catch (error) {
    return `${path} is no initialize request: ${(error as Error).message}`
  }
}

const OUTLINE = object({
  record: object({
    terms: object({
      id: like(SESSION_ID, 'a session id'),
      resumable: flag,
      answer: among(['stream', 'json']),
      server: among(SERVER_KINDS),
      client: text,
      version: text,
      initialize,
    }),
    calls: whole,
    running: list(
      object({
        stream,
        request: when((value) => typeof value === 'string' || Number.isSafeInteger(value), 'a request id'),
        tool: optional(text),
      }),
    ),
    standaloneWritten: when((value) => typeof value === 'string' && parseLogEventId(value) !== undefined, 'an event id'),
  }),
  log: object({
    streams: list(object({ name: stream, first: whole, next: whole, completed: flag })),
    events: list(pair),
    forgotten: list(object({ prefix: text, from: whole, to: whole, maxN: whole })),
  }),
  feed: object({
    first: whole,
    facts: list(object({ at: time, fact: object({ kind: among(Object.keys(FACTS)), stream: optional(stream), data: optional(text) }) })),
  }),
})

/** A sentence that says what is wrong with a saved session, or nothing: then it can go on. */
export function problemOf(value: unknown): string | undefined {
  return OUTLINE(value, 'session') ?? contradiction(value as SessionSnapshot)
}

/** What no outline shows: parts that do not belong together. */
function contradiction({ record, log }: SessionSnapshot): string | undefined {
  const names = new Set(log.streams.map(({ name }) => name))
  if (names.size < log.streams.length) return 'session.log.streams has a name twice'
  if (!names.has(STANDALONE)) return `session.log.streams has no stream "${STANDALONE}"`
  const counts = log.streams.map(() => 0)
  for (const [at] of log.events) {
    if (counts[at] === undefined) return `session.log.events names stream ${at}, and there are ${counts.length}`
    counts[at] += 1
  }
  const wrong = log.streams.find(({ first, next }, i) => next - first !== counts[i])
  if (wrong) return `session.log.events has not the events ${wrong.first} to ${wrong.next - 1} of ${wrong.name}`
  const unknown = record.running.find(({ stream }) => !names.has(stream))
  if (unknown) return `session.record.running names stream ${unknown.stream}, which the log has not`
  const later = [...names].find((name) => Number(/^call-(\d+)$/.exec(name)?.[1] ?? 0) > record.calls)
  return later === undefined ? undefined : `session.record.calls is ${record.calls}, and there is a stream ${later}`
}
