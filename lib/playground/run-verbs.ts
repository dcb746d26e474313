/** What the learner does to a run: start it, pick it up again, take it back from another tab, pull the plug, push it in, cancel the call. */
import { snapshotAt } from '../trace/snapshot'
import { EMPTY_TRACE } from '../trace/trace'
import { type Delivery, type Store, TAKEN, type Timing } from './delivery'
import type { LiveRun } from './live-run/live-run'
import { keepTrace, takeTrace, upgradeTrace } from './page-storage'
import type { Recorder } from './recorder'
import type { Tabs } from './tabs'
import type { Page, PlaygroundVerbs } from './types'

/** What the verbs act on. */
export type Parts = {
  readonly store: Store
  readonly run: LiveRun
  readonly delivery: Delivery
  readonly playhead: Pick<PlaygroundVerbs, 'seek' | 'play' | 'pause'>
  readonly tabs: Tabs
  readonly storage: Storage | undefined
  readonly page: Page | undefined
  readonly clock: Timing['clock']
}

type RunVerbs = Pick<PlaygroundVerbs, 'start' | 'restore' | 'takeBack' | 'pull' | 'push' | 'cancel'>

export function createRunVerbs(parts: Parts): RunVerbs {
  const { store, run, delivery, playhead } = parts
  const { getState, setState } = store
  const goOn = createGoOn(parts)
  return {
    async start() {
      const { trace, now, phase } = getState()
      const previous = phase === 'recorded' ? undefined : snapshotAt(trace, now).kept
      const mine = delivery.open(EMPTY_TRACE)
      setState({ previous, edits: undefined, frozen: false })
      const ending = run.start(mine, getState().options, () => delivery.isCurrent(mine) && setState({ phase: 'running' }))
      delivery.settle(mine, await ending)
    },
    restore: () => restore(parts, goOn),
    async takeBack() {
      playhead.seek('now')
      saveTrace(parts)
      setState({ problem: undefined })
      run.leave()
      await goOn()
    },
    pull() {
      playhead.seek('now')
      run.pull()
      delivery.flush()
    },
    push() {
      if (getState().phase === 'recorded') return playhead.play()
      playhead.seek('now')
      run.push()
      delivery.flush()
    },
    cancel: () => run.cancel(),
  }
}

/** Keeps what a reload needs of the trace. */
export function saveTrace({ store, delivery, storage }: Pick<Parts, 'store' | 'delivery' | 'storage'>): void {
  delivery.flush()
  const { phase, trace } = store.getState()
  if (phase !== 'recorded') keepTrace(storage, trace)
}

async function restore({ store, tabs, storage, page, clock }: Parts, goOn: () => Promise<void>): Promise<void> {
  if (storage && tabs.comeBack(storage) === 'taken') {
    await upgradeTrace(storage)
    store.setState({
      trace: takeTrace(storage) ?? EMPTY_TRACE,
      now: clock(),
      playhead: { kind: 'now' },
      phase: 'settled',
      problem: TAKEN,
    })
    return
  }
  if (storage && page?.isFresh()) tabs.takeLeft(storage)
  await goOn()
}

/** Goes on with what is kept, in a new life of the client; never twice at once. */
function createGoOn({ store, run, delivery, storage }: Parts): () => Promise<void> {
  let restoring = false
  return async () => {
    if (restoring) return
    restoring = true
    await upgradeTrace(storage)
    let mine: Recorder | undefined
    const end = await run.restore(() => {
      mine = delivery.open(takeTrace(storage) ?? EMPTY_TRACE)
      mine.record({ kind: 'page.loaded' }, 'client')
      store.setState({ phase: 'running' })
      return mine
    })
    restoring = false
    if (mine && end) delivery.settle(mine, end)
  }
}
