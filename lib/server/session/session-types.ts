/**
 * What a session is given, and what must be kept of it so that it can continue in another process. Types only; session.ts makes one.
 */
import type { EventLog, LogSnapshot } from '../../event-store/event-log'
import type { Observe, ServerFact, SessionId } from '../../protocol/observation'
import type { Clock } from '../../streams/clock'
import type { Sleep } from '../../streams/sleep'
import type { DeliveryRecord } from '../delivery/session-delivery'
import type { FeedSnapshot } from '../feed'
import type { EndpointLimits } from '../http/config'
import type { SessionParams } from '../http/session-params'
import type { RegisterTools } from '../tools'

/**
 * Opens the log of one session. `observe` hears of evictions; `from` is what the log held when its process ended (see snapshot).
 */
export type OpenLog = (observe: Observe<Extract<ServerFact, { kind: 'event.evicted' }>>, session: SessionId, from?: LogSnapshot) => EventLog

/** What all sessions of an endpoint share. */
export type SessionHost = {
  readonly openLog: OpenLog
  readonly observe?: (session: SessionId, fact: ServerFact) => void
  /** names who a request comes from; see EndpointOptions */
  readonly clientOf?: (request: Request) => string | undefined
  readonly limits: EndpointLimits
  readonly clock: Clock
  readonly sleep: Sleep
  readonly register: readonly RegisterTools[]
}

/** What, beside its event log, must be kept of a session so that it can continue in another process. Plain data. */
export type SessionRecord = DeliveryRecord & {
  /** the session's parameters; saved sessions have had them under this name since version 1 */
  readonly terms: SessionParams
  /** how many streams were named so far: no name is given twice */
  readonly calls: number
}

/** A whole session as plain data: what a process leaves behind so that the next one continues it. */
export type SessionSnapshot = { readonly record: SessionRecord; readonly log: LogSnapshot; readonly feed: FeedSnapshot }

export type EndReason = Extract<ServerFact, { kind: 'session.ended' }>['reason']
