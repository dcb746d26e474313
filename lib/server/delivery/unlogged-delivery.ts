/**
 * Connections of a session without resumability: the SDK's own response body, passed on as it is. No ids, no replay; what is
 * written while nobody reads is gone. Only a first comment is added, so that the headers leave at once.
 */
import type { Gate } from './hold-gate'
import { type BodyEnd, SseConnection } from './sse-connection'

const FIRST = new TextEncoder().encode(': open\n\n')

/** Carries `body` on, while the gate is open. */
export function passOn(body: ReadableStream<Uint8Array>, gate: Gate, ended: (how: BodyEnd) => void): SseConnection {
  const reader = body.getReader()
  return new SseConnection({
    first: FIRST,
    async next(signal) {
      const { value } = await reader.read()
      if (gate.shut) await gate.opened(signal)
      return value
    },
    ended: (how) => {
      // Cancelling tells the SDK that nobody listens any more.
      reader.cancel().catch(() => {})
      ended(how)
    },
  })
}
