'use client'
/** The story at the client, in reading order: missing words are blanks of about their length, later ones a dot. */
import { useT } from '../i18n/language'
import './picture.css'
import { rove } from '../shared/rove'
import type { SubjectViewProps } from './picture'
import { rowSaid, shareSaid } from './tool-progress'
import { useArrivals } from './use-arrivals'

export function Words({ subject, selected, live, onSelect }: SubjectViewProps) {
  const t = useT()
  const { rows } = subject
  const arrived = useArrivals(
    rows.filter((row) => row.state === 'have').map((row) => String(row.n)),
    live,
  )
  const entry = rows.find((row) => row.eventKey === selected && selected)?.n ?? rows.find((row) => row.eventKey)?.n
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div
      className="sheet words"
      data-term="event received missing"
      data-anchor="picture"
      role="group"
      onKeyDown={rove}
      aria-label={t('Story. {said}', { said: shareSaid(subject, t) })}
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
            aria-label={state === 'have' ? undefined : rowSaid('words', n, state, t)}
            lang={state === 'have' ? 'en' : undefined}
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
