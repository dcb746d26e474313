/**
 * Text as bytes and back, and many arrays of bytes as one. UTF-8 only, as event streams and JSON are. Not for a text that comes in pieces:
 * a piece may end inside a character.
 */

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The text in UTF-8. */
export const encodeText = (text: string) => encoder.encode(text)

/** The text of whole UTF-8 bytes, without a byte order mark. */
export const decodeText = (bytes: Uint8Array): string => decoder.decode(bytes)

/** One array of bytes out of many. A single one is returned as it is, not copied. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts
  if (parts.length === 1 && first) return first
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
