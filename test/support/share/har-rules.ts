/**
 * For tests: the rules of HAR 1.2 for what we write (http://www.softwareishard.com/blog/har-12-spec/): every field that must be there, of
 * its type; no field that the format does not know, unless its name begins with an underscore.
 */

type Kind = 'string' | 'number' | 'time' | 'list' | 'empty' | Shape
type Shape = { readonly [field: string]: Kind | readonly ['optional', Kind] | readonly ['each', Kind] }

const NAMED: Shape = { name: 'string', value: 'string' }
const OPTIONAL_COMMENT = { comment: ['optional', 'string'] } as const

const ENTRY: Shape = {
  startedDateTime: 'time',
  time: 'number',
  request: {
    method: 'string',
    url: 'string',
    httpVersion: 'string',
    cookies: ['each', NAMED],
    headers: ['each', NAMED],
    queryString: ['each', NAMED],
    postData: ['optional', { mimeType: 'string', text: 'string' }],
    headersSize: 'number',
    bodySize: 'number',
  },
  response: {
    status: 'number',
    statusText: 'string',
    httpVersion: 'string',
    cookies: ['each', NAMED],
    headers: ['each', NAMED],
    content: { size: 'number', mimeType: 'string', text: ['optional', 'string'] },
    redirectURL: 'string',
    headersSize: 'number',
    bodySize: 'number',
  },
  cache: 'empty',
  timings: { send: 'number', wait: 'number', receive: 'number' },
  ...OPTIONAL_COMMENT,
}

const HAR: Shape = {
  log: { version: 'string', creator: { name: 'string', version: 'string' }, entries: ['each', ENTRY], ...OPTIONAL_COMMENT },
}

/** A sentence for each rule that is broken. */
export function problemsWithHar(har: unknown): string[] {
  return problemsIn(har, HAR, 'har')
}

function problemsIn(value: unknown, kind: Kind, at: string): string[] {
  switch (kind) {
    case 'string':
    case 'number':
      return typeof value === kind ? [] : [`${at} is no ${kind}`]
    case 'time':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(Z|[+-]\d\d:\d\d)$/.test(value) ? [] : [`${at} is no time`]
    case 'list':
      return Array.isArray(value) ? [] : [`${at} is no list`]
    case 'empty':
      return JSON.stringify(value) === '{}' ? [] : [`${at} is not empty`]
    default:
      return problemsInShape(value, kind, at)
  }
}

function problemsInShape(value: unknown, shape: Shape, at: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no object`]
  const unknown = Object.keys(value).filter((name) => !name.startsWith('_') && !Object.hasOwn(shape, name))
  const problems = unknown.map((name) => `${at}.${name} is not known to the format`)
  for (const [name, asked] of Object.entries(shape)) {
    const field = (value as Record<string, unknown>)[name]
    const path = `${at}.${name}`
    if (!isMarked(asked)) problems.push(...problemsIn(field, asked, path))
    else if (asked[0] === 'each') {
      problems.push(...problemsIn(field, 'list', path))
      if (Array.isArray(field)) problems.push(...field.flatMap((each, i) => problemsIn(each, asked[1], `${path}[${i}]`)))
    } else if (field !== undefined) problems.push(...problemsIn(field, asked[1], path))
  }
  return problems
}

const isMarked = (asked: Shape[string]): asked is readonly ['optional' | 'each', Kind] => Array.isArray(asked)
