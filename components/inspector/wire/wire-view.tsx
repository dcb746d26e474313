'use client'
/**
 * What went over the wire, connection by connection, as the client saw it: requests and answers with their headers, each frame as it
 * came, and how it ended. What never got through is not here; the Store has it.
 */
import { memo, useMemo } from 'react'
import type { Selection } from '../../../lib/playground/types'
import { STANDALONE } from '../../../lib/protocol/event-id'
import type { EpochMs, HeaderMap } from '../../../lib/protocol/observation'
import { shortSession } from '../../../lib/trace/text'
import { msg } from '../../../lib/words/message'
import { reasonWords } from '../../../lib/words/run/reasons'
import { withoutBug } from '../../../lib/words/run/without-bug'
import { named, seconds } from '../../../lib/words/t'
import { useLanguage, useT } from '../../i18n/language'
import { usePlayground, useSnapshot, useVerbs } from '../../use-playground'
import css from '../panel.module.css'
import { CopyButton } from '../rows/copy-button'
import { VirtualList } from '../rows/virtual-list'
import look from './wire.module.css'
import { fieldLines, type HeaderLine, headerLines, requestLine, type WireRow, wireRowKey, wireRows } from './wire-rows'

export function WireView() {
  const { connections } = useSnapshot()
  const selection = usePlayground((state) => state.selection)
  const origin = usePlayground((state) => state.trace.observations[0]?.at ?? 0)
  const { select } = useVerbs()
  const rows = useMemo(() => wireRows(connections), [connections])
  const t = useT()
  const isSelected = (row: WireRow) => isRowOf(row, selection)
  if (rows.length === 0)
    return (
      <p className={css.note}>{t('Nothing has been sent yet. Every request and every frame of its answer will stand here, as it came.')}</p>
    )
  const wanted = rows.findIndex(isSelected)
  const first = rows.findLastIndex((row) => row.kind === 'request' && row.connection.stream !== STANDALONE)
  return (
    <VirtualList
      label={t('Wire')}
      count={rows.length}
      estimate={64}
      keyOf={(index) => wireRowKey(rows[index] as WireRow)}
      wanted={wanted < 0 ? undefined : wanted}
      opensAt={first}
      render={(index) => {
        const row = rows[index] as WireRow
        return (
          <Row
            row={row}
            origin={origin}
            selected={isSelected(row)}
            onConnection={(id) => select({ kind: 'connection', id })}
            onEvent={(key) => select({ kind: 'event', key })}
          />
        )
      }}
    />
  )
}

function isRowOf(row: WireRow, selection: Selection | undefined): boolean {
  if (selection?.kind === 'event')
    return row.kind === 'frame' && row.frame.kind === 'event' && (row.frame.key ?? row.frame.id) === selection.key
  return selection?.kind === 'connection' && row.kind === 'request' && row.connection.id === selection.id
}

type RowProps = {
  readonly row: WireRow
  readonly origin: EpochMs
  readonly selected: boolean
  readonly onConnection: (id: string) => void
  readonly onEvent: (key: string) => void
}

const Row = memo(function Row({ row, origin, selected, onConnection, onEvent }: RowProps) {
  const { connection } = row
  const t = useT()
  switch (row.kind) {
    case 'request':
      return (
        <div className={look.exchange} data-stream={connection.stream === 'get' ? 'standalone' : 'call'}>
          <button type="button" className={look.pick} aria-pressed={selected} onClick={() => onConnection(connection.id)}>
            <b>{requestLine(connection)}</b>
            <small>
              {connection.id}
              {connection.stream ? ` · ${connection.stream}` : ''} · {seconds(t, connection.openedAt - origin, 2)}
            </small>
          </button>
          <Headers headers={connection.requestHeaders} edited={connection.edited} />
          {connection.requestBody && <pre className={look.body}>{withoutBug(connection.requestBody)}</pre>}
        </div>
      )
    case 'answer':
      return (
        <div className={look.answer}>
          <p>
            <b data-bad={row.answer.status >= 400 ? '' : undefined}>HTTP {row.answer.status}</b>{' '}
            <small>{seconds(t, row.answer.at - origin, 2)}</small>
          </p>
          <Headers headers={row.answer.headers} />
          {row.answer.body && <pre className={look.body}>{withoutBug(row.answer.body)}</pre>}
        </div>
      )
    case 'frame':
      return <FrameRow row={row} origin={origin} selected={selected} onEvent={onEvent} />
    case 'failure':
      return (
        <p className={look.ending} data-bad="">
          {t('No answer: {reason}', { reason: reasonWords(t, row.reason) })}
        </p>
      )
    case 'end':
      return <Ending end={row.end} origin={origin} />
    default:
      return row satisfies never
  }
})

function FrameRow({
  row,
  origin,
  selected,
  onEvent,
}: Pick<RowProps, 'origin' | 'selected' | 'onEvent'> & { row: Extract<WireRow, { kind: 'frame' }> }) {
  const { frame } = row
  const t = useT()
  if (frame.kind === 'comment') {
    return (
      <p className={look.comment}>
        <span lang="en">: {frame.comment}</span> <small>{t('comment, {time}', { time: seconds(t, frame.at - origin, 2) })}</small>
      </p>
    )
  }
  const key = frame.key ?? frame.id
  return (
    <div className={look.frame}>
      <button
        type="button"
        className={look.raw}
        aria-pressed={selected}
        disabled={key === undefined}
        onClick={() => key !== undefined && onEvent(key)}
      >
        {fieldLines(frame.raw).map(({ field, value }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a frame never change
          <span key={i} data-field={field} lang="en">
            <i>{field}:</i> {value}
          </span>
        ))}
        <small>{seconds(t, frame.at - origin, 2)}</small>
      </button>
      <CopyButton text={frame.raw} label={t('Copy the frame')} />
    </div>
  )
}

function Ending({ end, origin }: { end: Extract<WireRow, { kind: 'end' }>['end']; origin: EpochMs }) {
  const t = useT()
  const language = useLanguage()
  return (
    <div className={look.ending} data-bad={end.how === 'severed' ? '' : undefined}>
      <p>{named(t, ENDINGS, end.how, { time: seconds(t, end.at - origin, 2), bytes: end.bytes.toLocaleString(language) })}</p>
      {end.tornBytes ? (
        <p className={look.torn}>
          <code>{end.torn}</code>
          <small>{t('{n} bytes of an unfinished frame: thrown away, its event counts as not received', { n: end.tornBytes })}</small>
        </p>
      ) : null}
    </div>
  )
}

const ENDINGS = {
  complete: msg('The answer ended properly at {time}, after {bytes} bytes.'),
  severed: msg('Severed at {time}, after {bytes} bytes.'),
  closed: msg('Closed by the client at {time}, after {bytes} bytes.'),
} as const

type HeadersProps = { readonly headers: HeaderMap; readonly edited?: HeaderMap | undefined }

/**
 * The two headers, and what was edited; the rest is folded. `edited`: the names the learner changed → the value that was kept. One that was
 * left out stands there, struck through.
 */
function Headers({ headers, edited = {} }: HeadersProps) {
  const t = useT()
  const lines = headerLines(headers)
  const isShown = ({ name, marked }: HeaderLine) => marked || name.toLowerCase() in edited
  const folded = lines.filter((line) => !isShown(line))
  const leftOut = Object.entries(edited).filter(([name]) => headers[name] === undefined)
  return (
    <>
      <dl className={look.headers}>
        {lines.filter(isShown).map((line) => (
          <Header key={line.name} line={line} kept={edited[line.name.toLowerCase()]} />
        ))}
        {leftOut.map(([name, kept]) => (
          <div key={name} data-edited="">
            <dt>
              <s>{name}:</s>
            </dt>
            <dd>
              <s>{shownValue(name, kept)}</s> <small>{t('left out')}</small>
            </dd>
          </div>
        ))}
      </dl>
      {folded.length > 0 && (
        <details className="text-ink-2">
          <summary>{t({ one: '{n} more header', other: '{n} more headers' }, { n: folded.length })}</summary>
          <dl className={look.headers}>
            {folded.map((line) => (
              <Header key={line.name} line={line} />
            ))}
          </dl>
        </details>
      )}
    </>
  )
}

/** `kept`: it was edited, and this was kept. */
function Header({ line, kept }: { readonly line: HeaderLine; readonly kept?: string | undefined }) {
  const { name, value, marked } = line
  const t = useT()
  return (
    <div data-marked={marked ? '' : undefined} data-edited={kept === undefined ? undefined : ''}>
      <dt>{name}:</dt>
      <dd>
        {kept && (
          <>
            <s>{shownValue(name, kept)}</s>{' '}
          </>
        )}
        <span lang="en">{value}</span>
        {kept !== undefined && <small> {t('edited')}</small>}
      </dd>
    </div>
  )
}

/** The session id, a key to the session, is shortened. */
const shownValue = (name: string, value: string): string => (name.toLowerCase() === 'mcp-session-id' ? shortSession(value) : value)
