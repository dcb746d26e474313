'use client'
/**
 * The accessible twin of the timeline: every observation of the run in a real table, a page at a time, so that its semantics stay whole.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Selection } from '../../lib/playground/types'
import { type TableRow, tableRows } from '../../lib/words/run/describe'
import { named, seconds } from '../../lib/words/t'
import { FateMark } from '../fates/fate-mark'
import { FATE_WORDS } from '../fates/fate-words'
import { useT } from '../i18n/language'
import { MiddleEllipsis } from '../shared/middle-ellipsis'
import { useMoment, usePlayground, useVerbs } from '../use-playground'
import { SENDERS } from './messages/message-rows'
import css from './panel.module.css'
import look from './rows/rows.module.css'

const PAGE = 250

export function TableView() {
  const trace = usePlayground((state) => state.trace)
  const selection = usePlayground((state) => state.selection)
  const moment = useMoment()
  const { select } = useVerbs()
  const t = useT()
  const rows = useMemo(() => tableRows(trace, t), [trace, t])
  const wanted = rows.findIndex((row) => isSelected(row, selection))
  const [page, setPage] = useState(0)
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    if (wanted < 0) return
    setPage(Math.floor(wanted / PAGE))
    const frame = requestAnimationFrame(() => body.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' }))
    return () => cancelAnimationFrame(frame)
  }, [wanted])
  if (rows.length === 0) return <p className={css.note}>{t('Nothing has been observed yet. Every observation will be a row here.')}</p>
  const pages = Math.ceil(rows.length / PAGE)
  const shown = Math.min(page, pages - 1)
  const at = moment - (trace.observations[0]?.at ?? 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <section className={css.scroller} aria-label={t('Table')} tabIndex={0}>
      {pages > 1 && <Pager page={shown} pages={pages} onPage={setPage} />}
      <table className={look.table}>
        <caption>
          {pages > 1
            ? t('{n} observations of this run, in order of time, {page} a page. Fates are those at the end of the run.', {
                n: rows.length,
                page: PAGE,
              })
            : t('{n} observations of this run, in order of time. Fates are those at the end of the run.', { n: rows.length })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('Time')}</th>
            <th scope="col">{t('Seen by')}</th>
            <th scope="col">{t('What')}</th>
            <th scope="col">{t('Stream')}</th>
            <th scope="col">{t('ID')}</th>
            <th scope="col">{t('Fate')}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.slice(shown * PAGE, (shown + 1) * PAGE).map((row) => (
            <Row key={row.seq} row={row} later={row.at > at} selected={isSelected(row, selection)} onSelect={select} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type RowProps = {
  readonly row: TableRow
  readonly later: boolean
  readonly selected: boolean
  readonly onSelect: (selection: Selection) => void
}

function Row({ row, later, selected, onSelect }: RowProps) {
  const target = targetOf(row)
  const t = useT()
  const words = (
    <>
      {row.what}
      {row.detail && <small> {row.detail}</small>}
    </>
  )
  return (
    <tr data-later={later ? '' : undefined} data-selected={selected ? '' : undefined}>
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

function isSelected(row: TableRow, selection: Selection | undefined): boolean {
  if (!selection) return false
  return selection.kind === 'event' ? row.key === selection.key : row.key === undefined && row.connection === selection.id
}

function Pager({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  const t = useT()
  return (
    <nav className={look.pager} aria-label={t('Pages of the table')}>
      <button type="button" aria-disabled={page === 0 || undefined} onClick={() => onPage(Math.max(page - 1, 0))}>
        {t('Previous page')}
      </button>
      <span>{t('Page {page} of {pages}', { page: page + 1, pages })}</span>
      <button type="button" aria-disabled={page === pages - 1 || undefined} onClick={() => onPage(Math.min(page + 1, pages - 1))}>
        {t('Next page')}
      </button>
    </nav>
  )
}
