'use client'
/**
 * What the server keeps: its event store on the wall, a row an event, each row at the height of the picture's row of that number,
 * with the event's fate. Without an event log the wall says that nothing is kept. The store of the inspector has every detail.
 */
import { type CSSProperties, memo, useLayoutEffect, useRef } from 'react'
import type { EventRecord, Fate, StreamRecord } from '../../../lib/trace/snapshot-types'
import { StoreSpine } from '../../cable/ties/store-spine'
import { FateMark } from '../../fates/fate-mark'
import { FATE_WORDS } from '../../fates/fate-words'
import { useT } from '../../i18n/language'
import { MiddleEllipsis } from '../../shared/middle-ellipsis'
import { rove } from '../../shared/rove'
import './event-store-wall.css'
import { Strip } from './event-strip'

type StoreWallProps = {
  readonly call?: StreamRecord
  readonly standalone?: StreamRecord
  /** false: the server keeps no event log for this session */
  readonly resumable: boolean
  readonly selected?: string
  readonly onSelect: (eventKey: string) => void
}

/** So many of a stream's events are on the wall at a time; earlier ones are counted. */
const MOST = 48

export function StoreWall({ call, standalone, resumable, selected, onSelect }: StoreWallProps) {
  const t = useT()
  const scroller = useRef<HTMLDivElement>(null)
  const newest = standalone?.events[standalone.events.length - 1]
  const { events, earlier } = lastOf(call?.events ?? [], selected)
  const rows = newest ? [newest, ...events] : events
  useEndInView(scroller, rows.length)
  if (!resumable) return <KeepsNothing />
  const entry = rows.find((row) => row.key === selected)?.key ?? rows[rows.length - 1]?.key
  const first = newest ? 1 : 0
  return (
    <div className="store" ref={scroller} data-term="event stored">
      <div className="store-rows" style={{ '--first': newest ? 0 : 1 } as CSSProperties}>
        <ol aria-label={earlier > 0 ? t('Event store, {n} earlier events not shown', { n: earlier }) : t('Event store')} onKeyDown={rove}>
          {rows.map((row, i) => (
            <StoreRow
              key={row.key}
              row={row}
              stream={i < first ? 'standalone' : 'call'}
              starts={i <= first}
              stops={i === first - 1 || i === rows.length - 1}
              named={i === first + 1 || i === rows.length - 1}
              selected={row.key === selected}
              entry={row.key === entry}
              onSelect={onSelect}
            />
          ))}
        </ol>
        {groupsOf(events).map(({ fate, from, count }) => (
          <p
            key={from}
            className="grp"
            data-kind={fate}
            data-one={count < 3 || undefined}
            style={{ '--from': from + first, '--count': count } as CSSProperties}
          >
            <b>{count}</b> <span>{t(FATE_WORDS[fate])}</span>
          </p>
        ))}
      </div>
    </div>
  )
}

type StoreRowProps = {
  readonly row: EventRecord
  readonly stream: 'call' | 'standalone'
  /** first and last row of its stream on the wall */
  readonly starts: boolean
  readonly stops: boolean
  /** its id is written out even where there is little room */
  readonly named: boolean
  readonly selected: boolean
  /** where Tab enters the list */
  readonly entry: boolean
  readonly onSelect: (eventKey: string) => void
}

const StoreRow = memo(function StoreRow({ row, stream, starts, stops, named, selected, entry, onSelect }: StoreRowProps) {
  const t = useT()
  const { key, role, fate, message, evictedAt } = row
  const priming = role === 'priming'
  const parts = { id: key, what: priming ? t('priming event') : t(fate) }
  const said = evictedAt === undefined ? t('{id}, {what}', parts) : t('{id}, {what}, evicted', parts)
  return (
    <li data-fate={fate} data-role={role} data-named={named || undefined} data-term={priming ? 'priming' : termOf(fate)}>
      <StoreSpine stream={stream} priming={priming} first={starts} last={stops} lost={fate === 'lost' || evictedAt !== undefined} />
      <button type="button" aria-pressed={selected} aria-label={said} title={said} tabIndex={entry ? 0 : -1} onClick={() => onSelect(key)}>
        <code>
          <MiddleEllipsis text={key} tail={4} />
        </code>
        <Strip message={message} />
        {!priming && <FateMark kind={fate} size={15} />}
      </button>
    </li>
  )
})

const termOf = (fate: Fate): string => (fate === 'replayed' || fate === 'duplicated' ? `received ${fate}` : fate)

function KeepsNothing() {
  const t = useT()
  return (
    <div className="store-nothing" data-term="stored">
      <strong>{t('This server keeps nothing.')}</strong>
      <p>
        {t('It has no event log: it hands each message to the connection that is open, if one is, and forgets it. Events carry no id.')}
      </p>
    </div>
  )
}

/** The last events, or those around the selected one when it is older. */
function lastOf(events: readonly EventRecord[], selected: string | undefined): { events: readonly EventRecord[]; earlier: number } {
  if (events.length <= MOST) return { events, earlier: 0 }
  const at = selected === undefined ? -1 : events.findIndex((event) => event.key === selected)
  const end = at < 0 || at >= events.length - MOST ? events.length : Math.min(events.length, at + MOST / 2)
  return { events: events.slice(end - MOST, end), earlier: end - MOST }
}

type Group = { readonly fate: Fate; readonly from: number; readonly count: number }

/** Neighbours with one fate together: a bracket names them once. What is under way is not named, and joins what comes before it. */
function groupsOf(events: readonly EventRecord[]): readonly Group[] {
  const groups: Group[] = []
  for (const [i, { role, fate }] of events.entries()) {
    if (role === 'priming' || fate === 'underway') continue
    const last = groups[groups.length - 1]
    if (last && last.fate === fate && last.from + last.count === i) groups[groups.length - 1] = { ...last, count: last.count + 1 }
    else groups.push({ fate, from: i, count: 1 })
  }
  return groups
}

/** The newest rows stay in view, unless the reader has scrolled away from them. */
function useEndInView(scroller: React.RefObject<HTMLDivElement | null>, count: number): void {
  const atEnd = useRef(true)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const note = () => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 24
    }
    element.addEventListener('scroll', note, { passive: true })
    return () => element.removeEventListener('scroll', note)
  }, [scroller])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the count that makes it scroll
  useLayoutEffect(() => {
    if (scroller.current && atEnd.current) scroller.current.scrollTop = scroller.current.scrollHeight
  }, [scroller, count])
}
