/**
 * What a session is given, and what it must keep to outlive its process. Types only; session.ts makes one.
 */
import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/sdk/types.js'
import type { EventLog } from '../event-store/event-log'
import type { ServerKind } from '../faults/commands'
import type { EventId, Observe, ServerFact, SessionId, StreamName } from '../trace/observation'
import type { Clock, Sleep } from './clock'
import type { EndpointLimits } from './config'
import type { RegisterTools } from './tools'

/** Opens the log of one session; hands it what to call when it evicts. */
export type OpenLog = (observe: Observe<Extract<ServerFact, { kind: 'event.evicted' }>>, session: SessionId) => EventLog

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

export type EndReason = Extract<ServerFact, { kind: 'session.ended' }>['reason']
