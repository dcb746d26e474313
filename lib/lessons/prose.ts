/**
 * Marks in running text, read into pieces. There is no other formatting in a lesson:
 *   `code`   **strong**   [words](term)   [`code`](term)   {figure}
 * A term lights what it names on the stage; a figure is a number of the run that is there.
 */

const TERMS = ['event', 'stream', 'session', 'last-event-id', 'stored', 'received', 'missing', 'replayed'] as const
/** What on the stage a word can light. */
type Term = (typeof TERMS)[number]

export const FIGURES = [
  'stored',
  'received',
  'missing',
  'lost',
  'replayed',
  'duplicated',
  'connections',
  'last-id',
  'session',
  'rows',
] as const
export type FigureName = (typeof FIGURES)[number]

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'term'; readonly term: Term; readonly text: string; readonly code: boolean }
  | { readonly kind: 'figure'; readonly name: FigureName }

const MARK = /`([^`]+)`|\*\*([^*]+)\*\*|\[(`?)([^\]`]+)`?\]\(([a-z-]+)\)|\{([a-z-]+)\}/g

/** The pieces of one paragraph. Throws an Error that names a term or figure nobody knows. */
export function piecesOf(paragraph: string): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of paragraph.matchAll(MARK)) {
    if (match.index > from) pieces.push({ kind: 'text', text: paragraph.slice(from, match.index) })
    from = match.index + match[0].length
    const [, code, strong, tick, words, term, figure] = match
    if (code !== undefined) pieces.push({ kind: 'code', text: code })
    else if (strong !== undefined) pieces.push({ kind: 'strong', text: strong })
    else if (figure !== undefined) pieces.push({ kind: 'figure', name: known(FIGURES, figure, 'figure', paragraph) })
    else if (words !== undefined) {
      pieces.push({ kind: 'term', term: known(TERMS, term ?? '', 'term', paragraph), text: words, code: tick === '`' })
    }
  }
  if (from < paragraph.length) pieces.push({ kind: 'text', text: paragraph.slice(from) })
  return pieces
}

/** The same words without marks, figures as a gap: for titles, descriptions and search. */
export function plain(paragraph: string): string {
  return piecesOf(paragraph)
    .map((piece) => (piece.kind === 'figure' ? '…' : piece.text))
    .join('')
}

function known<T extends string>(names: readonly T[], name: string, what: string, paragraph: string): T {
  const found = names.find((one) => one === name)
  if (!found)
    throw new Error(`No ${what} is called ${JSON.stringify(name)} (in ${JSON.stringify(paragraph)}); use one of: ${names.join(', ')}.`)
  return found
}
