/**
 * One step of the fold: an observation goes into the state; fold-connections.ts and fold-events.ts do it for exchanges and for events. Nothing
 * here looks at the clock, and facts of the two vantage points may come in any order.
 */

import type { EpochMs, Fact, Observation } from '../../protocol/observation'
import type { FaultRecord } from '../snapshot-types'
import { foldAnswered, foldEnded, foldFailed, foldFrame, foldOpened, foldPageLoaded, foldStray } from './fold-connections'
import { foldCompleted, foldEvicted, foldReceived, foldReplay, foldSent, foldStored, foldStreamOpened } from './fold-events'
import type { FoldState, SessionFacts } from './fold-state'

type Seen<K extends Fact['kind']> = Extract<Observation, { readonly kind: K }>

export function foldOne(state: FoldState, seen: Observation): void {
  state.count += 1
  switch (seen.kind) {
    case 'plug.pulled':
      state.pulledAt ??= seen.at
      return
    case 'plug.pushed':
      endOutage(state, seen.at)
      return
    case 'page.loaded':
      endOutage(state, seen.at)
      foldPageLoaded(state, seen)
      return
    case 'run.taken':
      state.waiting = new Map()
      state.taken = true
      return
    case 'connection.opened':
      foldOpened(state, seen)
      return
    case 'connection.answered':
      foldAnswered(state, seen)
      return
    case 'connection.failed':
      foldFailed(state, seen)
      return
    case 'connection.ended':
      foldEnded(state, seen)
      return
    case 'comment.received':
      foldFrame(state, seen)
      return
    case 'event.received': {
      const connection = foldFrame(state, seen)
      if (connection !== undefined) foldReceived(state, seen, connection)
      return
    }
    case 'headers.kept':
      state.kept = seen.kept
      return
    case 'resume.waiting':
      foldWaiting(state, seen)
      return
    case 'resume.refused':
      foldRefused(state, seen)
      return
    case 'call.started':
      foldCallStarted(state, seen)
      return
    case 'call.settled': {
      const call = state.calls.get(seen.call)
      const { at } = seen
      const settled =
        seen.outcome === 'result' ? { outcome: seen.outcome, text: seen.text } : { outcome: seen.outcome, reason: seen.reason }
      if (call) state.calls.set(seen.call, { ...call, settled: { at, ...settled } })
      return
    }
    case 'server.restarted':
      foldRestarted(state, seen)
      return
    default:
      foldServerFact(state, seen)
  }
}

type Rest = Exclude<
  Observation,
  {
    readonly kind:
      | 'plug.pulled'
      | 'plug.pushed'
      | 'page.loaded'
      | 'run.taken'
      | 'connection.opened'
      | 'connection.answered'
      | 'connection.failed'
      | 'connection.ended'
      | 'comment.received'
      | 'event.received'
      | 'headers.kept'
      | 'resume.waiting'
      | 'resume.refused'
      | 'call.started'
      | 'call.settled'
      | 'server.restarted'
  }
>

/** The facts that the server reports, what either side reports of faults, and what a client dropped. */
function foldServerFact(state: FoldState, seen: Rest): void {
  switch (seen.kind) {
    case 'session.opened':
      state.session = { ...state.session, opened: openedOf(seen) }
      return
    case 'session.ended':
      state.session = { ...state.session, ended: { at: seen.at, reason: seen.reason } }
      return
    case 'stream.opened':
      foldStreamOpened(state, seen)
      return
    case 'stream.completed':
      foldCompleted(state, seen)
      return
    case 'event.stored':
      foldStored(state, seen)
      return
    case 'message.sent':
      foldSent(state, seen)
      return
    case 'event.evicted':
      foldEvicted(state, seen)
      return
    case 'replay.started':
      foldReplay(state, seen)
      return
    case 'fault.set':
      foldFault(state, seen)
      return
    case 'event.dropped':
    case 'stream.attached':
    case 'stream.detached':
    case 'request.refused':
      return // shown in the table; the client's own view of its connections decides the picture
    default:
      unknownKind(seen)
  }
}

/** A recording of a later page may hold kinds this page does not know: they are left out of the picture. */
function unknownKind(_: never): void {}

function endOutage(state: FoldState, at: EpochMs): void {
  if (state.pulledAt === undefined) return
  state.pastOutage += at - state.pulledAt
  state.pulledAt = undefined
}

/** Said again of the same attempt when it is frozen, and when it runs on. */
function foldWaiting(state: FoldState, { at, stream, wait, attempt, frozen }: Seen<'resume.waiting'>): void {
  const known = state.waiting.get(stream ?? '')
  const since = known?.attempt === attempt ? known.since : at
  state.waiting.set(stream ?? '', {
    ...(stream === undefined ? {} : { stream }),
    since,
    until: at + wait,
    attempt,
    ...(frozen ? { frozenWith: wait } : {}),
  })
}

function foldRefused(state: FoldState, seen: Seen<'resume.refused'>): void {
  const { at, stream, status, reason, edited } = seen
  state.refused.set(stream ?? '', {
    at,
    reason,
    ...(edited ? { edited } : {}),
    ...(status === undefined ? {} : { status }),
    ...(stream === undefined ? {} : { stream }),
  })
  state.waiting.delete(stream ?? '')
  if (reason.code === 'another-stream' && seen.carrier !== undefined) foldStray(state, seen.carrier)
}

function foldRestarted(state: FoldState, { at }: Seen<'server.restarted'>): void {
  state.restarts = [...state.restarts, at]
}

function openedOf({ at, session, resumable, server, answer }: Seen<'session.opened'>): SessionFacts['opened'] {
  return { at, id: session, resumable, ...(server === undefined ? {} : { server }), ...(answer === undefined ? {} : { answer }) }
}

/** Both sides may have a part in one fault: neither's word hides the other's. */
function foldFault(state: FoldState, seen: Seen<'fault.set'>): void {
  const { at, vantage, fault, state: phase, detail } = seen
  const key = `${vantage} ${fault}`
  const spans = spansAfter(state.faults.get(key)?.spans, phase, at)
  state.faults.set(key, { fault, vantage, state: phase, at, ...(detail === undefined ? {} : { detail }), ...(spans ? { spans } : {}) })
}

function spansAfter(spans: FaultRecord['spans'], phase: FaultRecord['state'], at: EpochMs): FaultRecord['spans'] {
  const last = spans?.at(-1)
  const isOn = last !== undefined && last.until === undefined
  if (phase === 'on') return isOn ? spans : [...(spans ?? []), { from: at }]
  return phase === 'off' && isOn ? [...(spans ?? []).slice(0, -1), { from: last.from, until: at }] : spans
}

/** A call picked up after a reload keeps the moment it was started. */
function foldCallStarted(state: FoldState, seen: Seen<'call.started'>): void {
  const { call, tool, args, at, adopted = false } = seen
  state.calls.set(call, { id: call, tool, args, startedAt: state.calls.get(call)?.startedAt ?? at, adopted })
  state.newestCall = call
  state.refused = new Map()
}
