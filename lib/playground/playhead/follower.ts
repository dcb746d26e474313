/**
 * Follows a live run at the pace of pace.ts: while a replay is shown event by event, the playhead is a little behind now. Acting, or looking
 * elsewhere, ends it.
 */
import type { StoreApi } from 'zustand/vanilla'
import type { EpochMs, Milliseconds, Observation } from '../../protocol/observation'
import { paceOf } from '../../trace/timeline/pace'
import type { Playhead } from '../../trace/timeline/playhead'
import { runEndOf } from '../../trace/timeline/run-end'
import type { Trace } from '../../trace/trace'
import type { PlaygroundState } from '../types'
import type { Frames } from './playhead-verbs'

type Store = Pick<StoreApi<PlaygroundState>, 'getState' | 'setState'>
type FollowerTiming = { readonly clock: () => EpochMs; readonly frames: Frames; readonly isPaced?: (() => boolean) | undefined }

export type Follower = {
  /** Where the playhead goes as `batch` comes, which `trace` already holds; undefined: it stays. */
  meet(before: PlaygroundState, trace: Trace, batch: readonly Observation[]): Playhead | undefined
  /** Goes on with every frame until now is reached. Call it when `meet` has moved the playhead. */
  follow(): void
}

/** After a resume was asked for or answered, its events are looked for this long. */
const WATCH: Milliseconds = 1000

export function createFollower({ getState, setState }: Store, { clock, frames, isPaced }: FollowerTiming): Follower {
  const resumes = new Set<string>()
  let watchUntil: EpochMs = 0
  let running = false

  function watch(batch: readonly Observation[]): boolean {
    for (const seen of batch) {
      if (seen.kind === 'connection.opened' && seen.lastEventId !== undefined) resumes.add(seen.connection)
      else if (seen.kind !== 'connection.answered' || !resumes.has(seen.connection)) continue
      watchUntil = clock() + WATCH
    }
    return clock() < watchUntil
  }
  function step(): void {
    running = false
    const { trace, playhead } = getState()
    if (playhead.kind !== 'following') return
    const next = playheadAt(trace, clock())
    setState({ playhead: next.kind === 'following' && next.at < playhead.at ? playhead : next })
    if (next.kind === 'following') follow()
  }
  function follow(): void {
    if (running) return
    running = true
    frames.request(step)
  }
  return {
    follow,
    meet({ playhead }, trace, batch) {
      if (!watch(batch) || !isPaced?.() || playhead.kind !== 'now') return undefined
      const next = playheadAt(trace, clock())
      return next.kind === 'following' ? next : undefined
    },
  }
}

/** Now, unless something of the trace is still to be shown. */
function playheadAt(trace: Trace, time: EpochMs): Playhead {
  const at = paceOf(trace).momentAt(time)
  return at < (runEndOf(trace) ?? 0) ? { kind: 'following', at } : { kind: 'now' }
}
