/**
 * What befell a run besides the plug, as flags along time: faults that struck, began or ended, the server that restarted, a session that
 * ended, events that had to go, a page loaded anew. Each in two or three words.
 */

import type { EpochMs, Milliseconds, Observation } from '../../protocol/observation'
import { ENGLISH, named, phrase } from '../../words/t'
import type { Trace } from '../trace'

/** `text` is to be looked up in the page's language. */
type TimelineFlag = { readonly at: Milliseconds; readonly text: string }

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
      return { about: `restart ${seen.seq}`, text: seen.keeps === 'log' ? RESTARTED.log : RESTARTED.nothing }
    case 'session.ended':
      return { about: 'session', text: named(ENGLISH, SESSION_ENDED, seen.reason) }
    case 'event.evicted':
      return { about: `evicted ${seen.seq}`, text: phrase('evicted') }
    case 'page.loaded':
      return { about: `page ${seen.seq}`, text: phrase('page loaded') }
    default:
      return undefined
  }
}

/** What these do is told by what comes of them: the plug's own flags, a restart, the end of a session, an eviction, a new page. */
const TOLD_OTHERWISE: ReadonlySet<string> = new Set(['yank', 'end-session', 'expire-session', 'evict', 'reload'])

const RESTARTED = { log: phrase('restarted, log kept'), nothing: phrase('restarted, all forgotten') } as const

const SESSION_ENDED = {
  deleted: phrase('session deleted'),
  expired: phrase('session expired'),
  shutdown: phrase('session shutdown'),
  restarted: phrase('session restarted'),
} as const

/** What a fault's flag says, and what it says when the fault is over; a cut is over at once. */
const FAULT_FLAGS: Readonly<Record<string, readonly [begun: string, over?: string]>> = {
  'yank-before-priming': [phrase('before priming')],
  'yank-after-priming': [phrase('after priming')],
  'yank-stored-unwritten': [phrase('stored unwritten')],
  'yank-mid-frame': [phrase('mid frame')],
  'yank-before-response': [phrase('before response')],
  'yank-in-replay': [phrase('in replay')],
  'yank-in-wait': [phrase('in wait')],
  silence: [phrase('silence'), phrase('silence over')],
  slow: [phrase('slow'), phrase('slow over')],
  'idle-proxy': [phrase('idle proxy'), phrase('idle proxy over')],
  'polite-close': [phrase('polite close'), phrase('polite close over')],
  'close-tab': [phrase('close tab'), phrase('close tab over')],
  'second-tab': [phrase('second tab'), phrase('second tab over')],
  impatient: [phrase('impatient'), phrase('impatient over')],
}

function faultText(fault: string, state: 'armed' | 'struck' | 'on' | 'off') {
  if (state === 'armed' || TOLD_OTHERWISE.has(fault) || fault.startsWith('restart-')) return undefined
  const [begun, over] = (Object.hasOwn(FAULT_FLAGS, fault) && FAULT_FLAGS[fault]) || [fault]
  const text = state === 'off' ? over : begun
  return text === undefined ? undefined : { about: fault, text }
}
