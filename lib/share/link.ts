/**
 * A scenario in an address: `#v=1&tool=paint_picture&picture=boat&do=pull@r9~push@s14`. It stands in the fragment, which no server log and
 * no Referer header ever sees. What is as usual is left out, so that a simple link stays short enough to be read out in a classroom.
 *
 *   pull@r9   when 9 messages were received      +slow.200@r0  fault on, with its amount      edit.call.call-2%2F3@s14  a header's value
 *   push@s14  when 14 messages were stored       -slow@r5      fault off                      edit.session@s14          left out
 *   as-kept@s14  once they had their result   +idle-proxy.2000.alive@r0  with comments that keep connections alive (or `.silent`)
 */

import { SERVER_KINDS } from '../faults/gallery'
import { type RunOptions, type SharedOptions, TOOL_NAMES } from '../model/run-options'
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
  const fields = fieldsOf(fragment)
  const version = fields.get('v')
  if (version === undefined) return { kind: 'none' }
  if (!/^\d{1,6}$/.test(version) || Number(version) !== LINK_VERSION) {
    const says = [
      msg('This link is version {version}, this page reads {reads}.', { version: version.slice(0, 12), reads: LINK_VERSION }),
      Number(version) > LINK_VERSION ? msg('Reload the page to get a newer one.') : msg('Ask for the link again.'),
    ]
    return { kind: 'unreadable', says }
  }
  const ignored: Message[] = []
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
      return `edit.${act.header}${act.value === undefined ? '' : `.${encoded(act.value)}`}${at}`
    default:
      return act satisfies never
  }
}

function settingText({ amount, keepAlive }: Extract<Act, { kind: 'fault' }>): string {
  const comments = keepAlive === undefined ? '' : keepAlive ? '.alive' : '.silent'
  return `${amount === undefined ? '' : `.${amount}`}${comments}`
}

/** No `~`, `@` or `&` of a value is taken for one of ours. */
const encoded = (value: string): string => encodeURIComponent(value).replaceAll('~', '%7E')

function actsOf(text: string | undefined, known: Known, ignored: Message[]): readonly Act[] {
  const acts: Act[] = []
  const words = text ? text.split('~') : []
  for (const word of words.slice(0, MOST_ACTS)) {
    const act = actOf(word, known)
    if (act) acts.push(act)
    else ignored.push(msg('"{act}" is nothing that can be done here. It is left out.', { act: word.slice(0, 60) }))
  }
  if (words.length > MOST_ACTS) ignored.push(msg('{n} acts are too many. The first {most} are done.', { n: words.length, most: MOST_ACTS }))
  return acts
}

function actOf(word: string, { faults }: Known): Act | undefined {
  const [, what = '', count, digits] = /^(.+)@([rs])(\d{1,5})$/.exec(word) ?? []
  const n = Number(digits)
  if (count === undefined || n > MOST_EVENTS) return undefined
  const after: Mark = { count: count === 'r' ? 'received' : 'stored', n }
  if (what === 'pull' || what === 'push' || what === 'as-kept') return { kind: what, after }
  return /^[+-]/.test(what) ? faultOf(what, after, faults) : editOf(what, after)
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
  const [, name, encodedValue] = /^edit\.([a-z]+)(?:\.(.{1,600}))?$/.exec(what) ?? []
  const header = HEADERS.find((known) => known === name)
  if (!header) return undefined
  if (encodedValue === undefined) return { kind: 'edit', after, header }
  const value = decode(encodedValue)
  return value !== undefined && HEADER_VALUE.test(value) ? { kind: 'edit', after, header, value } : undefined
}

/** By hand: URLSearchParams would turn a `+` into a space. */
function fieldsOf(fragment: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const pair of fragment.replace(/^#/, '').slice(0, 4000).split('&')) {
    const cut = pair.indexOf('=')
    if (cut > 0) fields.set(pair.slice(0, cut), pair.slice(cut + 1))
  }
  return fields
}

function choose(fields: ReadonlyMap<string, string>, key: string, choices: readonly string[], usual: string, ignored: Message[]): string {
  const value = fields.get(key)
  if (value === undefined) return usual
  const decoded = decode(value)
  if (decoded !== undefined && choices.includes(decoded)) return decoded
  ignored.push(msg('{key} is "{value}", which this page does not know. It takes "{usual}".', { key, value: value.slice(0, 60), usual }))
  return usual
}

function number(fields: ReadonlyMap<string, string>, key: string, most: number, usual: number, ignored: Message[]): number {
  const value = fields.get(key)
  if (value === undefined) return usual
  if (/^\d{1,6}$/.test(value) && Number(value) <= most) return Number(value)
  ignored.push(
    msg('{key} is "{value}", not a whole number up to {most}. It takes {usual}.', { key, value: value.slice(0, 60), most, usual }),
  )
  return usual
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
