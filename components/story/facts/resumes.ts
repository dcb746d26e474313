/**
 * The requests that asked for the rest of the call, exactly as they were sent, and the edited one that did not bring it. Pure.
 */
import type { EpochMs, EventId } from '../../../lib/protocol/observation'
import type { ConnectionRecord, Snapshot } from '../../../lib/trace/snapshot-types'

/** One request, as it left the client. */
export type Sent = {
  readonly id: EventId
  /** the kept id, where the learner had written another */
  readonly instead?: EventId
  /** the learner changed other headers of it */
  readonly edited: boolean
  readonly status?: number
}

export type Resumes = {
  /** how many were answered with the stream */
  readonly accepted: number
  /** the newest of those */
  readonly newest?: Sent
  /** the newest request since the call's connection ended last */
  readonly since?: Sent
  /** none of those that were accepted was edited */
  readonly asKept: boolean
}

/** `brokenAt`: when the newest connection of the call ended before its time. */
export function resumesOf(ofCall: readonly ConnectionRecord[], brokenAt: EpochMs | undefined): Resumes {
  const sent = ofCall.filter(({ lastEventId, unsent }) => lastEventId !== undefined && !unsent)
  const accepted = sent.filter(({ answer }) => answer?.status === 200)
  const [newest, since] = [accepted.at(-1), sent.findLast(({ openedAt, end }) => end === undefined && openedAt >= (brokenAt ?? 0))]
  return {
    accepted: accepted.length,
    ...(newest ? { newest: sentAs(newest) } : {}),
    ...(since ? { since: sentAs(since) } : {}),
    asKept: accepted.every(({ edited }) => !edited),
  }
}

function sentAs({ lastEventId = '', edited, answer }: ConnectionRecord): Sent {
  const instead = edited?.['last-event-id']
  return {
    id: lastEventId,
    ...(instead ? { instead } : {}),
    edited: edited !== undefined && Object.keys(edited).some((name) => name !== 'last-event-id'),
    ...(answer ? { status: answer.status } : {}),
  }
}

/** What an experiment sent, and what came of it. */
export type Edit = {
  readonly header: 'last-event-id' | 'mcp-session-id' | 'mcp-protocol-version'
  /** undefined: it was left out */
  readonly sent?: string
  readonly kept: string
  readonly status?: number
  /** another stream came */
  readonly another: boolean
}

/** The edited request for the call at whose result the client waits; undefined when it does not wait. */
export function editOf({ refused, stage, kept, connections }: Snapshot): Edit | undefined {
  if (!refused?.edited || (refused.stream !== undefined && refused.stream !== stage.call?.name)) return undefined
  const asked = connections.filter(({ edited, answer }) => edited !== undefined && answer !== undefined)
  const another = refused.reason.code === 'another-stream'
  const keptId = stage.call && kept.lastEventIds[stage.call.name]
  const own = asked.filter(({ edited, lastEventId }) => keptId === undefined || [edited?.['last-event-id'], lastEventId].includes(keptId))
  const { edited = {}, requestHeaders = {} } = own.at(-1) ?? asked.at(-1) ?? {}
  const header = HEADERS.find((name) => name in edited) ?? 'last-event-id'
  const sent = requestHeaders[header]
  return {
    header,
    kept: edited[header] ?? '',
    ...(sent === undefined ? {} : { sent }),
    ...(refused.status === undefined ? {} : { status: refused.status }),
    another,
  }
}

const HEADERS = ['mcp-session-id', 'last-event-id', 'mcp-protocol-version'] as const
