/** Media types in headers: RFC 9110 §8.3 (Content-Type) and §12.5.1 (Accept). Names and values are compared without regard to case. */

type MediaType = {
  /** `type/subtype`, in lower case */
  readonly essence: string
  /** in lower case; the first of a name counts */
  readonly parameters: ReadonlyMap<string, string>
}

/** Splits at `separator`, but not inside a quoted string. */
function splitOutsideQuotes(text: string, separator: ',' | ';'): string[] {
  const parts = text.match(separator === ',' ? /(?:"(?:\\.|[^"\\])*"?|[^",])+/g : /(?:"(?:\\.|[^"\\])*"?|[^";])+/g)
  return (parts ?? []).map((part) => part.trim()).filter((part) => part !== '')
}

/** One media type with its parameters. */
export function parseMediaType(text: string): MediaType {
  const [essence = '', ...rest] = splitOutsideQuotes(text, ';')
  const parameters = new Map<string, string>()
  for (const part of rest) {
    const [name = '', value = ''] = part.split(/\s*=\s*(.*)/s)
    const key = name.toLowerCase()
    if (!parameters.has(key)) parameters.set(key, value.replace(/^"(.*)"$/s, '$1').toLowerCase())
  }
  return { essence: essence.toLowerCase(), parameters }
}

/** The media types of an Accept header that are named and wanted: `q=0` says "not that one". Ranges such as `*` stand for themselves. */
export function acceptedTypes(accept: string): ReadonlySet<string> {
  const accepted = new Set<string>()
  for (const part of splitOutsideQuotes(accept, ',')) {
    const { essence, parameters } = parseMediaType(part)
    const q = parameters.get('q')
    if (q === undefined || Number(q) > 0) accepted.add(essence)
  }
  return accepted
}

/** The one media type of a Content-Type header; undefined where several headers disagree. */
export function contentType(header: string): MediaType | undefined {
  const [first, ...more] = splitOutsideQuotes(header, ',').map(parseMediaType)
  const same = (other: MediaType) => other.essence === first?.essence && other.parameters.get('charset') === first.parameters.get('charset')
  return more.every(same) ? first : undefined
}
