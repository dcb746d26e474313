'use client'
/**
 * The accessible twin of the timeline: every observation of the run in a real table. Only the rows in view are in the page; each says which
 * of all it is, so that the semantics of a table stay whole.
 */
import { type ReactVirtualizer, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import type { Selection } from '../../lib/playground/types'
import type { EpochMs } from '../../lib/protocol/observation'
import { type Table, type TableRow, tableOf } from '../../lib/words/run/describe'
import { named, seconds } from '../../lib/words/t'
import { FateMark } from '../fates/fate-mark'
import { FATE_WORDS } from '../fates/fate-words'
import { useT } from '../i18n/language'
import { MiddleEllipsis } from '../shared/middle-ellipsis'
import { useMoment, usePlayground, useVerbs } from '../use-playground'
import { SENDERS } from './messages/message-rows'
import css from './panel.module.css'
import look from './rows/rows.module.css'

/** Expected height of a row, in px. */
const ROW = 26

export function TableView() {
  const trace = usePlayground((state) => state.trace)
  const selection = usePlayground((state) => state.selection)
  const t = useT()
  const { count, rowAt, indexOf } = useMemo(() => tableOf(trace, t), [trace, t])
  const wanted = useMemo(() => (selection ? indexOf(nameOf(selection)) : -1), [selection, indexOf])
  const scroller = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  })
  useEffect(() => {
    if (wanted >= 0) virtual.scrollToIndex(wanted, { align: 'center' })
  }, [wanted, virtual])
  if (count === 0) return <p className={css.note}>{t('Nothing has been observed yet. Every observation will be a row here.')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <section ref={scroller} className={css.scroller} aria-label={t('Table')} tabIndex={0}>
      <table className={look.table} aria-rowcount={count + 1}>
        <caption>{t('{n} observations of this run, in order of time. Fates are those at the end of the run.', { n: count })}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t('Time')}</th>
            <th scope="col">{t('Seen by')}</th>
            <th scope="col">{t('What')}</th>
            <th scope="col">{t('Stream')}</th>
            <th scope="col">{t('ID')}</th>
            <th scope="col">{t('Fate')}</th>
          </tr>
        </thead>
        <Rows virtual={virtual} rowAt={rowAt} from={trace.observations[0]?.at ?? 0} selection={selection} />
      </table>
    </section>
  )
}

type RowsProps = {
  readonly virtual: ReactVirtualizer<HTMLElement, Element>
  readonly rowAt: Table['rowAt']
  /** when the run began */
  readonly from: EpochMs
  readonly selection: Selection | undefined
}

/** The rows in view, and as much room above and below as the others would take. */
function Rows({ virtual, rowAt, from, selection }: RowsProps) {
  const moment = useMoment()
  const { select } = useVerbs()
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0], items.at(-1)]
  return (
    <tbody>
      <Room height={first?.start ?? 0} />
      {items.map(({ key, index }) => {
        const row = rowAt(index)
        const selected = isSelected(row, selection)
        return (
          <Row
            key={key}
            row={row}
            index={index}
            measure={virtual.measureElement}
            later={row.at > moment - from}
            selected={selected}
            onSelect={select}
          />
        )
      })}
      <Room height={virtual.getTotalSize() - (last?.end ?? 0)} />
    </tbody>
  )
}

const Room = ({ height }: { readonly height: number }) =>
  height > 0 ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in the row can have the focus
    <tr aria-hidden="true">
      <td colSpan={6} style={{ height, padding: 0 }} />
    </tr>
  ) : null

type RowProps = {
  readonly row: TableRow
  readonly index: number
  readonly measure: (row: HTMLTableRowElement | null) => void
  readonly later: boolean
  readonly selected: boolean
  readonly onSelect: (selection: Selection) => void
}

function Row({ row, index, measure, later, selected, onSelect }: RowProps) {
  const target = targetOf(row)
  const t = useT()
  const words = (
    <>
      {row.what}
      {row.detail && <small lang={row.wire && 'en'}> {row.detail}</small>}
    </>
  )
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      data-later={later ? '' : undefined}
      data-selected={selected ? '' : undefined}
    >
      <td>{seconds(t, row.at, 2)}</td>
      <td>{named(t, SENDERS, row.vantage)}</td>
      <td>
        {target ? (
          <button type="button" aria-pressed={selected} onClick={() => onSelect(target)}>
            {words}
          </button>
        ) : (
          words
        )}
      </td>
      <td>{row.stream ?? ''}</td>
      <td>{row.id === undefined ? row.connection : <MiddleEllipsis text={row.id} most={18} />}</td>
      <td>
        {row.fate && (
          <>
            <FateMark kind={row.fate} size={13} /> {t(FATE_WORDS[row.fate])}
          </>
        )}
      </td>
    </tr>
  )
}

function targetOf({ key, connection }: TableRow): Selection | undefined {
  if (key !== undefined) return { kind: 'event', key }
  return connection === undefined ? undefined : { kind: 'connection', id: connection }
}

const nameOf = (selection: Selection) => (selection.kind === 'event' ? { event: selection.key } : { connection: selection.id })

function isSelected(row: TableRow, selection: Selection | undefined): boolean {
  if (!selection) return false
  return selection.kind === 'event' ? row.key === selection.key : row.key === undefined && row.connection === selection.id
}
