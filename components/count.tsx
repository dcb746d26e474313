'use client'
/** The countdown at the client: the newest number that got through, and a track with one tick a number. */
import './picture.css'
import type { SubjectViewProps } from './picture'
import { rove } from './rove'
import { counted } from './subject'

export function Count({ subject, selected, onSelect }: SubjectViewProps) {
  const { rows, have, total, missing, lost, words } = subject
  const newest = rows.findLast((row) => row.state === 'have')
  const entry = rows.find((row) => row.eventKey === selected && selected)?.n ?? rows.find((row) => row.eventKey)?.n
  const gone = lost > 0 ? `, ${lost} lost` : ''
  const number = newest ? (newest.text.match(/\d+/)?.[0] ?? String(newest.n)) : '·'
  return (
    <div className="sheet count" data-term="event received missing" data-anchor="picture">
      <div
        className="count-number"
        role="img"
        aria-label={`Countdown at ${newest ? number : 'its start'}. ${have} of ${counted(total, words)} received, ${missing} missing${gone}.`}
      >
        {number}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys among the buttons inside */}
      <div className="ticks" onKeyDown={rove}>
        {rows.map(({ n, state, eventKey }) =>
          eventKey === undefined ? (
            <i key={n} />
          ) : (
            <button
              key={n}
              type="button"
              data-state={state}
              aria-pressed={eventKey === selected}
              aria-label={`Number ${n}, ${state === 'have' ? 'received' : state}`}
              tabIndex={n === entry ? 0 : -1}
              onClick={() => onSelect(eventKey)}
            />
          ),
        )}
      </div>
    </div>
  )
}
