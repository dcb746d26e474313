/** The units and the ids of the wire, by name. Types only. */

/** Milliseconds since the Unix epoch, on the clock of the page that keeps the trace. */
export type EpochMs = number
/** A duration in milliseconds. */
export type Milliseconds = number
export type Bytes = number

/** The value of `Mcp-Session-Id`. */
export type SessionId = string
/** The name of a stream inside its session: `get` (the standalone stream) or `call-<n>` (the answer to the n-th POSTed request). */
export type StreamName = string
/** An event's `id` field, `<stream>/<n>`: `call-2/9` is the ninth event after the priming event of stream `call-2`. */
export type EventId = string
/** One HTTP exchange, as the client numbers them: `c1`, `c2`, … A stream may need many. */
export type ConnectionId = string
/** One tool call, as the app numbers them: survives reloads. */
export type CallId = string
