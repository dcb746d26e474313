/** Two measures of text that a trace needs: its size on the wire, and a session id that may be shown. */
import type { Bytes, SessionId } from '../protocol/observation'

/** `7f3a…e1c2`: enough to know the session again. The whole id is a key to the session and stays where it is needed. */
export function shortSession(id: SessionId): string {
  return id.length <= 12 ? id : `${id.slice(0, 4)}…${id.slice(-4)}`
}

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
