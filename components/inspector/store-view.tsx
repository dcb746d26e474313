'use client'
/**
 * What the server keeps, stream by stream: every stored event with its role, size and fate. Without an event log it keeps nothing, and
 * the view says so.
 */
import { useMemo } from 'react'
import type { EventRecord, StreamRecord } from '../../lib/trace/snapshot-types'
import { msg } from '../../lib/words/message'
import { FateMark } from '../fates/fate-mark'
import { FATE_WORDS } from '../fates/fate-words'
import { useLanguage, useT } from '../i18n/language'
import { Trans } from '../i18n/trans'
import { MiddleEllipsis } from '../shared/middle-ellipsis'
import { SquaresText } from '../tool-view/squares-text'
import { usePlayground, useSnapshot, useVerbs } from '../use-playground'
import css from './panel.module.css'
import look from './rows/rows.module.css'
import { VirtualList } from './rows/virtual-list'
import { shortData } from './wire/frame-line'

type Row = { readonly kind: 'stream'; readonly stream: StreamRecord } | { readonly kind: 'event'; readonly event: EventRecord }

export function StoreView() {
  const { streams, session } = useSnapshot()
  const selection = usePlayground((state) => state.selection)
  const { select } = useVerbs()
  const rows = useMemo(() => rowsOf(streams), [streams])
  const t = useT()
  if (session?.resumable === false)
    return (
      <p className={css.note}>
        {t('The server keeps nothing: this session has no event log. No event has an id, and what did not get through is lost.')}
      </p>
    )
  if (rows.length === 0)
    return (
      <p className={css.note}>{t('Nothing is stored yet. Every message of the server will stand here before anyone tries to send it.')}</p>
    )
  const selected = selection?.kind === 'event' ? selection.key : undefined
  const wanted = selected === undefined ? -1 : rows.findIndex((row) => row.kind === 'event' && row.event.key === selected)
  return (
    <VirtualList
      label={t('Store')}
      count={rows.length}
      estimate={30}
      keyOf={(index) => keyOf(rows[index] as Row)}
      wanted={wanted < 0 ? undefined : wanted}
      render={(index) => {
        const row = rows[index] as Row
        return row.kind === 'stream' ? (
          <StreamHead stream={row.stream} />
        ) : (
          <EventRow
            event={row.event}
            selected={row.event.key === selected}
            onSelect={() => select({ kind: 'event', key: row.event.key })}
          />
        )
      }}
    />
  )
}

function rowsOf(streams: readonly StreamRecord[]): Row[] {
  return streams.flatMap((stream): Row[] => [
    { kind: 'stream', stream },
    ...stream.events.filter((event) => event.storedAt !== undefined).map((event): Row => ({ kind: 'event', event })),
  ])
}

function keyOf(row: Row): string {
  return row.kind === 'stream' ? `stream ${row.stream.name}` : row.event.key
}

function StreamHead({ stream }: { stream: StreamRecord }) {
  const t = useT()
  const language = useLanguage()
  const stored = stream.events.filter((event) => event.storedAt !== undefined && event.evictedAt === undefined)
  const bytes = stored.reduce((sum, event) => sum + event.bytes, 0)
  const state = stream.completedAt !== undefined ? 'completed' : 'running'
  return (
    <p className={look.streamHead} data-stream={stream.kind}>
      {stream.kind === 'standalone' ? (
        <Trans message="<b>{stream}</b> standalone stream" parts={{ stream: stream.name, b: (inside) => <b>{inside}</b> }} />
      ) : (
        <>
          <b>{stream.name}</b> {stream.rpc?.tool ?? stream.rpc?.method ?? t('call')}
        </>
      )}{' '}
      <span data-state={state}>{t(STATES[state])}</span>
      <small>{t('{n} stored, {bytes} bytes', { n: stored.length, bytes: bytes.toLocaleString(language) })}</small>
    </p>
  )
}

const STATES = { completed: msg('completed'), running: msg('running') } as const

function EventRow({ event, selected, onSelect }: { event: EventRecord; selected: boolean; onSelect: () => void }) {
  const evicted = event.evictedAt !== undefined
  const t = useT()
  return (
    <button type="button" className={`${look.row} ${look.storeRow}`} aria-pressed={selected} onClick={onSelect}>
      <FateMark kind={event.fate} size={15} />
      <b className={look.rowId}>{event.id === undefined ? t('no id') : <MiddleEllipsis text={event.id} />}</b>
      <span>{t(evicted ? 'evicted' : FATE_WORDS[event.fate])}</span>
      <span className={look.bytes}>{event.bytes} B</span>
      <code className={look.preview}>
        {event.role === 'priming' ? t('priming event: an id and no data') : <SquaresText text={shortData(event.data)} />}
      </code>
    </button>
  )
}
