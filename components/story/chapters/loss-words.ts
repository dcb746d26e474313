/** What is gone or not yet here, in words that agree with the sum: rows, and what else carries a message, above all the answer. */

import type { Ledger } from '../../../lib/trace/snapshot-types'
import { msg } from '../../../lib/words/message'
import type { Translate } from '../../../lib/words/t'
import { counted, numbered, type Subject } from '../../tool-view/tool-progress'
import type { Break, Breaker } from '../facts/breaks'

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

const BROKEN: Readonly<Record<Breaker, Broken>> = {
  plug: { after: msg('After {row} the plug was pulled.'), atOnce: msg('The plug was pulled before the first message.') },
  network: { after: msg('After {row} the network dropped.'), atOnce: msg('The network dropped before the first message.') },
  server: {
    after: msg('After {row} the server ended the connection, not the stream.'),
    atOnce: msg('The server ended the connection before the first message. It did not end the stream.'),
  },
  restart: {
    after: msg('After {row} the server restarted, and its connections died.'),
    atOnce: msg('The server restarted before the first message, and its connections died.'),
  },
  client: {
    after: msg('After {row} nothing came through any more, and the client gave the connection up.'),
    atOnce: msg('From the start nothing came through, and the client gave the connection up.'),
  },
  page: {
    after: msg('After {row} the page was left. The page that was opened after it took the call up again.'),
    atOnce: msg('The page was left before the first message. The page that was opened after it took the call up again.'),
  },
  tab: {
    after: msg('After {row} another tab took the run over, with all that the first had kept.'),
    atOnce: msg('Another tab took the run over before the first message, with all that the first had kept.'),
  },
}

/** What ended the connection, and after which row. Nothing for no break. */
export function brokenText(broken: Pick<Break, 'by' | 'after'> | undefined, { words }: Subject, t: Translate): string {
  if (!broken) return ''
  const { after, atOnce } = BROKEN[broken.by]
  return broken.after > 0 ? t(after, { row: t(words.nth, { n: broken.after }) }) : t(atOnce)
}

/** "rows 3 to 9" where they follow one another, else "5 rows". */
export function rowsSaid(rows: readonly number[], { words }: Subject, t: Translate): string {
  const contiguous = rows.every((n, i) => i === 0 || n === (rows[i - 1] ?? 0) + 1)
  return contiguous ? numbered(rows, words, t) : counted(rows.length, words, t)
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
