/** One moment of a run as a figure for a page: the drawing, what it shows in a sentence, its events as a table, and the way to the live version. */

import type { EpochMs } from '../../lib/protocol/observation'
import { PROTOCOL_REVISION } from '../../lib/protocol/observation'
import { cutRecording } from '../../lib/trace/recording/recording'
import { snapshotAt } from '../../lib/trace/snapshot'
import type { EventRecord } from '../../lib/trace/snapshot-types'
import { layoutTimeline } from '../../lib/trace/timeline/timeline'
import type { Trace } from '../../lib/trace/trace'
import { decimal, format } from '../../lib/words/format'
import { msg } from '../../lib/words/message'
import { describeMoment } from '../../lib/words/run/describe'
import { seconds } from '../../lib/words/t'
import { FateMark } from '../fates/fate-mark'
import { FATE_WORDS } from '../fates/fate-words'
import { useT } from '../i18n/language'
import { type Subject, subjectOf } from '../tool-view/tool-progress'
import { QrCode } from './qr-code'
import { RunDrawing } from './run-drawing'

export type StepFigureProps = {
  readonly trace: Trace
  readonly at: EpochMs
  /** what would run next: it names the subject while nothing runs */
  readonly next: { readonly tool: string; readonly picture: string }
  readonly title: string
  /** of the live version */
  readonly address: string
}

const KINDS = {
  priming: msg('priming'),
  result: msg('result'),
  error: msg('error'),
  notification: msg('notification'),
  request: msg('request'),
  unreadable: msg('unreadable'),
} as const

/** More rows than this are left to the live version. */
const MOST_ROWS = 20

export function StepFigure({ trace, at, next, title, address }: StepFigureProps) {
  const t = useT()
  const snapshot = snapshotAt(trace, at)
  const subject: Subject = subjectOf(snapshot, next)
  const timeline = layoutTimeline(cutRecording(trace, at), at)
  const from = trace.observations[0]?.at ?? at
  return (
    <figure>
      <RunDrawing snapshot={snapshot} subject={subject} timeline={timeline} />
      <figcaption>
        <div>
          <p>
            <strong>{title}.</strong> {describeMoment(snapshot, t)} {t('{time} into the run.', { time: seconds(t, at - from, 2) })}
          </p>
          <p>
            {t(
              trace.recorded
                ? 'MCP {revision}, Streamable HTTP. A recorded run. Live version:'
                : 'MCP {revision}, Streamable HTTP. A run of the reader. Live version:',
              { revision: PROTOCOL_REVISION },
            )}
          </p>
          <p className="printed-address">{address}</p>
        </div>
        <QrCode address={address} />
      </figcaption>
      <EventTable events={snapshot.stage.call?.events ?? []} from={from} />
    </figure>
  )
}

function EventTable({ events, from }: { events: readonly EventRecord[]; from: EpochMs }) {
  const t = useT()
  if (events.length === 0) return null
  const time = (at: EpochMs | undefined) => (at === undefined ? '–' : format('{n}', { n: decimal((at - from) / 1000, 2) }, t.language))
  const shown = events.slice(0, MOST_ROWS)
  return (
    <table>
      <caption>{t('Events of the tool call, times in seconds')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('Event')}</th>
          <th scope="col">{t('Message')}</th>
          <th scope="col">{t('stored')}</th>
          <th scope="col">{t('received')}</th>
          <th scope="col">{t('Fate')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ key, message, storedAt, receipts, fate }) => (
          <tr key={key}>
            <td>{key}</td>
            <td>{message.kind === 'progress' ? t('progress {n}', { n: message.progress }) : t(KINDS[message.kind])}</td>
            <td>{time(storedAt)}</td>
            <td>{receipts.length === 0 ? '–' : receipts.map((receipt) => time(receipt.at)).join('; ')}</td>
            <td>
              <FateMark kind={fate} size={10} /> {t(FATE_WORDS[fate])}
            </td>
          </tr>
        ))}
      </tbody>
      {events.length > shown.length && (
        <tfoot>
          <tr>
            <td colSpan={5}>{t('{n} more in the live version', { n: events.length - shown.length })}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
