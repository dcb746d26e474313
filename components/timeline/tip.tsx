/**
 * A line of words beside the mark under the pointer. The same facts are in the Table.
 */

import type { EventMark, Span } from '../../lib/trace/timeline/timeline-types'
import { msg } from '../../lib/words/message'
import { ENGLISH, named, seconds, type Translate } from '../../lib/words/t'
import { FATE_WORDS } from '../fates/fate-words'
import { useT } from '../i18n/language'
import css from './playhead.module.css'
import type { Hit } from './pointer/hit-test'
import { spanWords } from './span-words'

export function Tip({ hit, width }: { hit: Hit; width: number }) {
  const t = useT()
  const edge = hit.x < 140 ? 'left' : hit.x > width - 140 ? 'right' : undefined
  return (
    <div className={css.tip} data-edge={edge} style={{ left: hit.x, top: hit.y }} aria-hidden="true">
      {tipText(hit, t)}
    </div>
  )
}

function tipText(hit: Hit, t: Translate = ENGLISH): string {
  switch (hit.kind) {
    case 'event':
      return eventText(hit.mark, t)
    case 'failure':
      return t(hit.out ? 'No answer at {time}: the plug was out' : 'No answer at {time}', { time: seconds(t, hit.at, 2) })
    case 'connection':
      return connectionText(hit.span, t)
    default:
      return hit satisfies never
  }
}

const ENDS = {
  live: msg('still open'),
  torn: msg('severed'),
  complete: msg('ended properly'),
  closed: msg('closed by the client'),
} as const

function connectionText(span: Span, t: Translate): string {
  return t('{request} on {stream}, {from} to {to}, {end}', {
    request: spanWords(span, t),
    stream: span.stream,
    from: seconds(t, span.from, 2),
    to: seconds(t, span.to, 2),
    end: named(t, ENDS, span.end),
  })
}

function eventText(mark: EventMark, t: Translate): string {
  const parts = [mark.key, t(FATE_WORDS[mark.fate])]
  if (mark.storedAt !== undefined) parts.push(t('stored {time}', { time: seconds(t, mark.storedAt, 2) }))
  const times = mark.receipts.map(({ at, dropped }) => {
    const time = seconds(t, at, 2)
    return dropped ? t('{time} (dropped)', { time }) : time
  })
  if (times.length > 0) parts.push(t('got through {times}', { times: times.join('; ') }))
  if (mark.receipts.some(({ dropped }) => dropped)) parts.push(t('the client dropped the repetition'))
  if (mark.receipts.some(({ foreign }) => foreign)) {
    parts.push(t('came where it does not belong: on a connection of another stream, or of another session'))
  }
  return parts.join(' · ')
}
