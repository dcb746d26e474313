/**
 * Every way a stream breaks that a learner can bring about: who acts, what it does, and what the specification says of it. Data; it imports
 * nothing. What a fault did is read from the trace, never from here.
 */

/** Who acts. */
export type FaultGroup = 'network' | 'server' | 'client'

/**
 * - `act`: happens at once
 * - `moment`: waits for its moment in the run, happens once
 * - `while`: goes on until it is switched off
 * - `next-run`: a term of the session, chosen before it is opened
 */
export type FaultManner = 'act' | 'moment' | 'while' | 'next-run'

export type Fault = {
  readonly id: FaultId
  readonly group: FaultGroup
  readonly manner: FaultManner
  /** two or three words */
  readonly title: string
  /** what happens, for someone who has never seen it */
  readonly sentence: string
  /** what the specification says, in our words, and where; undefined where it is silent */
  readonly spec: {
    readonly level: 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY' | 'silent'
    readonly says: string
    readonly section: string
  }
  /** how it ends: everything comes back, the call fails with its reason, or a new session is needed */
  readonly ends: 'resumed' | 'call-fails' | 'new-session'
}

/** The page that `spec.section` names a place on. */
export const SPEC_PAGE = 'https://modelcontextprotocol.io/specification/2025-11-25/basic/transports'

export const NETWORK_FAULTS = [
  'yank',
  'yank-before-priming',
  'yank-after-priming',
  'yank-stored-unwritten',
  'yank-mid-frame',
  'yank-before-response',
  'yank-in-replay',
  'yank-in-wait',
  'silence',
  'slow',
  'idle-proxy',
] as const
export const SERVER_FAULTS = [
  'polite-close',
  'restart-forgetting',
  'restart-keeping',
  'end-session',
  'expire-session',
  'evict',
  'json-answer',
] as const
export const CLIENT_FAULTS = ['reload', 'close-tab', 'second-tab', 'impatient'] as const

export type NetworkFault = (typeof NETWORK_FAULTS)[number]
export type ServerSideFault = (typeof SERVER_FAULTS)[number]
export type ClientFault = (typeof CLIENT_FAULTS)[number]
export type FaultId = NetworkFault | ServerSideFault | ClientFault

export { FAULTS, faultOf } from './fault-list'
