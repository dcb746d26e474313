/**
 * Where the server is. A runtime gives the client side a fetch that reaches the MCP endpoint, and the out-of-band feed of what
 * the server sees, which the plug never cuts. Two homes: over HTTP (remote.ts) and inside the page (in-page.ts).
 */

import type { FaultCommand } from '../faults/commands'
import type { Home } from '../model/run-options'
import type { EpochMs, ServerFact, SessionId } from '../protocol/observation'

/** A server fact with the time the server saw it, already mapped to the page's clock. */
export type Watched = { readonly fact: ServerFact; readonly at: EpochMs }

export interface Runtime {
  readonly home: Home
  /** The MCP endpoint, absolute. */
  readonly endpoint: URL
  /** Reaches the endpoint; not plugged, not tapped. */
  readonly fetch: typeof fetch
  /**
   * Watches one session through the feed, until `signal` aborts. Survives a dropped feed connection by itself, without loss.
   * The session id travels in a header, never in the URL. Resolves when the session has ended or the signal aborted;
   * rejects when the server refuses (the session is not known, 404).
   */
  watch(session: SessionId, onFact: (watched: Watched) => void, signal: AbortSignal): Promise<void>
  /** Asks the server to misbehave in this one session, out of band (POST /faults). Rejects with the server's words when it refuses. */
  control(session: SessionId, command: FaultCommand): Promise<void>
}
