/**
 * `crypto.randomUUID` for pages that have none: browsers give it to https and localhost only, and a classroom's file server is neither.
 * The SDK's transport calls it for every stream.
 */

type Uuid = `${string}-${string}-${string}-${string}-${string}`

/** A random UUID, version 4 (RFC 9562), from the same source of randomness. */
export function randomUuid(): Uuid {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, i) => {
    const set = i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte
    return set.toString(16).padStart(2, '0')
  }).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') as Uuid
}

/** Puts it where the SDK looks for it, unless the browser has its own. */
export function ensureRandomUuid(): void {
  if (typeof crypto.randomUUID !== 'function') Object.defineProperty(crypto, 'randomUUID', { value: randomUuid, configurable: true })
}
