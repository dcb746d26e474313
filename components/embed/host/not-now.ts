/** A request that was understood and cannot be done now. `message` says why, and what to do first. */
import { RPC } from '../../../lib/embed/messages/own'

export class NotNow extends Error {
  readonly code: number = RPC.notNow
}
