'use client'
/** The story at the client, in reading order: missing words are blanks of about their length, later ones a dot. */
import './picture.css'
import type { SubjectViewProps } from './picture'
import { rove } from './rove'
import { counted } from './subject'
import { useArrivals } from './use-news'

export function Words({ subject, selected, live, onSelect }: SubjectViewProps) {
  const { rows, have, total, missing, lost, words } = subject
  const arrived = useArrivals(
    rows.filter((row) => row.state === 'have').map((row) => String(row.n)),
    live,
  )
  const entry = rows.find((row) => row.eventKey === selected && selected)?.n ?? rows.find((row) => row.eventKey)?.n
  const gone = lost > 0 ? `, ${lost} lost` : ''
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div
      className="sheet words"
      data-term="event received missing"
      data-anchor="picture"
      role="group"
      onKeyDown={rove}
      aria-label={`Story. ${have} of ${counted(total, words)} received, ${missing} missing${gone}.`}
    >
      {rows.map(({ n, state, text, eventKey }) =>
        eventKey === undefined || state === 'yet' ? (
          <i key={n} data-state="yet" aria-hidden="true">
            ·
          </i>
        ) : (
          <button
            key={n}
            type="button"
            data-state={state}
            data-arrived={arrived.has(String(n)) || undefined}
            aria-pressed={eventKey === selected}
            aria-label={state === 'have' ? undefined : `Word ${n}, ${state}`}
            tabIndex={n === entry ? 0 : -1}
            style={{ '--letters': text.length } as React.CSSProperties}
            onClick={() => onSelect(eventKey)}
          >
            {state === 'have' ? text : ''}
          </button>
        ),
      )}
    </div>
  )
}
