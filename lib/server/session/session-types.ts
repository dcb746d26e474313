/**
 * What a session is given, and what it must keep to outlive its process. Types only; session.ts makes one.
 */
import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/sdk/types.js'
import type { EventLog, LogSnapshot } from '../../event-store/event-log'
import type { ServerKind } from '../../faults/commands'
import type { EpochMs, EventId, Observe, ServerFact, SessionId, StreamName } from '../../protocol/observation'
import type { Clock, Sleep } from '../../streams/clock'
import type { EndpointLimits } from '../http/config'
import type { RegisterTools } from '../tools'

/** Opens the log of one session; hands it what to call when it evicts, and what it held when its process went (see snapshot). */
export type OpenLog = (observe: Observe<Extract<ServerFact, { kind: 'event.evicted' }>>, session: SessionId, from?: LogSnapshot) => EventLog

/** What all sessions of an endpoint share. */
export type SessionHost = {
  readonly openLog: OpenLog
  readonly observe?: (session: SessionId, fact: ServerFact) => void
  readonly limits: EndpointLimits
  readonly clock: Clock
  readonly sleep: Sleep
  readonly register: readonly RegisterTools[]
}

/** What initialize says of a session. */
export type SessionTerms = {
  readonly id: SessionId
  readonly resumable: boolean
  /** `json`: calls are answered with one JSON body instead of a stream */
  readonly answer: 'stream' | 'json'
  readonly server: ServerKind
  /** what the client calls itself */
  readonly client: string
  /** the revision agreed on */
  readonly version: string
  /** the initialize message itself: a process that follows on another is told it again */
  readonly initialize: JSONRPCMessage
}

/** What, beside its event log, a session must keep to come back in another process. Plain data. */
export type SessionRecord = {
  readonly terms: SessionTerms
  /** streams named so far: a name is given once */
  readonly calls: number
  /** the requests without their response, by stream */
  readonly running: readonly { readonly stream: StreamName; readonly request: RequestId; readonly tool?: string }[]
  /** the newest event of the standalone stream that was written to any connection */
  readonly standaloneWritten: EventId
}

/** A fact with the time it was noted. */
export type Noted = { readonly at: EpochMs; readonly fact: ServerFact }

/** What a feed still tells: the facts kept, and the sequence number of the first of them. */
export type FeedSnapshot = { readonly first: number; readonly facts: readonly Noted[] }

/** A whole session as plain data: what a process leaves behind so that the next one goes on with it. */
export type SessionSnapshot = { readonly record: SessionRecord; readonly log: LogSnapshot; readonly feed: FeedSnapshot }

export type EndReason = Extract<ServerFact, { kind: 'session.ended' }>['reason']
