/**
 * The faults that a learner can bring about: their types, ids and manners. The words of each are in fault-list.ts. Data; imports types.
 * What a fault did is read from the trace, never from here.
 */
import type { Sentence } from '../spec/sentences'

/** Who acts. */
export type FaultGroup = 'network' | 'server' | 'client'

/**
 * - `act`: happens at once
 * - `moment`: waits for its moment in the run, happens once
 * - `while`: goes on until it is switched off
 * - `next-run`: a term of the session, chosen before it is opened
 */
type FaultManner = 'act' | 'moment' | 'while' | 'next-run'

export type Fault = {
  readonly id: FaultId
  readonly group: FaultGroup
  readonly manner: FaultManner
  /** two or three words */
  readonly title: string
  /** what happens, for someone who has never seen it */
  readonly sentence: string
  /** what the specification says of it */
  readonly spec: Sentence
  /** how it ends: everything comes back, the call fails with its reason, or a new session is needed */
  readonly ends: 'resumed' | 'call-fails' | 'new-session'
}

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

type NetworkFault = (typeof NETWORK_FAULTS)[number]
type ServerSideFault = (typeof SERVER_FAULTS)[number]
type ClientFault = (typeof CLIENT_FAULTS)[number]
export type FaultId = NetworkFault | ServerSideFault | ClientFault

/** The manner of each fault. */
export const FAULT_MANNERS: Readonly<Record<FaultId, FaultManner>> = {
  yank: 'act',
  'yank-before-priming': 'moment',
  'yank-after-priming': 'moment',
  'yank-stored-unwritten': 'moment',
  'yank-mid-frame': 'moment',
  'yank-before-response': 'moment',
  'yank-in-replay': 'moment',
  'yank-in-wait': 'moment',
  silence: 'while',
  slow: 'while',
  'idle-proxy': 'while',
  'polite-close': 'act',
  'restart-forgetting': 'act',
  'restart-keeping': 'act',
  'end-session': 'act',
  'expire-session': 'act',
  evict: 'act',
  'json-answer': 'next-run',
  reload: 'act',
  'close-tab': 'act',
  'second-tab': 'act',
  impatient: 'while',
}

/** Whether a fault stays set until it strikes or is switched off; an id that no fault has does not. */
export function staysSet(fault: string): boolean {
  const manner = Object.hasOwn(FAULT_MANNERS, fault) ? FAULT_MANNERS[fault as FaultId] : undefined
  return manner === 'moment' || manner === 'while'
}

/** Whether a fault waits for its moment in the run and strikes once. */
export const isMoment = (fault: string): boolean => Object.hasOwn(FAULT_MANNERS, fault) && FAULT_MANNERS[fault as FaultId] === 'moment'
