/**
 * What the panel shows of a fault: how it stands, read from the snapshot, and why it cannot act now. Words and choices; no wire.
 */

import type { Fault, FaultId } from '../../lib/faults/faults'
import type { Phase, RunOptions } from '../../lib/model/run-options'
import type { EpochMs } from '../../lib/protocol/observation'
import type { FaultDetail } from '../../lib/protocol/reason'
import type { FaultRecord, Snapshot } from '../../lib/trace/snapshot-types'
import { msg } from '../../lib/words/message'
import { detailWords } from '../../lib/words/run/fault-details'
import { ENGLISH, seconds, type Translate } from '../../lib/words/t'

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
  if (phase === 'recorded') return msg('This run is recorded. What you arm now waits for a live one.')
  if (phase === 'starting') return msg('The session is not open yet.')
  if (latest.session?.state === 'ended') return msg('This session has ended. What you arm now waits for the next run.')
  return undefined
}

/** Why a fault cannot act now, and what to do; undefined when it can. */
export function whyNot(fault: Fault, situation: FaultSituation): string | undefined {
  if (fault.manner !== 'act') return undefined
  const { latest } = situation
  const nothing = whyNothing(situation)
  if (nothing) return nothing
  if (fault.group === 'client') return whyNoClient(fault.id, situation)
  if (fault.id === 'yank') return latest.plug === 'out' ? msg('The plug is out already.') : undefined
  if (fault.id === 'polite-close' && latest.plug === 'out') return msg('No connection is open: the plug is out.')
  const needsLog = fault.id === 'evict' || fault.id === 'restart-keeping' || fault.id === 'polite-close'
  if (needsLog && latest.session?.resumable === false) return msg('This session keeps no events. Run again with resumability.')
  return undefined
}

function whyNoClient(id: FaultId, { phase, latest }: FaultSituation): string | undefined {
  if (phase === 'settled') return msg('No call is running. Start a run first.')
  if (latest.session?.resumable === false) return msg('Without event ids nothing can be picked up.')
  return id === 'second-tab' && latest.plug === 'out' ? msg('The plug is out. Plug in first.') : undefined
}

/** What stands beside a fault that was set, in the language of `t`. */
export function standingText(
  { state, detail: recorded, at }: FaultStanding,
  manner: Fault['manner'],
  origin: EpochMs | undefined,
  t: Translate = ENGLISH,
): string {
  const detail = recorded && detailWords(t, recorded)
  const time = at === undefined || origin === undefined ? undefined : seconds(t, at - origin)
  switch (state) {
    case 'idle':
      return ''
    case 'next':
      return t(manner === 'moment' ? 'Armed for the next run' : 'On from the next run')
    case 'armed':
      return detail ? t('Waiting: {detail}', { detail }) : t('Waiting for its moment')
    case 'on':
      return detail ? t('On: {detail}', { detail }) : t('On')
    case 'struck':
      return doneText(time, detail, t)
    case 'off':
      return detail ?? ''
  }
}

function doneText(time: string | undefined, detail: string | undefined, t: Translate): string {
  if (time === undefined) return detail ? t('Done: {detail}', { detail }) : t('Done')
  return detail ? t('Done at {time}: {detail}', { time, detail }) : t('Done at {time}', { time })
}

/** The choices of a fault that has an amount. The first is used when nothing is chosen. */
export type Amounts = {
  /** to be looked up */
  readonly label: string
  readonly choices: readonly number[]
  readonly say: (amount: number, t?: Translate) => string
}

export const AMOUNTS: Partial<Record<FaultId, Amounts>> = {
  slow: { label: msg('bytes a second'), choices: [400, 100, 2000], say: (n, t = ENGLISH) => t('{n} bytes a second', { n }) },
  'idle-proxy': {
    label: msg('silence it allows'),
    choices: [2000, 1000, 5000],
    say: (n, t = ENGLISH) => t('after {n} s of silence', { n: n / 1000 }),
  },
  evict: {
    label: msg('events it leaves'),
    choices: [2, 0, 1, 5],
    say: (n, t = ENGLISH) => t({ one: 'leave {n} event', other: 'leave {n} events' }, { n }),
  },
  silence: {
    label: msg('how long the client waits in silence'),
    choices: [8000, 3000, 20000],
    say: (n, t = ENGLISH) => t('the client gives up after {n} s of silence', { n: n / 1000 }),
  },
}
