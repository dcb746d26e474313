/**
 * Parses the JSON text that a client sent, within bounds. What is deeper, wider or longer is refused here, before the SDK, zod or
 * JSON.stringify meets it: they call themselves once a level, and a message that overflows their stack is nobody's fault but ours.
 */
import type { RequestId } from '@modelcontextprotocol/sdk/types.js'
import { CODE, Refusal } from '../errors'

/** The bounds of every JSON message, in the one place that states them; docs/operating.md has them as a table. */
export const JSON_BOUNDS = {
  /** levels of objects and arrays; the message itself is the first */
  depth: 64,
  /** values in all, of any type */
  values: 20_000,
  /** keys of one object */
  keys: 1000,
  /** items of one array */
  items: 10_000,
  /** characters of one key */
  key: 256,
  /** characters of one string */
  string: 131_072,
} as const

export type JsonBound = keyof typeof JSON_BOUNDS

type Sizes = Record<JsonBound, number>

/** Each bound in words: what is measured, and its unit. */
const WORDS: Readonly<Record<JsonBound, readonly [has: string, unit: string]>> = {
  depth: ['is nested', 'levels deep'],
  values: ['has', 'values'],
  keys: ['has an object with', 'keys'],
  items: ['has an array of', 'items'],
  key: ['has a key of', 'characters'],
  string: ['has a string of', 'characters'],
}

/** Parses `text`. Throws a SyntaxError where it is no JSON, and a Refusal (400) that names the bound and the value. */
export function parseBoundedJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  const sizes = sizesOf(value)
  for (const bound of Object.keys(JSON_BOUNDS) as JsonBound[]) {
    if (sizes[bound] <= JSON_BOUNDS[bound]) continue
    const [has, unit] = WORDS[bound]
    const message = `The body ${has} ${sizes[bound]} ${unit}; at most ${JSON_BOUNDS[bound]} are read. Send a smaller message.`
    throw new Refusal(400, message, { code: CODE.invalidRequest, id: idOf(value) })
  }
  return value
}

/** Measures a value that JSON.parse made. It keeps a list of what is left to visit, and never calls itself. */
export function sizesOf(root: unknown): Sizes {
  const sizes: Sizes = { depth: 0, values: 0, keys: 0, items: 0, key: 0, string: 0 }
  const most = (bound: JsonBound, value: number): void => {
    if (value > sizes[bound]) sizes[bound] = value
  }
  const left: (readonly [value: unknown, depth: number])[] = [[root, 1]]
  for (let next = left.pop(); next; next = left.pop()) {
    const [value, depth] = next
    sizes.values += 1
    if (typeof value === 'string') most('string', value.length)
    if (typeof value !== 'object' || value === null) continue
    most('depth', depth)
    const keys = Array.isArray(value) ? [] : Object.keys(value)
    for (const key of keys) most('key', key.length)
    const inner: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
    most(Array.isArray(value) ? 'items' : 'keys', inner.length)
    for (const each of inner) left.push([each, depth + 1])
  }
  return sizes
}

/** The id of the request that is refused, where the message has one that can be repeated. */
function idOf(value: unknown): RequestId | undefined {
  const { id } = Object(value) as { readonly id?: unknown }
  return (typeof id === 'string' && id.length <= JSON_BOUNDS.key) || Number.isSafeInteger(id) ? (id as RequestId) : undefined
}
