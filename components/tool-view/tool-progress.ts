/**
 * What the tool makes, row by row, as it stands at both ends: formatting of a Snapshot for picture, words, count and heads.
 * A row is one progress message of the call on stage; its number is the message's `progress`.
 */

import type { EventRecord, Fate, Snapshot } from '../../lib/trace/snapshot-types'
import type { Template } from '../../lib/words/format'
import { msg } from '../../lib/words/message'
import { ENGLISH, type Translate } from '../../lib/words/t'

/** `have`: the client has it · `missing`: only the server has it · `lost`: nobody can bring it back · `yet`: not produced, or under way */
export type RowState = 'have' | 'missing' | 'lost' | 'yet'

export type SubjectRow = {
  readonly n: number
  readonly state: RowState
  readonly text: string
  /** names the event in a selection; absent while there is none */
  readonly eventKey?: string
}

export type SubjectKind = 'picture' | 'words' | 'count'

/** What to call things: "9 of 16 rows", "while the tool is painting", "Fill the picture". */
type SubjectWords = {
  /** "5 rows" */
  readonly counted: Template
  /** "row 10" */
  readonly nth: Template
  /** "rows 10 and 11", "rows 10 to 14" */
  readonly both: Template
  readonly span: Template
  /** how much of all is here: while some may come, when some is lost, and as an open goal */
  readonly share: Template
  readonly shareLost: Template
  readonly open: Template
  readonly doing: string
  readonly whole: string
  readonly again: string
  readonly first: string
}

export type Subject = {
  readonly kind: SubjectKind
  readonly tool: string
  /** the picture's name, where there is one */
  readonly title: string
  readonly words: SubjectWords
  /** those that are drawn: at most MOST_ROWS, the newest among them */
  readonly rows: readonly SubjectRow[]
  readonly total: number
  /** rows that are counted and not drawn */
  readonly hidden: number
  /** rows the client has, rows the server has made, rows only the server has, rows nobody can bring back */
  readonly have: number
  readonly made: number
  readonly missing: number
  readonly lost: number
  /** the response, which is an event like any other, and no row */
  readonly answer: RowState
}

const KINDS: ReadonlyMap<string, SubjectKind> = new Map([
  ['paint_picture', 'picture'],
  ['tell_story', 'words'],
  ['countdown', 'count'],
])

export const WORDS: Readonly<Record<SubjectKind, SubjectWords>> = {
  picture: {
    counted: msg({ one: '{n} row', other: '{n} rows' }),
    nth: msg('row {n}'),
    both: msg('rows {first} and {last}'),
    span: msg('rows {first} to {last}'),
    share: msg({ one: '{have} of {n} row received, {missing} missing.', other: '{have} of {n} rows received, {missing} missing.' }),
    shareLost: msg({
      one: '{have} of {n} row received, {missing} missing, {lost} lost.',
      other: '{have} of {n} rows received, {missing} missing, {lost} lost.',
    }),
    open: msg({ one: 'Not yet: {have} of {n} row received', other: 'Not yet: {have} of {n} rows received' }),
    doing: msg('painting'),
    whole: msg('Fill the picture'),
    again: msg('Paint it again'),
    first: msg('Paint the picture'),
  },
  words: {
    counted: msg({ one: '{n} word', other: '{n} words' }),
    nth: msg('word {n}'),
    both: msg('words {first} and {last}'),
    span: msg('words {first} to {last}'),
    share: msg({ one: '{have} of {n} word received, {missing} missing.', other: '{have} of {n} words received, {missing} missing.' }),
    shareLost: msg({
      one: '{have} of {n} word received, {missing} missing, {lost} lost.',
      other: '{have} of {n} words received, {missing} missing, {lost} lost.',
    }),
    open: msg({ one: 'Not yet: {have} of {n} word received', other: 'Not yet: {have} of {n} words received' }),
    doing: msg('telling the story'),
    whole: msg('Complete the story'),
    again: msg('Tell it again'),
    first: msg('Tell the story'),
  },
  count: {
    counted: msg({ one: '{n} number', other: '{n} numbers' }),
    nth: msg('number {n}'),
    both: msg('numbers {first} and {last}'),
    span: msg('numbers {first} to {last}'),
    share: msg({ one: '{have} of {n} number received, {missing} missing.', other: '{have} of {n} numbers received, {missing} missing.' }),
    shareLost: msg({
      one: '{have} of {n} number received, {missing} missing, {lost} lost.',
      other: '{have} of {n} numbers received, {missing} missing, {lost} lost.',
    }),
    open: msg({ one: 'Not yet: {have} of {n} number received', other: 'Not yet: {have} of {n} numbers received' }),
    doing: msg('counting'),
    whole: msg('Complete the countdown'),
    again: msg('Count again'),
    first: msg('Start the countdown'),
  },
}

/** Rows that are drawn. A longer run is one that somebody made up, and a page with a button for each of its rows would stand still. */
export const MOST_ROWS: Readonly<Record<SubjectKind, number>> = { picture: 64, words: 1000, count: 1000 }
/** Characters of a row that are drawn. */
const MOST_IN_ROW = 300

/** Rows of a picture nobody has begun. */
const PICTURE_ROWS = 16

export const subjectKindOf = (tool: string): SubjectKind => KINDS.get(tool) ?? 'count'

/** `tool` and `picture` are what would run next: they fill in while nothing runs. */
export function subjectOf({ call, stage }: Snapshot, next: { readonly tool: string; readonly picture: string }): Subject {
  const tool = call?.tool ?? stage.call?.rpc?.tool ?? next.tool
  const kind = subjectKindOf(tool)
  const picture = call?.args.picture
  const events = stage.call?.events ?? []
  const { rows, total, told } = rowsOf(events, kind === 'picture' ? PICTURE_ROWS : 0, MOST_ROWS[kind])
  const count = (state: RowState) => told.reduce((sum, row) => (row.state === state ? sum + 1 : sum), 0)
  const [have, missing, lost] = [count('have'), count('missing'), count('lost')]
  return {
    kind,
    tool,
    title: kind === 'picture' ? (typeof picture === 'string' ? picture : next.picture) : tool,
    words: WORDS[kind],
    rows,
    total,
    hidden: total - rows.length,
    have,
    missing,
    lost,
    made: have + missing + lost,
    answer: answerOf(stage.call?.events ?? []),
  }
}

/** Rows that will never be made: the session is over, and the tool with it. */
export function neverMade({ total, made }: Pick<Subject, 'total' | 'made'>, { session, call, stage }: Snapshot): number {
  if (session?.state !== 'ended' || call?.settled?.outcome === 'result' || stage.call?.completedAt !== undefined) return 0
  return stage.call ? Math.max(0, total - made) : 0
}

type Rows = Pick<Subject, 'rows' | 'total'> & { readonly told: readonly SubjectRow[] }

/** `told`: every row that a message told of. */
function rowsOf(events: readonly EventRecord[], least: number, most: number): Rows {
  const byNumber = new Map<number, SubjectRow>()
  let [total, newest] = [0, 0]
  for (const { message, fate, key } of events) {
    if (message.kind !== 'progress') continue
    total = Math.max(total, wholeOf(message.total), wholeOf(message.progress))
    if (message.progress !== wholeOf(message.progress) || message.progress === 0) continue
    newest = Math.max(newest, message.progress)
    byNumber.set(message.progress, { n: message.progress, state: rowState(fate), text: shortened(message.text ?? ''), eventKey: key })
  }
  const length = Math.min(total || least, most)
  const first = Math.max(newest - length, 0) + 1
  const rows = Array.from({ length }, (_, i) => byNumber.get(first + i) ?? { n: first + i, state: 'yet' as const, text: '' })
  return { rows, total: total || least, told: [...byNumber.values()] }
}

/** A number of rows as a stranger's message tells it: a whole one that can be counted. */
const wholeOf = (told = 0): number => (Number.isFinite(told) ? Math.min(Math.max(Math.floor(told), 0), Number.MAX_SAFE_INTEGER) : 0)

function shortened(text: string): string {
  if (text.length <= MOST_IN_ROW) return text
  return `${[...text.slice(0, MOST_IN_ROW)].slice(0, -1).join('')}…`
}

function answerOf(events: readonly EventRecord[]): RowState {
  const answer = events.findLast(({ message }) => message.kind === 'result' || message.kind === 'error')
  return answer ? rowState(answer.fate) : 'yet'
}

/** What is under way is not missing yet: it would flicker. */
function rowState(fate: Fate): RowState {
  switch (fate) {
    case 'received':
    case 'replayed':
    case 'duplicated':
      return 'have'
    case 'missing':
      return 'missing'
    case 'lost':
      return 'lost'
    case 'underway':
      return 'yet'
    default:
      return fate satisfies never
  }
}

/** The characters of a row, one cell each (a row of emoji squares has one code point a cell). */
export const cellsOf = (text: string): readonly string[] => [...text].filter((character) => character !== '\ufe0f')

/** "1 row", "5 rows" */
export const counted = (n: number, words: SubjectWords, t: Translate = ENGLISH): string => t(words.counted, { n })

/** "row 10", "rows 10 and 11", "rows 10 to 14" */
export function numbered(rows: readonly number[], words: SubjectWords, t: Translate = ENGLISH): string {
  const [first = 0] = rows
  const last = rows[rows.length - 1] ?? first
  if (first === last) return t(words.nth, { n: first })
  return t(rows.length === 2 ? words.both : words.span, { first, last })
}

/** What a screen reader hears of the whole: how much is here, and what is not. */
export function shareSaid(subject: Subject, t: Translate): string {
  const { have, total, missing, lost, words, hidden, rows } = subject
  const said = t(lost > 0 ? words.shareLost : words.share, { have, n: total, missing, lost })
  return hidden > 0 ? `${said} ${t('{n} are drawn.', { n: rows.length })}` : said
}

/** "Row 9, received" of one of them. */
export function rowSaid(kind: SubjectKind, n: number, state: RowState, t: Translate): string {
  return t(ROW_SAID[kind], { n, state: t(STATE_SAID[state]) })
}

const ROW_SAID: Readonly<Record<SubjectKind, string>> = {
  picture: msg('Row {n}, {state}'),
  words: msg('Word {n}, {state}'),
  count: msg('Number {n}, {state}'),
}
const STATE_SAID: Readonly<Record<RowState, string>> = {
  have: msg('received'),
  missing: msg('missing'),
  lost: msg('lost'),
  yet: msg('not stored yet'),
}
