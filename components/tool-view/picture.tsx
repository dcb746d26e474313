'use client'
/**
 * The picture at the client: squares drawn one by one in the colours of the emoji (fonts give those different widths, or have none),
 * holes where rows are missing, dots where nothing is yet. The rows' buttons select the event; the image itself says how full it is.
 */
import { memo } from 'react'
import { useT } from '../i18n/language'
import './picture.css'
import { rove } from '../shared/rove'
import { SQUARES } from './squares'
import { cellsOf, type RowState, rowSaid, type Subject, type SubjectRow, shareSaid } from './tool-progress'
import { useArrivals } from './use-arrivals'

const COLUMNS = 16

export type SubjectViewProps = {
  readonly subject: Subject
  /** key of the selected event */
  readonly selected?: string
  /** what changes now may travel; a look back does not */
  readonly live: boolean
  readonly onSelect: (eventKey: string) => void
}

export function Picture({ subject, selected, live, onSelect }: SubjectViewProps) {
  const t = useT()
  const { rows, title } = subject
  const arrived = useArrivals(
    rows.filter((row) => row.state === 'have').map((row) => String(row.n)),
    live,
  )
  const entry = rows.find((row) => row.eventKey === selected && selected)?.n ?? rows.find((row) => row.eventKey)?.n
  return (
    <div className="picture" data-term="event received missing" data-anchor="picture">
      <div role="img" aria-label={t('Picture: {title}. {said}', { title: t(title), said: shareSaid(subject, t) })}>
        {rows.map((row) => (
          <Cells key={row.n} state={row.state} text={row.text} arrived={arrived.has(String(row.n))} />
        ))}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys among the buttons inside */}
      <div className="row-numbers" onKeyDown={rove}>
        {rows.map((row) => (
          <RowNumber
            key={row.n}
            row={row}
            selected={row.eventKey !== undefined && row.eventKey === selected}
            entry={row.n === entry}
            onSelect={onSelect}
          />
        ))}
      </div>
    </div>
  )
}

const Cells = memo(function Cells({ state, text, arrived }: { state: RowState; text: string; arrived: boolean }) {
  const cells = state === 'have' ? cellsOf(text) : Array<string>(COLUMNS).fill('')
  return (
    <div className="prow" data-state={state} data-arrived={arrived || undefined}>
      {cells.map((cell, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
        <Cell key={i} cell={cell} />
      ))}
    </div>
  )
})

function Cell({ cell }: { cell: string }) {
  return cell ? <b data-square={Object.hasOwn(SQUARES, cell) ? cell : undefined}>{cell}</b> : <i />
}

type RowNumberProps = { row: SubjectRow; selected: boolean; entry: boolean; onSelect: (eventKey: string) => void }

const RowNumber = memo(function RowNumber({ row, selected, entry, onSelect }: RowNumberProps) {
  const t = useT()
  const { n, state, eventKey } = row
  if (eventKey === undefined) return <span aria-hidden="true">{n}</span>
  return (
    <button
      type="button"
      data-state={state}
      aria-pressed={selected}
      aria-label={rowSaid('picture', n, state, t)}
      title={`${rowSaid('picture', n, state, t)} (${eventKey})`}
      tabIndex={entry ? 0 : -1}
      onClick={() => onSelect(eventKey)}
    >
      <span>{n}</span>
    </button>
  )
})
