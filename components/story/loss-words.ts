/** What is gone or not yet here, in words that agree with the sum: rows, and what else carries a message, above all the answer. */

import type { Ledger } from '../../lib/trace/snapshot-types'
import { msg } from '../../lib/words/message'
import type { Translate } from '../../lib/words/t'
import { counted, type Subject } from '../tool-view/tool-progress'
import type { Beat } from './chapter'

/** "11 rows and the answer" that are missing, lost, or either. */
export function gone(subject: Subject, ledger: Pick<Ledger, 'missing' | 'lost'>, fate: 'missing' | 'lost' | 'both', t: Translate): string {
  const of = ({ missing, lost }: { readonly missing: number; readonly lost: number }) =>
    (fate === 'lost' ? 0 : missing) + (fate === 'missing' ? 0 : lost)
  const rows = of(subject)
  const answer = fate === 'both' ? subject.answer === 'missing' || subject.answer === 'lost' : subject.answer === fate
  const more = Math.max(0, of(ledger) - rows - (answer ? 1 : 0))
  const parts = [
    ...(rows > 0 ? [counted(rows, subject.words, t)] : []),
    ...(answer ? [t('the answer')] : []),
    ...(more > 0 ? [t({ one: '{n} other event', other: '{n} other events' }, { n: more })] : []),
  ]
  const [first, second, third] = parts
  if (first === undefined) return t('nothing')
  if (second === undefined) return first
  return third === undefined ? t('{first} and {second}', { first, second }) : t('{first}, {second} and {third}', { first, second, third })
}

type Broken = { readonly after: string; readonly atOnce: string }

const BROKEN: Readonly<Record<Beat['brokenBy'], Broken>> = {
  network: { after: msg('After {row} the network dropped.'), atOnce: msg('The network dropped at once.') },
  server: {
    after: msg('After {row} the server ended the connection, not the stream.'),
    atOnce: msg('At once the server ended the connection, not the stream.'),
  },
  client: {
    after: msg('After {row} nothing came through any more, and the client gave the connection up.'),
    atOnce: msg('From the start nothing came through, and the client gave the connection up.'),
  },
  page: {
    after: msg('After {row} the page was left; the page that was opened after it took the call up again.'),
    atOnce: msg('At once the page was left; the page that was opened after it took the call up again.'),
  },
  tab: {
    after: msg('After {row} another tab took the run over, with all that the first had kept.'),
    atOnce: msg('At once another tab took the run over, with all that the first had kept.'),
  },
}

/** Who broke the first connection, and after which row. */
export function brokenText({ lastBefore: n, brokenBy }: Pick<Beat, 'lastBefore' | 'brokenBy'>, { words }: Subject, t: Translate): string {
  const { after, atOnce } = BROKEN[brokenBy]
  return n > 0 ? t(after, { row: t(words.nth, { n }) }) : t(atOnce)
}
