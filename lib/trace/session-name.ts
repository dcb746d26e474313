/**
 * A session id as people see it. The whole of it is a key to the session and stays where it is needed.
 */
import type { SessionId } from '../protocol/observation'

/** `7f3a…e1c2`: enough to know it again. */
export function shortSession(id: SessionId): string {
  return id.length <= 12 ? id : `${id.slice(0, 4)}…${id.slice(-4)}`
}
