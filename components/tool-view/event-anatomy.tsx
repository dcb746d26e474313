/** One event of this run as it came over the wire, line by line, each line with what it is for. */
import { parseEventId } from '../../lib/protocol/event-id'
import type { EventRecord, Frame, Snapshot, StreamRecord } from '../../lib/trace/snapshot-types'
import type { Translate } from '../../lib/words/t'
import { useT } from '../i18n/language'

type EventAnatomyProps = {
  readonly snapshot: Snapshot
  /** the key of the event to take apart; the newest event of the call otherwise */
  readonly selected?: string | undefined
}

/** Nothing before the first message of the call is there. */
export function EventAnatomy({ snapshot, selected }: EventAnatomyProps) {
  const t = useT()
  const stream = snapshot.stage.call
  const found = stream && findEvent(snapshot, stream, selected)
  if (!stream || !found) return null
  const { event, frame } = found
  return (
    <figure className="grid gap-2 text-[14px] leading-5">
      <dl className="grid gap-2">
        {linesOf(frame.raw).map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one event never change places
          <div key={i} className="grid gap-0.5">
            <dt
              className="overflow-hidden rounded-md bg-wall px-2 py-1 font-mono text-[12.5px] text-ellipsis whitespace-nowrap"
              title={line}
            >
              {line === '' ? <i className="not-italic text-ink-2">{t('(blank line)')}</i> : line}
            </dt>
            <dd className="pl-2 text-ink-2">{meaningOf(line, event, stream, t)}</dd>
          </div>
        ))}
      </dl>
      <figcaption className="text-ink-2">{countText(stream, t)}</figcaption>
    </figure>
  )
}

type Received = { readonly event: EventRecord; readonly frame: Extract<Frame, { kind: 'event' }> }

function findEvent({ connections }: Snapshot, { events }: StreamRecord, selected: string | undefined): Received | undefined {
  const frames = connections.flatMap((connection) => connection.frames).filter((frame) => frame.kind === 'event')
  const frameOf = (event: EventRecord) => frames.find(({ key, id, data }) => (key ?? id) === event.key && data === event.data)
  const wanted = events.find(({ key }) => key === selected)
  for (const event of [...(wanted ? [wanted] : []), ...events.toReversed()]) {
    const frame = event.role === 'message' || event === wanted ? frameOf(event) : undefined
    if (frame) return { event, frame }
  }
  return undefined
}

/** The lines of an event, with the blank line that ends it. */
const linesOf = (raw: string): readonly string[] => [...raw.replace(/(\r\n|\r|\n)+$/, '').split(/\r\n|\r|\n/), '']

function meaningOf(line: string, event: EventRecord, stream: StreamRecord, t: Translate): string {
  if (line === '') return t('The blank line ends the event. An event that is cut before it is discarded.')
  switch (line.slice(0, line.indexOf(':') < 0 ? undefined : line.indexOf(':'))) {
    case 'id':
      return idText(event, stream, t)
    case 'event':
      return t('The type of the event.')
    case 'data':
      return dataText(event, t)
    case 'retry':
      return t('How long the client waits before it reconnects, in milliseconds.')
    default:
      return t('A comment. The client ignores it.')
  }
}

function idText({ id }: EventRecord, { rpc }: StreamRecord, t: Translate): string {
  const kept = t('The client keeps the id. To resume, it sends the id as Last-Event-ID.')
  const parsed = id === undefined ? undefined : parseEventId(id)
  if (!parsed) return kept
  const { stream, n } = parsed
  if (rpc?.id === undefined) return `${kept} ${t('{stream} is the stream; {n} is the position in it.', { stream, n })}`
  const parts = { stream, n, request: String(rpc.id) }
  return `${kept} ${t('{stream} is the stream that answers JSON-RPC request {request}; {n} is the position in it.', parts)}`
}

function dataText({ message }: EventRecord, t: Translate): string {
  switch (message.kind) {
    case 'priming':
      return t('No data: this is a priming event. With its id, even a stream that is cut before its first message can be resumed.')
    case 'progress':
      return t('One JSON-RPC message. This one reports progress.')
    case 'result':
    case 'error':
      return t('One JSON-RPC message. This one is the response to the call.')
    default:
      return t('One JSON-RPC message.')
  }
}

/** Why there is one message more than rows, and one id more than messages. */
function countText({ events }: StreamRecord, t: Translate): string {
  const messages = events.filter(({ role }) => role === 'message')
  const total = messages.map(({ message }) => (message.kind === 'progress' ? message.total : undefined)).find((n) => n !== undefined)
  const primed = events.some(({ role }) => role === 'priming')
  const counted = total === undefined ? '' : t('{n} progress messages and the response are {all} messages.', { n: total, all: total + 1 })
  return `${counted} ${primed ? t('The stream begins with a priming event, which carries an id and no message.') : ''}`.trim()
}
