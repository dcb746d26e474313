/**
 * Why something came to nothing, and what exactly a fault did, as data: a code with its parameters. Client, server and trace write these;
 * words are made from them where they are read (lib/words/run/reasons.ts), and for the errors of an API by `reasonText` (reason-text.ts).
 * No sentence is ever read back.
 */
import type { Milliseconds, StreamName } from './names'

/** Why a request, a call or a command came to nothing. */
export type Reason =
  /** in the words of whoever said it: a server, a browser, a recording of an older version */
  | { readonly code: 'quoted'; readonly quoted: string }
  | { readonly code: 'not-given' }
  // a connection
  /** fetch had no answer, in the words of Chromium and of the plug: "Failed to fetch" */
  | { readonly code: 'failed-to-fetch' }
  /** a body broke off: "network error" */
  | { readonly code: 'network-error' }
  /** the client gave the exchange up after so many seconds without a byte */
  | { readonly code: 'given-up'; readonly seconds: number }
  | { readonly code: 'no-answer'; readonly method: string; readonly cause: Reason }
  // a call whose stream cannot be resumed
  | { readonly code: 'server-sends-no-ids' }
  | { readonly code: 'no-id-yet' }
  | { readonly code: 'reloaded-before-id' }
  | { readonly code: 'no-id-received' }
  | ({ readonly code: RefusedCode } & RefusedBy)
  /** edited headers were answered with an event stream that is not the one to resume */
  | { readonly code: 'another-stream'; readonly status: number }
  /** so many connections in a row brought nothing new for so long */
  | { readonly code: 'stalled'; readonly connections: number; readonly seconds: number }
  /** so many connections in a row were ended by the server with nothing new on them */
  | { readonly code: 'ended-empty'; readonly connections: number }
  // a call that ended otherwise
  | { readonly code: 'post-refused'; readonly status: number; readonly quoted: string }
  | { readonly code: 'session-ended' }
  | { readonly code: 'cancelled' }
  // a run that did not begin, or cannot go on
  | { readonly code: 'kept-session-gone' }
  | { readonly code: 'run-left' }
  | { readonly code: 'no-session-yet' }
  | { readonly code: 'feed-knows-no-session'; readonly status: number }
  | { readonly code: 'feed-refused'; readonly status: number }
  // a fault that the server would not bring about
  | { readonly code: 'fault-refused'; readonly status: number; readonly fault: string }
  | { readonly code: 'no-lasting-log' }
  | { readonly code: 'nothing-to-evict' }
  | { readonly code: 'no-ids-sent' }
  /** `carried`: the streams that connections carry now */
  | { readonly code: 'stream-not-carried'; readonly stream: StreamName; readonly carried: string }

/** How a refused resume ends: what the status means for the call. `resume-refused` says no more than the status. */
export type RefusedCode = 'session-gone' | 'cannot-replay' | 'may-not-read' | 'kept-refusing' | 'cannot-resume' | 'resume-refused'

/** The answer that refused a resume; `quoted`: the server's own words, where it said any. */
export type RefusedBy = { readonly status: number; readonly quoted?: string }

/** What exactly a fault did, or is about to do (`fault.set`). */
export type FaultDetail =
  | { readonly code: 'gives-up-after'; readonly seconds: number }
  | { readonly code: 'old-connections-dead' }
  | { readonly code: 'bytes-a-second'; readonly rate: number }
  | { readonly code: 'cuts-idle'; readonly ms: Milliseconds; readonly cuts?: number }
  | { readonly code: 'asks-at-once' }
  | { readonly code: 'would-not-hold'; readonly cause: Reason }
  | { readonly code: 'call-was-over' }
  | { readonly code: 'in-wait'; readonly ms: Milliseconds; readonly stream?: StreamName }
  /** `id`: an event, or its stream where events have no ids */
  | { readonly code: 'stored-unwritten'; readonly id: string }
  | { readonly code: 'headers-only' }
  /** without `id`: the frame had none */
  | { readonly code: 'before-response'; readonly id?: string }
  | { readonly code: 'mid-frame'; readonly after: number; readonly of: number; readonly id?: string }
  | { readonly code: 'after-frame'; readonly id?: string }
  | { readonly code: 'close-tab' }
  | { readonly code: 'one-stream'; readonly stream: StreamName }
  | { readonly code: 'every-stream' }
  | { readonly code: 'keeps-nothing' }
  | { readonly code: 'keeps-log' }
  | { readonly code: 'deleted' }
  | { readonly code: 'expired' }
  | { readonly code: 'leaves'; readonly n: number }
  | { readonly code: 'held' }
  | { readonly code: 'written-again' }
  | { readonly code: 'comments'; readonly ms?: Milliseconds }
  | { readonly code: 'no-comments' }
  /** the fault was refused */
  | Reason

export type ReasonCode = FaultDetail['code']
