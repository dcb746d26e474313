'use client'
/** The countdown at the client: the newest number that got through, and a track with one tick a number. */
import { useT } from '../i18n/language'
import './picture.css'
import { rove } from '../shared/rove'
import type { SubjectViewProps } from './picture'
import { rowSaid, shareSaid } from './tool-progress'

export function Count({ subject, selected, onSelect }: SubjectViewProps) {
  const t = useT()
  const { rows } = subject
  const newest = rows.findLast((row) => row.state === 'have')
  const entry = rows.find((row) => row.eventKey === selected && selected)?.n ?? rows.find((row) => row.eventKey)?.n
  const said = shareSaid(subject, t)
  const number = newest ? (newest.text.match(/\d+/)?.[0] ?? String(newest.n)) : '·'
  return (
    <div className="sheet count" data-term="event received missing" data-anchor="picture">
      <div
        className="count-number"
        role="img"
        aria-label={newest ? t('Countdown at {number}. {said}', { number, said }) : t('Countdown at its start. {said}', { said })}
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
              aria-label={rowSaid('count', n, state, t)}
              title={rowSaid('count', n, state, t)}
              tabIndex={n === entry ? 0 : -1}
              onClick={() => onSelect(eventKey)}
            />
          ),
        )}
      </div>
    </div>
  )
}
