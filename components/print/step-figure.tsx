/** One moment of a run as a figure for a page: the drawing, what it shows in a sentence, its events as a table, and the way to the live version. */
import { describeMoment } from '../../lib/trace/describe'
import type { EpochMs } from '../../lib/trace/observation'
import { PROTOCOL_REVISION } from '../../lib/trace/observation'
import { cutRecording } from '../../lib/trace/recording'
import { snapshotAt } from '../../lib/trace/snapshot'
import type { EventRecord } from '../../lib/trace/snapshot-types'
import { layoutTimeline } from '../../lib/trace/timeline'
import type { Trace } from '../../lib/trace/trace'
import { FateMark } from '../line/fate-mark'
import { type Subject, subjectOf } from '../subject'
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

/** More rows than this are left to the live version. */
const MOST_ROWS = 20

export function StepFigure({ trace, at, next, title, address }: StepFigureProps) {
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
            <strong>{title}.</strong> {describeMoment(snapshot)} {((at - from) / 1000).toFixed(2)} s into the run.
          </p>
          <p>
            MCP {PROTOCOL_REVISION}, Streamable HTTP. {trace.recorded ? 'A recorded run.' : 'A run of the reader.'} Live version:
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
  if (events.length === 0) return null
  const seconds = (at: EpochMs | undefined) => (at === undefined ? '–' : ((at - from) / 1000).toFixed(2))
  const shown = events.slice(0, MOST_ROWS)
  return (
    <table>
      <caption>Events of the tool call, times in seconds</caption>
      <thead>
        <tr>
          <th scope="col">Event</th>
          <th scope="col">Message</th>
          <th scope="col">Stored</th>
          <th scope="col">Received</th>
          <th scope="col">Fate</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ key, message, storedAt, receipts, fate }) => (
          <tr key={key}>
            <td>{key}</td>
            <td>{message.kind === 'progress' ? `progress ${message.progress}` : message.kind}</td>
            <td>{seconds(storedAt)}</td>
            <td>{receipts.length === 0 ? '–' : receipts.map((receipt) => seconds(receipt.at)).join(', ')}</td>
            <td>
              <FateMark kind={fate} size={10} /> {fate}
            </td>
          </tr>
        ))}
      </tbody>
      {events.length > shown.length && (
        <tfoot>
          <tr>
            <td colSpan={5}>{events.length - shown.length} more in the live version</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
