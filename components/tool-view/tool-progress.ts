/**
 * What the tool makes, row by row, as it stands at both ends: formatting of a Snapshot for picture, words, count and heads.
 * A row is one progress message of the call on stage; its number is the message's `progress`.
 */

import type { EventRecord, Fate, Snapshot } from '../../lib/trace/snapshot-types'
import { ENGLISH, phrase, type Word } from '../../lib/words/t'

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
  readonly one: string
  readonly many: string
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
  readonly rows: readonly SubjectRow[]
  readonly total: number
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
    one: 'row',
    many: 'rows',
    doing: 'painting',
    whole: 'Fill the picture',
    again: 'Paint it again',
    first: 'Paint the picture',
  },
  words: {
    one: 'word',
    many: 'words',
    doing: 'telling the story',
    whole: 'Complete the story',
    again: 'Tell it again',
    first: 'Tell the story',
  },
  count: {
    one: 'number',
    many: 'numbers',
    doing: 'counting',
    whole: 'Complete the countdown',
    again: 'Count again',
    first: 'Start the countdown',
  },
}

/** Rows of a picture nobody has begun. */
const PICTURE_ROWS = 16

export const subjectKindOf = (tool: string): SubjectKind => KINDS.get(tool) ?? 'count'

/** `tool` and `picture` are what would run next: they fill in while nothing runs. */
export function subjectOf({ call, stage }: Snapshot, next: { readonly tool: string; readonly picture: string }): Subject {
  const tool = call?.tool ?? stage.call?.rpc?.tool ?? next.tool
  const kind = subjectKindOf(tool)
  const picture = call?.args.picture
  const events = stage.call?.events ?? []
  const rows = rowsOf(events, kind === 'picture' ? PICTURE_ROWS : 0)
  const count = (state: RowState) => rows.reduce((sum, row) => (row.state === state ? sum + 1 : sum), 0)
  const [have, missing, lost] = [count('have'), count('missing'), count('lost')]
  return {
    kind,
    tool,
    title: kind === 'picture' ? (typeof picture === 'string' ? picture : next.picture) : tool,
    words: WORDS[kind],
    rows,
    total: rows.length,
    have,
    missing,
    lost,
    made: have + missing + lost,
    answer: answerOf(stage.call?.events ?? []),
  }
}

function rowsOf(events: readonly EventRecord[], least: number): readonly SubjectRow[] {
  const byNumber = new Map<number, SubjectRow>()
  let total = 0
  for (const { message, fate, key } of events) {
    if (message.kind !== 'progress') continue
    total = Math.max(total, message.total ?? 0, message.progress)
    byNumber.set(message.progress, { n: message.progress, state: rowState(fate), text: message.text ?? '', eventKey: key })
  }
  return Array.from({ length: total || least }, (_, i) => byNumber.get(i + 1) ?? { n: i + 1, state: 'yet', text: '' })
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
export const counted = (n: number, words: Pick<SubjectWords, 'one' | 'many'>, word: Word = ENGLISH): string =>
  `${n} ${word(n === 1 ? words.one : words.many)}`

/** "16 rows" after "of", which in other languages is another form. */
export function countedOf(n: number, words: Pick<SubjectWords, 'one' | 'many'>, word: Word): string {
  const of = `${n === 1 ? words.one : words.many}|of`
  return `${n} ${word(of)}`
}

/** "row 10", "rows 10 to 14" */
export function numbered(rows: readonly number[], words: Pick<SubjectWords, 'one' | 'many'>, word: Word = ENGLISH): string {
  const [first = 0] = rows
  const last = rows[rows.length - 1] ?? first
  const parts = { rows: word(words.many), first, last }
  if (rows.length === 2) return word('{rows} {first} and {last}', parts)
  return first === last ? `${word(words.one)} ${first}` : word('{rows} {first} to {last}', parts)
}

/** What a screen reader hears of the whole: how much is here, and what is not. */
export function shareSaid(subject: Subject, word: Word): string {
  const { have, total, missing, lost, words } = subject
  const parts = { have, of: countedOf(total, words, word), missing, lost }
  return lost > 0
    ? word('{have} of {of} received, {missing} missing, {lost} lost.', parts)
    : word('{have} of {of} received, {missing} missing.', parts)
}

/** "Row 9, received" of one of them. */
export function rowSaid(kind: SubjectKind, n: number, state: RowState, word: Word): string {
  return word(ROW_SAID[kind], { n, state: word(STATE_SAID[state]) })
}

const ROW_SAID: Readonly<Record<SubjectKind, string>> = {
  picture: phrase('Row {n}, {state}'),
  words: phrase('Word {n}, {state}'),
  count: phrase('Number {n}, {state}'),
}
const STATE_SAID: Readonly<Record<RowState, string>> = {
  have: phrase('received'),
  missing: phrase('missing'),
  lost: phrase('lost'),
  yet: phrase('not stored yet'),
}
