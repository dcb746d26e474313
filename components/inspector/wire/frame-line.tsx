'use client'
/**
 * The selected event as one line of an event stream: `id: … event: … data: …`. A connection shows its request and answer. With nothing
 * selected, the newest event that got through.
 */
import type { ReactNode } from 'react'
import type { Selection } from '../../../lib/playground/types'
import type { ConnectionRecord, EventRecord, Snapshot } from '../../../lib/trace/snapshot-types'
import { reasonWords } from '../../../lib/words/run/reasons'
import { withoutBug } from '../../../lib/words/run/without-bug'
import { named, type Translate } from '../../../lib/words/t'
import { FateMark } from '../../fates/fate-mark'
import { FATE_WORDS } from '../../fates/fate-words'
import { useT } from '../../i18n/language'
import { MiddleEllipsis } from '../../shared/middle-ellipsis'
import { SquaresText } from '../../tool-view/squares-text'
import { usePlayground, useSnapshot } from '../../use-playground'
import { END_WORDS } from '../end-words'
import css from './frame-line.module.css'
import { requestLine } from './wire-rows'

/** The type of every event of MCP, as on the wire. */
const EVENT_TYPE = 'message'

export function FrameLine() {
  const snapshot = useSnapshot()
  const selection = usePlayground((state) => state.selection)
  const t = useT()
  return <div className={css.frame}>{contentOf(snapshot, selection, t)}</div>
}

function contentOf(snapshot: Snapshot, selection: Selection | undefined, t: Translate): ReactNode {
  if (selection?.kind === 'connection') {
    const connection = snapshot.connections.find(({ id }) => id === selection.id)
    return connection ? <RequestLine connection={connection} /> : <p>{t('This connection is not open yet at the playhead.')}</p>
  }
  const events = snapshot.streams.flatMap((stream) => stream.events)
  if (selection) {
    const event = events.find(({ key }) => key === selection.key)
    return event ? <EventLine event={event} selected /> : <p>{t('{event} is not stored yet at the playhead.', { event: selection.key })}</p>
  }
  const newest = newestReceived(events)
  return newest ? <EventLine event={newest} /> : <p>{t('Select an event to read its frame.')}</p>
}

function newestReceived(events: readonly EventRecord[]): EventRecord | undefined {
  let newest: { event: EventRecord; at: number } | undefined
  for (const event of events) {
    const at = event.receipts[event.receipts.length - 1]?.at
    if (at !== undefined && (!newest || at >= newest.at)) newest = { event, at }
  }
  return newest?.event
}

function EventLine({ event, selected }: { event: EventRecord; selected?: boolean }) {
  const t = useT()
  return (
    <>
      <span className={css.field}>
        <FateMark kind={event.fate} size={15} className={css.mark} />
        <span className="sr">{t(FATE_WORDS[event.fate])}</span>
        <i>id: </i>
        <b className={selected ? css.id : undefined}>{event.id === undefined ? t('none') : <MiddleEllipsis text={event.id} most={24} />}</b>
      </span>
      {event.role === 'message' && (
        <span className={css.field}>
          <i>event: </i>
          {EVENT_TYPE}
        </span>
      )}
      <span className={css.data} title={withoutBug(event.data)} data-wire="title">
        <i>data: </i>
        {event.role === 'priming' ? (
          <em>{t('empty: a priming event, only its id counts')}</em>
        ) : (
          <span lang="en">
            <SquaresText text={shortData(event.data)} />
          </span>
        )}
      </span>
    </>
  )
}

function RequestLine({ connection }: { connection: ConnectionRecord }) {
  const { lastEventId, answer, failure, end, rpc } = connection
  const t = useT()
  const outcome = failure
    ? t('no answer: {reason}', { reason: reasonWords(t, failure.reason) })
    : answer
      ? `${answer.status}${end ? `, ${named(t, END_WORDS, end.how)}` : ''}`
      : t('waiting for the answer')
  return (
    <>
      <span className={css.field}>
        <b className={css.id}>{requestLine(connection)}</b>
      </span>
      {rpc && <span className={css.field}>{rpc.method}</span>}
      {lastEventId !== undefined && (
        <span className={css.field}>
          <i>Last-Event-ID: </i>
          <b>
            <MiddleEllipsis text={lastEventId} most={24} />
          </b>
        </span>
      )}
      <span className={css.data}>
        <i>{t('answer:')} </i>
        {outcome}
      </span>
    </>
  )
}

/** Leaves out the parts of a progress message that are always the same; the order of the fields is the server's. */
export function shortData(whole: string): string {
  const data = withoutBug(whole)
  const progress = /"progress":[^,}]+/.exec(data)
  const message = /"message":"(?:[^"\\]|\\.)*"/.exec(data)
  if (!data.includes('"notifications/progress"') || !progress || !message) return data
  return `{"method":"notifications/progress", … ${progress[0]}, … ${message[0]} … }`
}
