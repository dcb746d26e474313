/**
 * What befell a run besides the plug, as flags along time: faults that struck, began or ended, the server that restarted, a session that
 * ended, events that had to go, a page loaded anew. Words for them: lib/words/run/flags.ts.
 */

import type { EpochMs, Milliseconds, Observation } from '../../protocol/observation'
import type { Trace } from '../trace'

export type TimelineFlag = { readonly at: Milliseconds } & FlagFact

type FlagFact =
  /** `over`: what went on has ended */
  | { readonly kind: 'fault'; readonly fault: string; readonly over: boolean }
  | { readonly kind: 'restarted'; readonly keeps: 'log' | 'nothing' }
  | { readonly kind: 'session-ended'; readonly reason: string }
  | { readonly kind: 'evicted' }
  | { readonly kind: 'page-loaded' }

/** Told twice within this, by both ends or by a fault and what came of it, it is one thing. */
const SAME_MS: Milliseconds = 150

/** In order of time. What is said again, without a change, has one flag. */
export function flagsOf(trace: Trace, origin: EpochMs): TimelineFlag[] {
  const flags: { readonly name: string; readonly flag: TimelineFlag }[] = []
  const last = new Map<string, string>()
  for (const seen of trace.observations) {
    const fact = factOf(seen)
    if (!fact) continue
    const about = fact.kind === 'fault' ? fact.fault : fact.kind === 'session-ended' ? 'session' : `${fact.kind} ${seen.seq}`
    const name = Object.values(fact).join(' ')
    if (last.get(about) === name) continue
    last.set(about, name)
    flags.push({ name, flag: { at: Math.max(0, seen.at - origin), ...fact } })
  }
  flags.sort((a, b) => a.flag.at - b.flag.at)
  const isAgain = ({ name, flag }: (typeof flags)[number], i: number) =>
    flags.slice(0, i).some((other) => other.name === name && flag.at - other.flag.at < SAME_MS)
  return flags.filter((one, i) => !isAgain(one, i)).map(({ flag }) => flag)
}

function factOf(seen: Observation): FlagFact | undefined {
  switch (seen.kind) {
    case 'fault.set':
      return faultOf(seen.fault, seen.state)
    case 'server.restarted':
      return { kind: 'restarted', keeps: seen.keeps === 'log' ? 'log' : 'nothing' }
    case 'session.ended':
      return { kind: 'session-ended', reason: seen.reason }
    case 'event.evicted':
      return { kind: 'evicted' }
    case 'page.loaded':
      return { kind: 'page-loaded' }
    default:
      return undefined
  }
}

/** What these do is told by what comes of them: the plug's own flags, a restart, the end of a session, an eviction, a new page. */
const TOLD_OTHERWISE: ReadonlySet<string> = new Set(['yank', 'end-session', 'expire-session', 'evict', 'reload'])

/** Faults whose end has a flag too. A cut is over at once. */
const HAS_END: ReadonlySet<string> = new Set(['silence', 'slow', 'idle-proxy', 'polite-close', 'close-tab', 'second-tab', 'impatient'])

function faultOf(fault: string, state: 'armed' | 'struck' | 'on' | 'off'): FlagFact | undefined {
  if (state === 'armed' || TOLD_OTHERWISE.has(fault) || fault.startsWith('restart-')) return undefined
  const over = state === 'off'
  return over && !HAS_END.has(fault) ? undefined : { kind: 'fault', fault, over }
}
