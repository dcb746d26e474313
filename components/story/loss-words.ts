/** What is gone or not yet here, in words that agree with the sum: rows, and what else carries a message, above all the answer. */

import type { Ledger } from '../../lib/trace/snapshot-types'
import { phrase, type Word } from '../../lib/words/t'
import { counted, type Subject } from '../tool-view/tool-progress'
import type { Beat } from './chapter'

/** "11 rows and the answer" that are missing, lost, or either. */
export function gone(subject: Subject, ledger: Pick<Ledger, 'missing' | 'lost'>, fate: 'missing' | 'lost' | 'both', word: Word): string {
  const of = ({ missing, lost }: { readonly missing: number; readonly lost: number }) =>
    (fate === 'lost' ? 0 : missing) + (fate === 'missing' ? 0 : lost)
  const rows = of(subject)
  const answer = fate === 'both' ? subject.answer === 'missing' || subject.answer === 'lost' : subject.answer === fate
  const more = Math.max(0, of(ledger) - rows - (answer ? 1 : 0))
  const parts = [
    ...(rows > 0 ? [counted(rows, subject.words, word)] : []),
    ...(answer ? [word('the answer')] : []),
    ...(more > 0 ? [more === 1 ? word('1 other event') : word('{n} other events', { n: more })] : []),
  ]
  const [first, second, third] = parts
  if (first === undefined) return word('nothing')
  if (second === undefined) return first
  return third === undefined
    ? word('{first} and {second}', { first, second })
    : word('{first}, {second} and {third}', { first, second, third })
}

type Broken = { readonly after: string; readonly atOnce: string }

const BROKEN: Readonly<Record<Beat['brokenBy'], Broken>> = {
  network: { after: phrase('After {row} {n} the network went.'), atOnce: phrase('The network went at once.') },
  server: {
    after: phrase('After {row} {n} the server ended the connection, not the stream.'),
    atOnce: phrase('At once the server ended the connection, not the stream.'),
  },
  client: {
    after: phrase('After {row} {n} nothing came through any more, and the client gave the connection up.'),
    atOnce: phrase('From the start nothing came through, and the client gave the connection up.'),
  },
  page: {
    after: phrase('After {row} {n} the page was left; the page that was opened after it took the call up again.'),
    atOnce: phrase('At once the page was left; the page that was opened after it took the call up again.'),
  },
  tab: {
    after: phrase('After {row} {n} another tab took the run over, with all that the first had kept.'),
    atOnce: phrase('At once another tab took the run over, with all that the first had kept.'),
  },
}

/** Who broke the first connection, and after which row. */
export function brokenText({ lastBefore: n, brokenBy }: Pick<Beat, 'lastBefore' | 'brokenBy'>, { words }: Subject, word: Word): string {
  const { after, atOnce } = BROKEN[brokenBy]
  return n > 0 ? word(after, { row: word(words.one), n }) : word(atOnce)
}
