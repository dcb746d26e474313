/**
 * What the tool makes, row by row, as it stands at both ends: formatting of a Snapshot for picture, words, count and heads.
 * A row is one progress message of the call on stage; its number is the message's `progress`.
 */
import type { EventRecord, Fate, Snapshot } from '../lib/trace/snapshot-types'

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
export type SubjectWords = {
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
}

const KINDS: Readonly<Record<string, SubjectKind>> = { paint_picture: 'picture', tell_story: 'words', countdown: 'count' }

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

export const subjectKindOf = (tool: string): SubjectKind => KINDS[tool] ?? 'count'

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
export const counted = (n: number, words: Pick<SubjectWords, 'one' | 'many'>): string => `${n} ${n === 1 ? words.one : words.many}`

/** "row 10", "rows 10 to 14" */
export function numbered(rows: readonly number[], words: Pick<SubjectWords, 'one' | 'many'>): string {
  const [first] = rows
  const last = rows[rows.length - 1]
  if (rows.length === 2) return `${words.many} ${first} and ${last}`
  return first === last ? `${words.one} ${first}` : `${words.many} ${first} to ${last}`
}
