/**
 * For tests: whether a text is one well-formed element of XML 1.0 with nothing that acts in it. Strict and small: no declaration, no comment,
 * no CDATA, attributes in double quotes, the five entities of the language and numeric ones.
 */

/** Section 2.2, Char. */
const CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u
const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/y
const REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/
/** Elements and attributes that run something, or load it from elsewhere. */
const ACTS = /^(script|foreignObject|iframe|image|use|a)$/i
const ACTING_ATTRIBUTE = /\s(on[a-z]+|href|xlink:href|src)=/i

/** A sentence for the first rule that is broken; undefined when none is. */
export function problemWithXml(text: string): string | undefined {
  if (!CHARACTERS.test(text)) return 'It has a character that no XML can hold.'
  if (REFERENCE.test(text)) return 'It has an & that begins no reference.'
  const open: string[] = []
  let at = 0
  while (at < text.length) {
    const next = text.indexOf('<', at)
    const between = text.slice(at, next < 0 ? text.length : next)
    if (open.length === 0 && between.trim() !== '') return `It has text outside its element: ${JSON.stringify(between.slice(0, 40))}.`
    if (next < 0) break
    TAG.lastIndex = next
    const [whole, closes, name = '', attributes = '', empty] = TAG.exec(text) ?? []
    if (whole === undefined) return `It has no tag at ${JSON.stringify(text.slice(next, next + 60))}.`
    if (ACTS.test(name) || ACTING_ATTRIBUTE.test(attributes)) return `It has a tag that acts: ${whole.slice(0, 60)}.`
    if (closes && open.pop() !== name) return `It closes <${name}>, which is not open.`
    if (!closes && !empty) {
      if (open.length === 0 && next > 0 && text.slice(0, next).trim() !== '') return 'It has more than one element.'
      open.push(name)
    }
    at = next + whole.length
  }
  return open.length > 0 ? `It leaves <${open.at(-1)}> open.` : undefined
}
