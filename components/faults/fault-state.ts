/**
 * What the panel shows of a fault: how it stands, read from the snapshot, and why it cannot act now. Words and choices; no wire.
 */

import type { Fault, FaultId } from '../../lib/faults/faults'
import type { Phase, RunOptions } from '../../lib/model/run-options'
import type { EpochMs } from '../../lib/protocol/observation'
import type { FaultDetail } from '../../lib/protocol/reason'
import type { FaultRecord, Snapshot } from '../../lib/trace/snapshot-types'
import { detailWords } from '../../lib/words/run/fault-details'
import { ENGLISH, phrase, seconds, type Word } from '../../lib/words/t'

export type FaultSituation = {
  readonly phase: Phase
  /** what acting will meet: now, wherever the playhead stands */
  readonly latest: Snapshot
  readonly options: RunOptions
  /** set before a run, for the next one */
  readonly armed: readonly FaultId[]
}

/** `next`: set for the next run. `idle`: nothing happened so far. */
export type FaultStanding = {
  readonly state: 'idle' | 'next' | 'armed' | 'on' | 'struck' | 'off'
  readonly at?: EpochMs
  readonly detail?: FaultDetail
}

const RANK: readonly FaultRecord['state'][] = ['on', 'armed', 'struck', 'off']

/** How a fault stands at the playhead. Both ends may speak of one: what goes on wins over what is over, the newer over the older. */
export function standingOf(fault: Fault, snapshot: Snapshot, { phase, options, armed }: FaultSituation): FaultStanding {
  if (fault.id === 'json-answer') return { state: options.answer === 'json' ? 'next' : 'idle' }
  const records = snapshot.faults.filter((record) => record.fault === fault.id)
  const newest = records.sort((a, b) => RANK.indexOf(a.state) - RANK.indexOf(b.state) || b.at - a.at)[0]
  const waits = armed.includes(fault.id) && (phase === 'recorded' || phase === 'settled')
  if (waits && newest?.state !== 'on') return { state: 'next' }
  if (!newest || (newest.state === 'off' && newest.detail === undefined)) return { state: 'idle' }
  return { state: newest.state, at: newest.at, ...(newest.detail === undefined ? {} : { detail: newest.detail }) }
}

/** Why nothing can be done at once, to any end; what is armed or switched on then waits for the next run. */
export function whyNothing({ phase, latest }: FaultSituation): string | undefined {
  if (phase === 'recorded') return phrase('This run is recorded. What you arm now waits for a live one.')
  if (phase === 'starting') return phrase('The session is not open yet.')
  if (latest.session?.state === 'ended') return phrase('This session has ended. What you arm now waits for the next run.')
  return undefined
}

/** Why a fault cannot act now, and what to do; undefined when it can. */
export function whyNot(fault: Fault, situation: FaultSituation): string | undefined {
  if (fault.manner !== 'act') return undefined
  const { latest } = situation
  const nothing = whyNothing(situation)
  if (nothing) return nothing
  if (fault.group === 'client') return whyNoClient(fault.id, situation)
  if (fault.id === 'yank') return latest.plug === 'out' ? phrase('The plug is out already.') : undefined
  if (fault.id === 'polite-close' && latest.plug === 'out') return phrase('No connection is open: the plug is out.')
  const needsLog = fault.id === 'evict' || fault.id === 'restart-keeping' || fault.id === 'polite-close'
  if (needsLog && latest.session?.resumable === false) return phrase('This session keeps no events. Run again with resumability.')
  return undefined
}

function whyNoClient(id: FaultId, { phase, latest }: FaultSituation): string | undefined {
  if (phase === 'settled') return phrase('Nothing runs that could be picked up. Run again first.')
  if (latest.session?.resumable === false) return phrase('Without event ids nothing can be picked up.')
  return id === 'second-tab' && latest.plug === 'out' ? phrase('The plug is out. Plug in first.') : undefined
}

/** What stands beside a fault that was set, in the language of `word`. */
export function standingText(
  { state, detail: recorded, at }: FaultStanding,
  manner: Fault['manner'],
  origin: EpochMs | undefined,
  word: Word = ENGLISH,
): string {
  const detail = recorded && detailWords(word, recorded)
  const time = at === undefined || origin === undefined ? undefined : seconds(word, at - origin)
  switch (state) {
    case 'idle':
      return ''
    case 'next':
      return word(manner === 'moment' ? 'Armed for the next run' : 'On from the next run')
    case 'armed':
      return detail ? word('Waiting: {detail}', { detail }) : word('Waiting for its moment')
    case 'on':
      return detail ? word('On: {detail}', { detail }) : word('On|fault')
    case 'struck':
      return doneText(time, detail, word)
    case 'off':
      return detail ?? ''
  }
}

function doneText(time: string | undefined, detail: string | undefined, word: Word): string {
  if (time === undefined) return detail ? word('Done: {detail}', { detail }) : word('Done')
  return detail ? word('Done at {time}: {detail}', { time, detail }) : word('Done at {time}', { time })
}

/** The choices of a fault that has an amount. The first is used when nothing is chosen. */
export type Amounts = {
  /** to be looked up */
  readonly label: string
  readonly choices: readonly number[]
  readonly say: (amount: number, word?: Word) => string
}

export const AMOUNTS: Partial<Record<FaultId, Amounts>> = {
  slow: { label: phrase('bytes a second'), choices: [400, 100, 2000], say: (n, word = ENGLISH) => word('{n} bytes a second', { n }) },
  'idle-proxy': {
    label: phrase('silence it allows'),
    choices: [2000, 1000, 5000],
    say: (n, word = ENGLISH) => word('after {n} s of silence', { n: n / 1000 }),
  },
  evict: {
    label: phrase('events it leaves'),
    choices: [2, 0, 1, 5],
    say: (n, word = ENGLISH) => (n === 1 ? word('leave 1 event') : word('leave {n} events', { n })),
  },
  silence: {
    label: phrase('how long the client bears it'),
    choices: [8000, 3000, 20000],
    say: (n, word = ENGLISH) => word('the client bears {n} s', { n: n / 1000 }),
  },
}
