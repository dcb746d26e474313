/**
 * What befell a run besides the plug, as flags along time: faults that struck, began or ended, the server that restarted, a session that
 * ended, events that had to go, a page loaded anew. Each in two or three words.
 */
import type { EpochMs, Milliseconds, Observation } from './observation'
import type { Trace } from './trace'

export type TimelineFlag = { readonly at: Milliseconds; readonly text: string }

/** Told twice within this, by both ends or by a fault and what came of it, it is one thing. */
const SAME_MS: Milliseconds = 150

/** In order of time. What is said again, without a change, has one flag. */
export function flagsOf(trace: Trace, origin: EpochMs): TimelineFlag[] {
  const flags: TimelineFlag[] = []
  const last = new Map<string, string>()
  for (const seen of trace.observations) {
    const flag = textOf(seen)
    if (!flag || last.get(flag.about) === flag.text) continue
    last.set(flag.about, flag.text)
    flags.push({ at: Math.max(0, seen.at - origin), text: flag.text })
  }
  flags.sort((a, b) => a.at - b.at)
  return flags.filter((flag, i) => !flags.slice(0, i).some((other) => other.text === flag.text && flag.at - other.at < SAME_MS))
}

function textOf(seen: Observation): { readonly about: string; readonly text: string } | undefined {
  switch (seen.kind) {
    case 'fault.set':
      return faultText(seen.fault, seen.state)
    case 'server.restarted':
      return { about: `restart ${seen.seq}`, text: seen.keeps === 'log' ? 'restarted, log kept' : 'restarted, all forgotten' }
    case 'session.ended':
      return { about: 'session', text: `session ${seen.reason}` }
    case 'event.evicted':
      return { about: `evicted ${seen.seq}`, text: 'evicted' }
    case 'page.loaded':
      return { about: `page ${seen.seq}`, text: 'page loaded' }
    default:
      return undefined
  }
}

/** What these do is told by what comes of them: the plug's own flags, a restart, the end of a session, an eviction, a new page. */
const TOLD_OTHERWISE: ReadonlySet<string> = new Set(['yank', 'end-session', 'expire-session', 'evict', 'reload'])

function faultText(fault: string, state: 'armed' | 'struck' | 'on' | 'off') {
  if (state === 'armed' || TOLD_OTHERWISE.has(fault) || fault.startsWith('restart-')) return undefined
  const name = fault.replace(/^yank-/, '').replaceAll('-', ' ')
  if (state === 'off' && fault.startsWith('yank-')) return undefined
  return { about: fault, text: state === 'off' ? `${name} over` : name }
}
