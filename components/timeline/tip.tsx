/**
 * A line of words beside the mark under the pointer. The same facts are in the Table.
 */

import type { EventMark, Span } from '../../lib/trace/timeline/timeline-types'
import { ENGLISH, named, phrase, seconds, type Word } from '../../lib/words/t'
import { FATE_WORDS } from '../fates/fate-words'
import { useWord } from '../i18n/language'
import type { Hit } from './hit-test'
import css from './playhead.module.css'
import { spanWords } from './span-words'

export function Tip({ hit, width }: { hit: Hit; width: number }) {
  const word = useWord()
  const edge = hit.x < 140 ? 'left' : hit.x > width - 140 ? 'right' : undefined
  return (
    <div className={css.tip} data-edge={edge} style={{ left: hit.x, top: hit.y }} aria-hidden="true">
      {tipText(hit, word)}
    </div>
  )
}

function tipText(hit: Hit, word: Word = ENGLISH): string {
  switch (hit.kind) {
    case 'event':
      return eventText(hit.mark, word)
    case 'failure':
      return word(hit.out ? 'No answer at {time}: the plug was out' : 'No answer at {time}', { time: seconds(word, hit.at, 2) })
    case 'connection':
      return connectionText(hit.span, word)
    default:
      return hit satisfies never
  }
}

const ENDS = {
  live: phrase('still open'),
  torn: phrase('severed'),
  complete: phrase('ended properly'),
  closed: phrase('closed by the client'),
} as const

function connectionText(span: Span, word: Word): string {
  return word('{request} on {stream}, {from} to {to}, {end}', {
    request: spanWords(span, word),
    stream: span.stream,
    from: seconds(word, span.from, 2),
    to: seconds(word, span.to, 2),
    end: named(word, ENDS, span.end),
  })
}

function eventText(mark: EventMark, word: Word): string {
  const parts = [mark.key, word(FATE_WORDS[mark.fate])]
  if (mark.storedAt !== undefined) parts.push(word('stored {time}', { time: seconds(word, mark.storedAt, 2) }))
  const times = mark.receipts.map(({ at, dropped }) => {
    const time = seconds(word, at, 2)
    return dropped ? word('{time} (dropped)', { time }) : time
  })
  if (times.length > 0) parts.push(word('got through {times}', { times: times.join('; ') }))
  if (mark.receipts.some(({ dropped }) => dropped)) parts.push(word('the client dropped the repetition'))
  if (mark.receipts.some(({ foreign }) => foreign)) {
    parts.push(word('came where it does not belong: on a connection of another stream, or of another session'))
  }
  return parts.join(' · ')
}
