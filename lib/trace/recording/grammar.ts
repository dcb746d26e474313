/**
 * What each field of an observation may hold, by name. A grammar is as wide as what this app can record of any server, and no wider: an id
 * has no end of a line, a path stays on its origin, a number is one that can be drawn.
 */
import { isRequestPath } from '../../protocol/http/address'
import { isEventId, isFieldValue, isSessionId, isToken } from '../../protocol/http/grammar'
import { hasCode } from '../../protocol/reason-text'

/** One text: a body, a message, a frame. */
export const MOST_CHARACTERS = 4_000_000
/** Header fields of one exchange, streams with a last event ID. */
const MOST_ENTRIES = 1000
/** A name that people read. */
const MOST_IN_LABEL = 1000
const MOST_IN_VALUE = 100_000
/** Of a time: the dates that have four digits for the year. */
const FARTHEST = Date.UTC(9999, 11, 31)

type Test = (value: unknown) => boolean

const isText = (value: unknown, most = MOST_CHARACTERS): value is string => typeof value === 'string' && value.length <= most
const isNumber = (value: unknown, least: number, most: number): boolean => typeof value === 'number' && value >= least && value <= most
const isCount: Test = (value) => Number.isInteger(value) && isNumber(value, 0, Number.MAX_SAFE_INTEGER)
const isOptional = (value: unknown, test: Test): boolean => value === undefined || test(value)
const oneOf =
  (...choices: readonly string[]): Test =>
  (value) =>
    choices.includes(value as string)

/** Objects are looked up by it: it names nothing that every object has, such as `toString`. */
const isFree = (name: string): boolean => !(name in Object.prototype)
/** A name that this app gives: `c1`, `call-2`, a fault, a server. */
const isName: Test = (value) => isText(value, 128) && isToken(value)
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const isLabel: Test = (value) => isText(value, MOST_IN_LABEL) && !/[\0-\x1f\x7f]/.test(value)
const isEventIdText: Test = (value) => isText(value) && isEventId(value)
/** What comes before the last slash of an id, or a name of this app. */
const isStream: Test = (value) => isEventIdText(value) && value !== '' && isFree(value as string)
const isValue: Test = (value) => isText(value, MOST_IN_VALUE) && isFieldValue(value)
const isHeaders: Test = (value) => isMap(value, isHeaderName, isValue)
/** In lower case, as fetch gives them. */
const isHeaderName = (name: string): boolean => isToken(name) && name === name.toLowerCase() && isFree(name)
const isRpc: Test = (value) =>
  isObject(value) && isLabel(value.method) && isOptional(value.tool, isLabel) && isOptional(value.id, isRequestId)
const isRequestId: Test = (value) => Number.isFinite(value) || isLabel(value)
const isKept: Test = (value) =>
  isObject(value) &&
  isMap(value.lastEventIds, isStream, isEventIdText) &&
  isOptional(value.sessionId, (id) => isText(id) && isSessionId(id)) &&
  isOptional(value.protocolVersion, isValue)

const GRAMMARS = {
  boolean: (value) => typeof value === 'boolean',
  object: isObject,
  text: (value) => isText(value),
  line: (value) => isText(value) && !/[\r\n]/.test(value),
  label: isLabel,
  name: isName,
  time: (value) => isNumber(value, 0, FARTHEST),
  count: isCount,
  duration: (value) => isNumber(value, 0, Number.MAX_SAFE_INTEGER),
  status: (value) => isCount(value) && isNumber(value, 100, 599),
  method: (value) => isText(value) && isToken(value),
  path: (value) => isText(value, MOST_IN_VALUE) && isRequestPath(value),
  headers: isHeaders,
  'event id': isEventIdText,
  'session id': (value) => isText(value) && isSessionId(value),
  stream: isStream,
  rpc: isRpc,
  kept: isKept,
  reason: hasCode,
  vantage: oneOf('client', 'server'),
  role: oneOf('priming', 'message'),
  answer: oneOf('json'),
  keeps: oneOf('log', 'nothing'),
  outcome: oneOf('result', 'error', 'cancelled'),
  'connection end': oneOf('complete', 'severed', 'closed'),
  'stream end': oneOf('complete', 'gone', 'taken-over'),
  'session end': oneOf('deleted', 'expired', 'shutdown', 'restarted'),
  'fault state': oneOf('armed', 'struck', 'on', 'off'),
} satisfies Record<string, Test>

export type Grammar = keyof typeof GRAMMARS

export const fits = (value: unknown, grammar: Grammar): boolean => GRAMMARS[grammar](value)

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isMap(value: unknown, isKey: (name: string) => boolean, isEntry: Test): boolean {
  if (!isObject(value)) return false
  const entries = Object.entries(value)
  return entries.length <= MOST_ENTRIES && entries.every(([name, entry]) => isKey(name) && isEntry(entry))
}
