/**
 * Reading what came from a stranger. A message may be anything that can be cloned: nothing is touched before its type is known.
 */

type Fields = Readonly<Record<string, unknown>>

/** The fields of a plain object; undefined for everything else, arrays included. */
export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
}

/** An own field: what a prototype says is nothing that was sent. */
export const field = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined)

/** A text of reasonable length. */
export function textOf(value: unknown, most = 200): string | undefined {
  return typeof value === 'string' && value.length <= most ? value : undefined
}

export function wholeNumberOf(value: unknown, most = 1_000_000): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most ? value : undefined
}
