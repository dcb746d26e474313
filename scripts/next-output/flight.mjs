/**
 * Reads the data that React Server Components send with a page ("flight"), row by row, as far as it takes to find the addresses in it.
 * A row is `<id>:<tag><payload>`. Text rows (`T`) have a length in bytes and any content; all other rows end at a line break and are JSON
 * behind their tag. Pure: text in, positions out. Throws FlightError for a row that it does not know.
 */

/** A row that is not as this module expects. `next-output.mjs` turns it into a sentence. */
export class FlightError extends Error {}

/**
 * @typedef {object} FlightRow
 * @property {string} tag `I` import, `HL`, `HS`, … hint, `T` text, `X`, `x`, `C` start and end of an iterable, '' for a model
 * @property {number} at where the payload begins in the whole text
 * @property {string} payload without id, tag and line break
 */

/** A model has no tag and begins as JSON does. Rows of bytes, of errors and of development are not known here: none belongs in a page. */
const TAG = /^(?:H[A-Z](?=\[)|I(?=\[)|[XxC](?=$|")|(?=["[{\dtfn-]))/

/** @param {string} text all chunks of one page, put together @returns {FlightRow[]} */
export function flightRows(text) {
  const bytes = Buffer.from(text)
  const rows = []
  let at = 0
  for (let byte = 0; byte < bytes.length; ) {
    const colon = bytes.indexOf(':', byte)
    const id = bytes.toString('utf8', byte, colon === -1 ? byte + 20 : colon)
    if (colon === -1 || !/^[0-9a-f]{0,8}$/.test(id)) throw new FlightError(`a row begins with ${JSON.stringify(id.slice(0, 20))}`)
    const begin = colon + 1
    const row = bytes[begin] === TEXT ? textRow(bytes, begin) : lineRow(bytes, begin)
    const payload = bytes.toString('utf8', row.from, row.to)
    at += bytes.toString('utf8', byte, row.from).length
    rows.push({ tag: row.tag, at, payload })
    at += payload.length + bytes.toString('utf8', row.to, row.next).length
    byte = row.next
  }
  return rows
}

const TEXT = 'T'.charCodeAt(0)

/** `T<length in hex>,<text>`; the next row follows without a line break. @param {Buffer} bytes @param {number} begin */
function textRow(bytes, begin) {
  const comma = bytes.indexOf(',', begin)
  const length = bytes.toString('utf8', begin + 1, comma)
  const to = comma + 1 + Number.parseInt(length, 16)
  if (comma === -1 || !/^[0-9a-f]+$/.test(length) || to > bytes.length) throw new FlightError('a text row has no length that fits')
  return { tag: 'T', from: comma + 1, to, next: to }
}

/** @param {Buffer} bytes @param {number} begin */
function lineRow(bytes, begin) {
  const end = bytes.indexOf('\n', begin)
  const to = end === -1 ? bytes.length : end
  const line = bytes.toString('utf8', begin, to)
  const tag = TAG.exec(line)?.[0]
  if (tag === undefined) throw new FlightError(`a row has the tag ${JSON.stringify(line.slice(0, 12))}`)
  return { tag, from: begin + tag.length, to, next: Math.min(to + 1, bytes.length) }
}

/**
 * @typedef {object} FlightString a string in the JSON of a row
 * @property {string} value
 * @property {string | undefined} key of the object it is the value of; undefined in an array and alone
 * @property {number} at where its first character is in the whole text, behind the quote
 */

/** The strings of a row, without the keys. @param {FlightRow} row @returns {FlightString[]} */
export function stringsOf({ tag, payload, at }) {
  if (tag === 'T' || payload === '') return []
  checkJson(payload)
  const strings = []
  /** @type {{ value: string, end: number } | undefined} */
  let key
  for (const { 0: literal, index } of payload.matchAll(/"(?:[^"\\]|\\.)*"/g)) {
    const end = index + literal.length
    const value = JSON.parse(literal)
    if (payload[end] === ':') key = { value, end }
    else strings.push({ value, key: key?.end === index - 1 ? key.value : undefined, at: at + index + 1 })
  }
  return strings
}

/** @param {string} payload */
function checkJson(payload) {
  try {
    JSON.parse(payload)
  } catch {
    throw new FlightError(`a row is no JSON: ${JSON.stringify(payload.slice(0, 40))}`)
  }
}
