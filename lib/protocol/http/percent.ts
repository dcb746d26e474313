/**
 * Addresses as they arrive: mail programs, chats and pages encode more of them than was written, write `&amp;` for `&`, and take the full
 * stop behind them along. RFC 3986, 2.3 and 6.2.2.2: the meaning is the same. Pure.
 */

/**
 * The text with every percent-encoded character decoded. Never throws: a byte that is part of no character becomes half a surrogate pair,
 * which no address and no header can hold, and which `encodedAgain` writes as it was.
 */
export const percentDecoded = (text: string): string => text.replace(/(?:%[0-9a-f]{2})+/gi, decodedRun)

const STRAY = 0xdc00

function decodedRun(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch {
    return run.replace(/%([0-9a-f]{2})/gi, (_, digits) => {
      const byte = Number.parseInt(digits, 16)
      return String.fromCharCode(byte < 0x80 ? byte : STRAY + byte)
    })
  }
}

/** A decoded text to be shown: what cannot be seen in it is encoded again. */
export const encodedAgain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  text.replace(/[\0-\x1f\x7f]|[\ud800-\udbff][\udc00-\udfff]|[\udc80-\udcff]/g, (one) =>
    one.length === 2 ? one : `%${(one.charCodeAt(0) % 256).toString(16).toUpperCase().padStart(2, '0')}`,
  )

/** The name of a parameter without the rest of an `&amp;`, however often it was written so. */
export const parameterName = (name: string): string => name.replace(/^(?:amp;|#38;|#x26;)+/i, '')

const BRACKETS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
  ['>', '<'],
])

/** Without what a sentence around it put behind: a full stop, a quotation mark, a bracket that nothing in it opens. */
export function withoutPunctuation(text: string): string {
  let end = text.length
  for (; end > 0; end--) {
    const last = text.charAt(end - 1)
    const opens = BRACKETS.get(last)
    if (opens === undefined ? !/[.,;:!?'"*_`“”‘’«»…]/.test(last) : text.slice(0, end).includes(opens)) break
  }
  return text.slice(0, end)
}
