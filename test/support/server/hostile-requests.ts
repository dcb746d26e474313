/**
 * Hostile requests, drawn by a seed: methods, headers, JSON, bytes, sizes, doubles, nesting, names of the prototype. What is drawn is a
 * request that a socket could bring; what no Request can hold is drawn again.
 */
import { callMessage, initializeMessage } from './requests'

export type Random = () => number

/** Random numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const PATHS = ['/mcp', '/observations', '/faults', '/health', '/oembed'] as const
export type HostilePath = (typeof PATHS)[number]

const METHODS = [
  'POST',
  'POST',
  'POST',
  'POST',
  'POST',
  'POST',
  'POST',
  'GET',
  'GET',
  'GET',
  'DELETE',
  'PUT',
  'PATCH',
  'OPTIONS',
  'HEAD',
  'x',
]
const QUERIES = [
  ...[
    '',
    '',
    '',
    '?server=sdk',
    '?server=sdk-example',
    '?server=broken-never-ends',
    '?resumability=off',
    '?answer=json',
    '?server=__proto__',
  ],
  ...[
    '?resumability=off&resumability=on',
    '?answer=%ff',
    '?answer=json&server=sdk',
    '?url=/embed/v1/first-cut',
    '?url=//x&maxwidth=1e9',
    '?%',
  ],
]

const ODD_TEXTS = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e999',
    'null',
    '*',
    '*/*',
    'a, b',
    '"',
    '\\',
    '__proto__',
    'constructor',
    'toString',
    '%00',
    '../../etc/passwd',
  ],
  ...[
    '<script>',
    '9'.repeat(400),
    'x'.repeat(7000),
    'é',
    'ÿ',
    'call-1/0',
    'call-2/0',
    'call-2/99',
    'get/0',
    'call-2/00',
    'get/-1',
    'localhost',
  ],
  ...[
    'http://localhost',
    'https://evil.example',
    'null',
    '[::1]',
    'localhost:99999',
    '2025-11-25',
    '2024-11-05',
    'application/json',
    'gzip',
  ],
  ...[
    'text/event-stream',
    'application/json;q=0, text/event-stream',
    'application/json; charset=utf-7',
    'application/json, text/event-stream',
  ],
]
const HEADERS = [
  ...['accept', 'content-type', 'content-length', 'content-encoding', 'host', 'origin', 'mcp-session-id', 'last-event-id'],
  ...['mcp-protocol-version', 'x-forwarded-for', 'x-forwarded-proto', 'x-ptp-client', 'authorization', 'cookie', 'range', 'expect'],
]

const KEYS = [
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'then',
    'toJSON',
    'length',
    '',
    'jsonrpc',
    'id',
    'method',
    'params',
    'result',
    'error',
  ],
  ...[
    '_meta',
    'progressToken',
    'name',
    'arguments',
    'capabilities',
    'clientInfo',
    'protocolVersion',
    'requestId',
    'fault',
    'on',
    'leave',
    'stream',
  ],
]
const SCALARS = [
  ...[null, true, false, 0, -0, 1, -1, 0.5, 1e308, 2 ** 53, '', 'x', '2.0', '\u0000', '\ud800', '\u2028', '🟦', '__proto__', 'tools/call'],
  ...[
    'initialize',
    'ping',
    'tools/list',
    'notifications/cancelled',
    'notifications/initialized',
    'logging/setLevel',
    'completion/complete',
  ],
  ...['resources/read', 'countdown', 'paint_picture', 'restart', 'end', 'evict', 'hold', 'polite-close', 'keep-alive', 'x'.repeat(5000)],
]

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
const chance = (random: Random, odds: number) => random() < odds

/** Any JSON value, at most `depth` levels deep. */
function anyValue(random: Random, depth: number): unknown {
  if (depth <= 0 || chance(random, 0.6)) return pick(random, SCALARS)
  const size = Math.floor(random() * 4)
  if (chance(random, 0.4)) return Array.from({ length: size }, () => anyValue(random, depth - 1))
  // JSON.parse makes an own member of `__proto__`, as a client's text would.
  return JSON.parse(
    `{${Array.from({ length: size }, () => `${JSON.stringify(pick(random, KEYS))}:${JSON.stringify(anyValue(random, depth - 1))}`)}}`,
  )
}

const FAULTS = [{ fault: 'polite-close' }, { fault: 'restart', keeps: 'log' }, { fault: 'evict', leave: 0 }, { fault: 'hold', on: false }]

/** A message that is nearly right: a member is replaced, added or taken away. */
function nearlyRight(random: Random): unknown {
  const sound: readonly object[] = [
    initializeMessage(),
    callMessage(Math.floor(random() * 1e6), 'countdown', { from: 2, delay: 0 }),
    callMessage('x', 'tell_story', {}),
    { jsonrpc: '2.0', id: 5, method: pick(random, ['ping', 'tools/list', 'logging/setLevel', 'resources/list', 'nobody/knows']) },
    { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: pick(random, SCALARS) } },
    { jsonrpc: '2.0', id: 9, result: {} },
    ...FAULTS,
  ]
  const message = structuredClone(pick(random, sound)) as Record<string, unknown>
  let holder = message
  while (chance(random, 0.5)) {
    const inner = Object.values(holder).find((value) => typeof value === 'object' && value !== null)
    if (!inner) break
    holder = inner as Record<string, unknown>
  }
  const key = pick(random, chance(random, 0.6) ? Object.keys(holder) : KEYS)
  if (chance(random, 0.3)) delete holder[key ?? '']
  else if (chance(random, 0.8))
    Object.defineProperty(holder, key ?? '', { value: anyValue(random, 4), enumerable: true, configurable: true, writable: true })
  return message
}

const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`

function textOf(random: Random): string {
  const value = JSON.stringify(nearlyRight(random))
  const depth = Math.floor(10 ** (random() * 4.4))
  switch (Math.floor(random() * 10)) {
    case 0:
      return nested('[', ']', depth)
    case 1:
      return value.replace(/[{]/, () => `{"x":${nested('{"a":', '}', depth)},`)
    case 2:
      return `[${Array(depth)
        .fill(value.length < 200 ? value : '0')
        .join()}]`.slice(0, 60_000)
    case 3:
      // The same members twice: the last one counts.
      return value.replace(/[{]/, () => `${value.slice(0, -1)},`)
    case 4:
      return value.slice(0, Math.floor(random() * value.length))
    case 5:
      return `\ufeff${value}${pick(random, ['', '\u0000', '}', '\n{}'])}`
    default:
      return value
  }
}

/** Text, or bytes that need not be text. */
function bodyOf(random: Random): string | Uint8Array<ArrayBuffer> {
  const text = textOf(random)
  if (chance(random, 0.85)) return text
  const bytes = new TextEncoder().encode(text)
  for (let i = 0; i < 3; i++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
  return bytes
}

function headersOf(random: Random, sessions: readonly string[]): Headers {
  const headers = new Headers({
    host: 'localhost:3000',
    accept: 'application/json, text/event-stream',
    'content-type': 'application/json',
  })
  if (chance(random, 0.75)) headers.set('mcp-session-id', pick(random, sessions))
  while (chance(random, 0.4)) {
    const name = pick(random, HEADERS)
    const change = pick(random, ['set', 'append', 'delete'] as const)
    if (change === 'delete') headers.delete(name)
    else headers[change](name, pick(random, ODD_TEXTS))
  }
  return headers
}

/** One hostile request. Most name one of `sessions`. */
export function hostileRequest(random: Random, sessions: readonly string[]): { readonly path: HostilePath; readonly request: Request } {
  for (;;) {
    const path = chance(random, 0.75) ? '/mcp' : pick(random, PATHS)
    const method = pick(random, METHODS)
    try {
      const body = method === 'GET' || method === 'HEAD' || chance(random, 0.05) ? null : bodyOf(random)
      const url = `http://localhost:3000${path}${pick(random, QUERIES)}`
      return { path, request: new Request(url, { method, headers: headersOf(random, sessions), body }) }
    } catch (error) {
      // No socket brings such a header either.
      if (!(error instanceof TypeError)) throw error
    }
  }
}
