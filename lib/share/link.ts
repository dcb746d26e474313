/**
 * A scenario in an address: `#v=1&tool=paint_picture&picture=boat&do=pull@r9~push@s14`. It stands in the fragment, which no server log and
 * no Referer header ever sees. What is as usual is left out, so that a simple link stays short enough to be read out in a classroom.
 *
 *   pull@r9   when 9 messages were received      +slow.200@r0  fault on, with its amount      edit.call.call-2%2F3@s14  a header's value
 *   push@s14  when 14 messages were stored       -slow@r5      fault off                      edit.session@s14          left out
 *                                                                                             edit.call!a!7Eb@s14       ~ & % ! in it
 *   as-kept@s14  once they had their result   +idle-proxy.2000.alive@r0  with comments that keep connections alive (or `.silent`)
 */

import { SERVER_KINDS } from '../faults/gallery'
import { type RunOptions, type SharedOptions, TOOL_NAMES } from '../model/run-options'
import { encodedAgain, parameterName, percentDecoded, withoutPunctuation } from '../protocol/http/percent'
import { type Message, msg } from '../words/message'
import { type Act, type EditedHeader, type Mark, MOST_ACTS, PAGE_FAULTS, type Scenario } from './scenario'

/** Of the address. A change that an older page cannot read gets the next number. */
const LINK_VERSION = 1

/** What a link may name; the page knows its own pictures and faults. */
export type Known = { readonly pictures: readonly string[]; readonly faults: readonly string[]; readonly usual: SharedOptions }

export type LinkRead =
  | { readonly kind: 'none' }
  /** made by a later page, or not a number; `says` tells so */
  | { readonly kind: 'unreadable'; readonly says: readonly Message[] }
  /** `ignored`: a sentence for each value that could not be used */
  | { readonly kind: 'scenario'; readonly scenario: Scenario; readonly ignored: readonly Message[] }

const HEADERS: readonly EditedHeader[] = ['session', 'version', 'call', 'get']
const MOST_DELAY = 5000
const MOST_EVENTS = 10_000
/** A link with as many acts as there may be, each with as long a value, is shorter. */
const MOST_CHARACTERS = 32_000
const KEYS: readonly string[] = ['v', 'tool', 'picture', 'delay', 'log', 'server', 'answer', 'repeats', 'do']
/** What a header may carry. */
const HEADER_VALUE = /^[\x20-\x7e]{1,200}$/

/** The fragment for a scenario, with its `#`. */
export function linkOf({ options, acts }: Scenario, usual: SharedOptions): string {
  const pairs = [`v=${LINK_VERSION}`]
  const add = (key: string, value: string | number, usually?: string | number) => {
    if (value !== usually) pairs.push(`${key}=${encodeURIComponent(String(value))}`)
  }
  add('tool', options.tool, usual.tool)
  if (options.tool === 'paint_picture') add('picture', options.picture, usual.picture)
  add('delay', options.delay, usual.delay)
  add('log', options.resumability ? 'on' : 'off', usual.resumability ? 'on' : 'off')
  add('server', options.server, usual.server)
  add('answer', options.answer, usual.answer)
  add('repeats', options.dropsDuplicates ? 'dropped' : 'passed', usual.dropsDuplicates ? 'dropped' : 'passed')
  if (acts.length > 0) pairs.push(`do=${acts.slice(0, MOST_ACTS).map(actText).join('~')}`)
  return `#${pairs.join('&')}`
}

/** Reads an address's fragment. Never throws: what cannot be used is left out and named. */
export function readLink(fragment: string, known: Known): LinkRead {
  const ignored: Message[] = []
  const fields = fieldsOf(fragment, ignored)
  const version = fields.get('v')
  if (version === undefined) return { kind: 'none' }
  if (!/^\d{1,6}$/.test(version) || Number(version) !== LINK_VERSION) {
    const says = [
      msg('This link is version {version}, this page reads {reads}.', { version: version.slice(0, 12), reads: LINK_VERSION }),
      Number(version) > LINK_VERSION ? msg('Reload the page to get a newer one.') : msg('Ask for the link again.'),
    ]
    return { kind: 'unreadable', says }
  }
  const options: SharedOptions = {
    tool: choose(fields, 'tool', TOOL_NAMES, known.usual.tool, ignored) as RunOptions['tool'],
    picture: choose(fields, 'picture', known.pictures, known.usual.picture, ignored),
    delay: number(fields, 'delay', MOST_DELAY, known.usual.delay, ignored),
    resumability: choose(fields, 'log', ['on', 'off'], known.usual.resumability ? 'on' : 'off', ignored) === 'on',
    server: choose(fields, 'server', SERVER_KINDS, known.usual.server, ignored) as RunOptions['server'],
    answer: choose(fields, 'answer', ['stream', 'json'], known.usual.answer, ignored) as RunOptions['answer'],
    dropsDuplicates:
      choose(fields, 'repeats', ['dropped', 'passed'], known.usual.dropsDuplicates ? 'dropped' : 'passed', ignored) === 'dropped',
  }
  return { kind: 'scenario', scenario: { options, acts: actsOf(fields.get('do'), known, ignored) }, ignored }
}

function actText(act: Act): string {
  const at = `@${act.after.count === 'received' ? 'r' : 's'}${act.after.n}`
  switch (act.kind) {
    case 'pull':
    case 'push':
    case 'as-kept':
      return `${act.kind}${at}`
    case 'fault':
      return `${act.on ? '+' : '-'}${act.fault}${settingText(act)}${at}`
    case 'edit':
      return `edit.${act.header}${act.value === undefined ? '' : valueText(act.value)}${at}`
    default:
      return act satisfies never
  }
}

function settingText({ amount, keepAlive }: Extract<Act, { kind: 'fault' }>): string {
  const comments = keepAlive === undefined ? '' : keepAlive ? '.alive' : '.silent'
  return `${amount === undefined ? '' : `.${amount}`}${comments}`
}

/** Characters of a value that would be taken for ours once the address is decoded. */
const OURS = /[~&%!]/g

/** `.value`; `!value` where a character of ours in it is written as `!` and its number, so that no decoding on the way changes the meaning. */
function valueText(value: string): string {
  if (value.search(OURS) < 0) return `.${encodeURIComponent(value)}`
  return `!${encodeURIComponent(value.replace(OURS, (one) => `!${one.charCodeAt(0).toString(16).toUpperCase()}`))}`
}

const fromValueText = (sign: string, text: string): string =>
  sign === '!' ? text.replace(/!([0-9A-F]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16))) : text

function actsOf(text: string | undefined, known: Known, ignored: Message[]): readonly Act[] {
  const acts: Act[] = []
  const words = text ? wordsIn(text) : []
  for (const word of words.slice(0, MOST_ACTS)) {
    const act = actOf(word, known)
    if (act) acts.push(act)
    else ignored.push(msg('"{act}" is nothing that can be done here. It is left out.', { act: shown(word) }))
  }
  if (words.length > MOST_ACTS) ignored.push(msg('{n} acts are too many. The first {most} are done.', { n: words.length, most: MOST_ACTS }))
  return acts
}

/** Older links have a `~` in the value of a header, encoded like any other: an edit goes on until its moment is told. */
function wordsIn(text: string): readonly string[] {
  const words: string[] = []
  for (const piece of text.split('~')) {
    const last = words.at(-1)
    if (last !== undefined && isUnfinished(last)) words[words.length - 1] = `${last}~${piece}`
    else if (piece !== '') words.push(piece)
  }
  return words
}

const isUnfinished = (word: string): boolean => /^edit\.[a-z]+\./.test(word) && !/@[rs]\d{1,5}$/.test(word)

function actOf(word: string, { faults }: Known): Act | undefined {
  const [, what = '', count, digits] = /^(.+)@([rs])(\d{1,5})$/.exec(word) ?? []
  const n = Number(digits)
  if (count === undefined || n > MOST_EVENTS) return undefined
  const after: Mark = { count: count === 'r' ? 'received' : 'stored', n }
  if (what === 'pull' || what === 'push' || what === 'as-kept') return { kind: what, after }
  // a query turns `+` into a space
  return /^[+ -]/.test(what) ? faultOf(what.replace(/^ /, '+'), after, faults) : editOf(what, after)
}

function faultOf(what: string, after: Mark, faults: readonly string[]): Act | undefined {
  const [, sign, fault = '', amount, comments] = /^([+-])([a-z-]+)(?:\.(\d{1,7}))?(?:\.(alive|silent))?$/.exec(what) ?? []
  if (!sign || !faults.includes(fault) || PAGE_FAULTS.includes(fault)) return undefined
  return {
    kind: 'fault',
    after,
    fault,
    on: sign === '+',
    ...(amount === undefined ? {} : { amount: Number(amount) }),
    ...(comments === undefined ? {} : { keepAlive: comments === 'alive' }),
  }
}

function editOf(what: string, after: Mark): Act | undefined {
  const [, name, sign, text] = /^edit\.([a-z]+)(?:([.!])(.{1,600}))?$/.exec(what) ?? []
  const header = HEADERS.find((known) => known === name)
  if (!header) return undefined
  if (sign === undefined || text === undefined) return { kind: 'edit', after, header }
  const value = fromValueText(sign, text)
  return HEADER_VALUE.test(value) ? { kind: 'edit', after, header, value } : undefined
}

type Fields = ReadonlyMap<string, string>

/** What the address has, however it was encoded on its way. What belongs to no field is named. By hand: URLSearchParams turns `+` into a space. */
function fieldsOf(fragment: string, ignored: Message[]): Fields {
  const fields = new Map<string, string>()
  if (fragment.length > MOST_CHARACTERS)
    ignored.push(
      msg('This link has {n} characters. What comes after the first {most} is left out.', { n: fragment.length, most: MOST_CHARACTERS }),
    )
  const text = percentDecoded(fragment.slice(0, MOST_CHARACTERS).replace(/^#/, ''))
  let last: string | undefined
  for (const pair of text.split('&')) {
    const cut = pair.indexOf('=')
    const key = parameterName(pair.slice(0, Math.max(cut, 0)))
    const acts = fields.get('do')
    if (KEYS.includes(key)) {
      if (fields.has(key)) ignored.push(msg('{key} stands in this link twice. The last one counts.', { key }))
      fields.set(key, pair.slice(cut + 1))
      last = key
    } else if (acts !== undefined && isUnfinished(wordsIn(acts).at(-1) ?? '')) fields.set('do', `${acts}&${pair}`)
    else if (parameterName(pair) !== '') ignored.push(msg('"{key}" is nothing that this page knows. It is left out.', { key: shown(pair) }))
  }
  const value = last === undefined ? undefined : fields.get(last)
  // an act ends with a digit, whatever the values in it have opened
  if (last !== undefined && value !== undefined)
    fields.set(last, last === 'do' ? value.replace(/[^A-Za-z0-9]+$/, '') : withoutPunctuation(value))
  return fields
}

function choose(fields: Fields, key: string, choices: readonly string[], usual: string, ignored: Message[]): string {
  const value = fields.get(key) ?? usual
  if (choices.includes(value)) return value
  ignored.push(msg('{key} is "{value}", which this page does not know. It takes "{usual}".', { key, value: shown(value), usual }))
  return usual
}

function number(fields: Fields, key: string, most: number, usual: number, ignored: Message[]): number {
  const value = fields.get(key)
  if (value === undefined) return usual
  if (/^\d{1,6}$/.test(value) && Number(value) <= most) return Number(value)
  ignored.push(msg('{key} is "{value}", not a whole number up to {most}. It takes {usual}.', { key, value: shown(value), most, usual }))
  return usual
}

/** Short enough for a sentence. */
const shown = (text: string): string => encodedAgain(text.slice(0, 60))
