/**
 * What each party saw, as data. An `Observation` is one fact plus who saw it and when; a run is nothing but a list of them.
 * Loss is never recorded here: it is a difference, computed in lib/trace/fold (fates.ts, ledger.ts).
 * This file is types (and one constant). It imports types of this room only, so every other room may import it.
 */
import type { Bytes, CallId, ConnectionId, EpochMs, EventId, Milliseconds, SessionId, StreamName } from './names'
import type { FaultDetail, Reason } from './reason'

export type * from './names'

/** The protocol revision this app teaches and speaks. Sessions and resumability were removed in 2026-07-28. */
export const PROTOCOL_REVISION = '2025-11-25'

/** Who saw it. The picture shows the two side by side. */
export type Vantage = 'client' | 'server'

/** Header names in lower case → values, exactly as sent or received. */
export type HeaderMap = Readonly<Record<string, string>>

/** The two headers, and what else a client must keep to resume. `lastEventIds` has one entry a stream. */
export type KeptHeaders = {
  readonly sessionId?: SessionId
  readonly protocolVersion?: string
  readonly lastEventIds: Readonly<Record<StreamName, EventId>>
}

/** Why a connection stopped carrying bytes. */
export type ConnectionEnd =
  /** the body ended properly */
  | 'complete'
  /** the plug (or the network) cut it: nobody closed anything */
  | 'severed'
  /** the client closed it itself (page closed, session ended, call cancelled) */
  | 'closed'

export type ClientFact =
  | { readonly kind: 'plug.pulled' }
  | { readonly kind: 'plug.pushed' }
  /** A request leaves the client. `stream` is filled when the client knows it (a resume, or the standalone GET). */
  | {
      readonly kind: 'connection.opened'
      readonly connection: ConnectionId
      readonly method: 'GET' | 'POST' | 'DELETE'
      /** path and query only */
      readonly path: string
      readonly headers: HeaderMap
      /** the JSON-RPC body of a POST, as text */
      readonly body?: string
      /** `rpc` is read from the body: what the request asks for */
      readonly rpc?: { readonly method: string; readonly id?: string | number; readonly tool?: string }
      /** the value of Last-Event-ID, when this connection resumes a stream */
      readonly lastEventId?: EventId
      readonly stream?: StreamName
      /** header names that the learner edited for this request → the kept value it had instead */
      readonly edited?: HeaderMap
    }
  /** Status line and headers got through. */
  | {
      readonly kind: 'connection.answered'
      readonly connection: ConnectionId
      readonly status: number
      readonly headers: HeaderMap
      /** the whole body, when it is not an event stream (a JSON error, say) */
      readonly body?: string
    }
  /** No answer came: the plug was out, or the server is out of reach. */
  | { readonly kind: 'connection.failed'; readonly connection: ConnectionId; readonly reason: Reason }
  /** `bytes` that got through; `torn` is the text of an unfinished frame that was thrown away, `tornBytes` its size. */
  | {
      readonly kind: 'connection.ended'
      readonly connection: ConnectionId
      readonly how: ConnectionEnd
      readonly bytes: Bytes
      readonly torn?: string
      readonly tornBytes?: Bytes
      /** why the client closed it, when it gave the connection up */
      readonly reason?: Reason
    }
  /** One whole frame got through: an event (with an id or not), a lone `retry`, or a comment (keep-alive). `raw` is the frame as it came. */
  | {
      readonly kind: 'event.received'
      readonly connection: ConnectionId
      readonly id?: EventId
      readonly event?: string
      readonly data: string
      readonly retry?: Milliseconds
      readonly raw: string
    }
  | { readonly kind: 'comment.received'; readonly connection: ConnectionId; readonly comment: string }
  /** The headers that the client would still know after a crash, all of them, each time one changes. */
  | { readonly kind: 'headers.kept'; readonly kept: KeptHeaders }
  /** The client waits before it asks again (the reconnection time). `frozen`: it stands still with `wait` left; said again when it runs on. */
  | {
      readonly kind: 'resume.waiting'
      readonly stream?: StreamName
      readonly wait: Milliseconds
      readonly attempt: number
      readonly frozen?: boolean
    }
  /**
   * A stream cannot be resumed; every call on it fails now, with this reason. `edited`: the learner's headers did not resume it, whatever the
   * status: nothing fails, and the client waits until it is to ask with what it kept.
   */
  | {
      readonly kind: 'resume.refused'
      readonly stream?: StreamName
      readonly status?: number
      readonly reason: Reason
      readonly edited?: boolean
      /** the exchange that carries another stream instead */
      readonly carrier?: ConnectionId
    }
  | {
      readonly kind: 'call.started'
      readonly call: CallId
      readonly tool: string
      readonly args: Readonly<Record<string, unknown>>
      /** true when a reloaded page picks up a call that an earlier page began */
      readonly adopted?: boolean
    }
  /** `text`: of the result */
  | { readonly kind: 'call.settled'; readonly call: CallId; readonly outcome: 'result'; readonly text: string }
  | { readonly kind: 'call.settled'; readonly call: CallId; readonly outcome: 'error' | 'cancelled'; readonly reason: Reason }
  /** The page was loaded anew; what follows is a new client with the kept headers of the old one. */
  | { readonly kind: 'page.loaded' }
  /** Another tab has the run: this client has let go of it, and asks for nothing any more. */
  | { readonly kind: 'run.taken' }
  /** A client that remembers ids met one again and kept it from the application. */
  | { readonly kind: 'event.dropped'; readonly connection: ConnectionId; readonly id: EventId }
  /** The network or the client misbehaves on purpose; `fault` is a FaultId. */
  | FaultFact

/** One step in the life of a fault: waiting for its moment, done, going on, over. `detail`: what exactly. */
export type FaultFact = {
  readonly kind: 'fault.set'
  readonly fault: string
  readonly state: 'armed' | 'struck' | 'on' | 'off'
  readonly detail?: FaultDetail
  /** how it was set, where there is a choice (FaultSetting) */
  readonly amount?: number
  readonly keepAlive?: boolean
}

export type ServerFact =
  | {
      readonly kind: 'session.opened'
      readonly session: SessionId
      readonly resumable: boolean
      readonly client: string
      /** which server answers (ServerKind), when it is not ours */
      readonly server?: string
      /** calls are answered with one JSON body: no stream, no ids, nothing to resume */
      readonly answer?: 'json'
    }
  | { readonly kind: 'session.ended'; readonly session: SessionId; readonly reason: 'deleted' | 'expired' | 'shutdown' | 'restarted' }
  /** A stream begins: the answer to one POSTed request, or the standalone stream. */
  | {
      readonly kind: 'stream.opened'
      readonly stream: StreamName
      readonly rpc?: { readonly method: string; readonly id: string | number; readonly tool?: string }
    }
  /** The stream's response is stored (or sent): nothing will follow. */
  | { readonly kind: 'stream.completed'; readonly stream: StreamName }
  /** Stored: it can be replayed until it is evicted or the session ends. `role` is `priming` for an id with empty data. */
  | {
      readonly kind: 'event.stored'
      readonly stream: StreamName
      readonly id: EventId
      readonly n: number
      readonly role: 'priming' | 'message'
      readonly data: string
      readonly bytes: Bytes
    }
  /** Without an event log: the server produced a message and handed it to whatever connection there was. It keeps nothing. */
  | { readonly kind: 'message.sent'; readonly stream: StreamName; readonly n: number; readonly data: string }
  /** The oldest events had to go: of `stream`, everything up to and including `through`. */
  | { readonly kind: 'event.evicted'; readonly stream: StreamName; readonly through: EventId }
  /** A GET with Last-Event-ID was accepted: events after `after` up to and including `through` are replayed, later ones follow live. */
  | {
      readonly kind: 'replay.started'
      readonly stream: StreamName
      readonly after: EventId
      readonly through: EventId
      /** how many events that is, priming events included */
      readonly count: number
    }
  /** A connection begins to carry a stream. `tookOver`: an older one was still believed alive and has been closed. */
  | { readonly kind: 'stream.attached'; readonly stream: StreamName; readonly tookOver: boolean }
  /** The connection of a stream is gone: its body ended, was cancelled by the runtime (`gone`), or a newer one took over. */
  | { readonly kind: 'stream.detached'; readonly stream: StreamName; readonly how: 'complete' | 'gone' | 'taken-over' }
  /** The process of the session died and came back, with its event log or without. */
  | { readonly kind: 'server.restarted'; readonly keeps: 'log' | 'nothing' }
  /** The server misbehaves on purpose. */
  | FaultFact
  /** A request was refused; `message` says why and what to do. */
  | { readonly kind: 'request.refused'; readonly method: string; readonly status: number; readonly message: string }

export type Fact = ClientFact | ServerFact

/** A fact with who saw it, when (on the page's clock) and its place in the trace (`seq`, from 0, in order of arrival). */
export type Observation = Fact & { readonly seq: number; readonly at: EpochMs; readonly vantage: Vantage }

/** How every party hands over what it saw. Only the recorder behind it stamps `seq` and `at`. */
export type Observe<F extends Fact = Fact> = (fact: F) => void
