/**
 * From the recorder to the state: a batch of observations becomes the trace, the words for it, and how far `now` has moved. Holds which
 * recorder is the current one; what an older one still has to say is nobody's.
 */
import type { StoreApi } from 'zustand/vanilla'
import type { EpochMs, Fact, Milliseconds, Observation } from '../protocol/observation'
import { snapshotAt } from '../trace/snapshot'
import type { Snapshot } from '../trace/snapshot-types'
import { runEndOf } from '../trace/timeline/run-end'
import { appendToTrace, type Trace } from '../trace/trace'
import { msg } from '../words/message'
import { announce } from '../words/run/describe'
import { type Problem, problemOf } from '../words/run/problem'
import type { LiveRun, RunEnd } from './live-run/live-run'
import { createFollower, type Follower } from './playhead/follower'
import type { Frames } from './playhead/playhead-verbs'
import { createRecorder, type Recorder } from './recorder'
import type { PlaygroundState, PlaygroundVerbs } from './types'

export type Store = Pick<StoreApi<PlaygroundState>, 'getState' | 'setState'>

export type Timing = {
  readonly clock: () => EpochMs
  readonly frames: Frames
  /** Calls back every `ms` until the returned function is called. */
  readonly every: (ms: Milliseconds, callback: () => void) => () => void
  /** Whether a replay is shown event by event (pace.ts); without it, as it comes. */
  readonly isPaced?: (() => boolean) | undefined
}

export type Delivery = {
  /** Puts `kept` on stage, and records what follows it. What was recorded before is stopped. */
  open(kept: Trace): Recorder
  /** Whether `recorder` is the one that records now. */
  isCurrent(recorder: Recorder): boolean
  /** Records a fact of the client, if anything is recorded. */
  record(fact: Fact): void
  /** Hands over what has been gathered, now. */
  flush(): void
  /** Ends a run on stage, unless another has taken its place. */
  settle(recorder: Recorder, end: RunEnd): void
  /** Records nothing more. */
  stop(): void
  /** `now` moves while a tool runs or the plug is out; else it rests on the end of the run, and the axis with it. */
  tick(): void
  /** `now` rests, whatever happens. */
  rest(): void
}

/** How often `now` moves while something can still happen. */
const TICK: Milliseconds = 50

export function createDelivery(store: Store, run: LiveRun, playhead: Pick<PlaygroundVerbs, 'pause'>, timing: Timing): Delivery {
  const { getState, setState } = store
  const { clock, frames } = timing
  const { tick, rest } = createTicker(store, timing)
  const follower = createFollower(store, timing)
  let current: Recorder | undefined
  return {
    tick,
    rest,
    open(kept) {
      current?.stop()
      playhead.pause()
      current = createRecorder({
        clock,
        schedule: (flush) => void frames.request(flush),
        deliver(batch) {
          deliver(store, run, follower, batch)
          tick()
        },
        firstSeq: 1 + Math.max(-1, ...kept.observations.map(({ seq }) => seq)),
      })
      const now = clock()
      setState({ trace: kept, now, playhead: { kind: 'now' }, selection: undefined, problem: undefined, phase: 'starting' })
      tick()
      return current
    },
    isCurrent: (recorder) => recorder === current,
    record: (fact) => current?.record(fact, 'client'),
    flush: () => current?.flush(),
    settle(recorder, end) {
      if (recorder !== current) return
      recorder.flush()
      const { trace, now } = getState()
      const problem = end.taken ? TAKEN : 'error' in end ? problemOf(end.error, snapshotAt(trace, now)) : undefined
      setState({ phase: 'settled', problem })
      tick()
    },
    stop() {
      current?.stop()
      current = undefined
    },
  }
}

function createTicker({ getState, setState }: Store, { clock, every }: Timing): Pick<Delivery, 'tick' | 'rest'> {
  let stop: (() => void) | undefined
  function rest() {
    stop?.()
    stop = undefined
  }
  return {
    rest,
    tick() {
      const { phase, trace, now } = getState()
      const lively = phase === 'starting' || phase === 'running' || snapshotAt(trace, now).plug === 'out'
      if (!lively) rest()
      else stop ??= every(TICK, () => setState({ now: Math.max(getState().now, clock()) }))
    },
  }
}

function deliver({ getState, setState }: Store, run: LiveRun, follower: Follower, batch: readonly Observation[]): void {
  const before = getState()
  const trace = appendToTrace(before.trace, batch)
  const now = Math.max(before.now, runEndOf(trace) ?? before.now)
  const said = announce(snapshotAt(before.trace, before.now), snapshotAt(trace, now))
  const edits = before.edits && answersEdit(snapshotAt(trace, now), batch) ? { edits: undefined } : {}
  if ('edits' in edits) run.editHeaders(undefined)
  const playhead = follower.meet(before, trace, batch)
  const shown = { ...(playhead && { playhead }), ...(said.length > 0 && { announcement: said }) }
  setState({ trace, now, armed: run.armed(), ...edits, ...shown })
  if (playhead) follower.follow()
}

/** An edited request has its answer: what is kept is sent again from here on. */
function answersEdit({ connections }: Snapshot, batch: readonly Observation[]): boolean {
  const answered = new Set(batch.flatMap((seen) => (seen.kind === 'connection.answered' ? [seen.connection] : [])))
  return connections.some(({ id, edited }) => edited !== undefined && answered.has(id))
}

/** The run is another tab's. */
export const TAKEN: Problem = {
  kind: 'taken-over',
  title: msg('Another tab has this run now.'),
  detail: [
    msg(
      'Two clients that resume the same streams would cut each other off for ever, so this one has stopped. Take it back, or go on there.',
    ),
  ],
}
