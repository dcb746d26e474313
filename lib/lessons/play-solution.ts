/**
 * Plays the acts of a step on a playground: in the tests on the real server and client, on the page for "show me". It uses the same
 * verbs as a hand does and waits only for what the run shows.
 */
import type { Playground, PlaygroundState } from '../playground/types'
import { snapshotAt } from '../trace/snapshot'
import type { Act, Judgement, LessonRun, Step } from './lesson'

/** The run on the stage at its newest moment. */
export function runOf(state: PlaygroundState): LessonRun {
  return {
    trace: state.trace,
    snapshot: snapshotAt(state.trace, state.now),
    options: state.options,
    phase: state.phase,
    ...(state.selection?.kind === 'event' ? { selected: state.selection.key } : {}),
    ...(state.playhead.kind === 'at' ? { lookingAt: state.playhead.at } : {}),
  }
}

type Playing = {
  /** stops waiting; what has been done stays done */
  readonly signal: AbortSignal
  /** beyond the step's own set-up */
  readonly options?: PlaygroundState['options'] | Partial<PlaygroundState['options']>
  /** hears each act before it is done */
  readonly onAct?: (act: Act, index: number) => void
}

/**
 * Does the acts one after another, each when its moment has come, and resolves with the judgement: done as soon as the goal was
 * reached once, else the last word when `signal` aborted. Never rejects.
 */
export async function playSolution(playground: Playground, step: Step, { signal, options, onAct }: Playing): Promise<Judgement> {
  clearHands(playground)
  playground.setOptions({ ...step.setup, ...options })
  let reached: Judgement | undefined
  const look = () => {
    const judgement = step.goal.judge(runOf(playground.getState()))
    if (judgement.state === 'done') reached ??= judgement
  }
  const stop = playground.subscribe(look)
  try {
    for (const [index, act] of step.solution.entries()) {
      if (act.when && !(await until(playground, act.when, signal))) break
      onAct?.(act, index)
      perform(playground, act)
      if (act.do === 'start' && !(await until(playground, ({ phase }) => phase === 'running' || phase === 'settled', signal))) break
    }
    await until(playground, () => reached !== undefined, signal)
    return reached ?? step.goal.judge(runOf(playground.getState()))
  } finally {
    stop()
  }
}

/** Nothing waits for its moment any more, and no header is edited: what the next run begins with. */
export function clearHands(playground: Playground): void {
  const { armed = [], edits } = playground.getState()
  for (const fault of armed) playground.setFault(fault, false)
  if (edits) playground.editHeaders(undefined)
}

/** One act, through the playground's own verbs. */
export function perform(playground: Playground, act: Act): void {
  const run = () => runOf(playground.getState())
  switch (act.do) {
    case 'start':
      void playground.start()
      break
    case 'pull':
      playground.pull()
      break
    case 'push':
      playground.push()
      break
    case 'select': {
      const key = act.pick(run())
      playground.select(key === undefined ? undefined : { kind: 'event', key })
      break
    }
    case 'fault':
      playground.setFault(act.fault, act.on ?? true, act.setting)
      break
    case 'edit':
      playground.editHeaders(act.edits(run()))
      break
    case 'ask-as-kept':
      playground.askAsKept()
      break
    case 'options':
      playground.setOptions(act.options)
      break
    case 'reload':
      playground.save()
      playground.leave()
      void playground.restore()
      break
    default:
      act satisfies never
  }
}

/** True once `condition` holds; false when `signal` aborted first. */
function until(playground: Playground, condition: (run: LessonRun) => boolean, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = playground.subscribe(() => look())
    const end = (met: boolean) => {
      stop()
      signal.removeEventListener('abort', giveUp)
      resolve(met)
    }
    const giveUp = () => end(false)
    const look = () => {
      if (condition(runOf(playground.getState()))) end(true)
    }
    signal.addEventListener('abort', giveUp)
    if (signal.aborted) giveUp()
    else look()
  })
}
