/**
 * Texts as words of a POSIX shell (2.2, Quoting). A command is pasted, often into a terminal: what a line editor takes for a key (an end of
 * input, a completion, an escape) is written as an octal number, so that it reaches the program and nothing on its way.
 */

const encoder = new TextEncoder()

/** C0 but for the line feed, which stands in single quotes as it is; DEL and C1. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROLS = /([\x01-\x09\x0b-\x1f\x7f-\x9f]+)/

/** One word that is this text. What no argument can hold is replaced by U+FFFD: NUL, and half a surrogate pair. */
export function shellWord(text: string): string {
  const sendable = wellFormed(text).replaceAll('\0', '\ufffd')
  if (/^[A-Za-z0-9_-]+$/.test(sendable)) return sendable
  const pieces = sendable.split(CONTROLS).map((piece, i) => (i % 2 === 1 ? printed(piece) : singleQuoted(piece)))
  return pieces.join('') || "''"
}

/** A word in which a variable of the shell stands between texts. `$NAME` is filled in by the shell; the texts are not looked at by it. */
export function shellWordWith(texts: readonly string[], variable: string): string {
  return texts.map((text) => (text === '' ? '' : shellWord(text))).join(`"$${variable}"`) || "''"
}

const singleQuoted = (text: string): string => (text === '' ? '' : `'${text.replaceAll("'", String.raw`'\''`)}'`)

const printed = (controls: string): string =>
  `"$(printf '${[...encoder.encode(controls)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')}')"`

/** With U+FFFD for each half of a surrogate pair that stands alone. */
const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (one) => (one.length === 2 ? one : '\ufffd'))
