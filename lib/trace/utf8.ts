/**
 * How many bytes a text takes on the wire.
 */
import type { Bytes } from '../protocol/observation'

/** The length of `text` in UTF-8. */
export function utf8Length(text: string): Bytes {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) bytes += 1
    else if (unit < 0x800) bytes += 2
    else if (unit >= 0xd800 && unit < 0xdc00) {
      bytes += 4
      i += 1
    } else bytes += 3
  }
  return bytes
}
