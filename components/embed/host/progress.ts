/**
 * The reader's progress, and SPLICE: takes what the host kept of an earlier visit, and gives it score and state when there is
 * something new. Nothing is reported to a host that has not answered, and what is reported goes to the origin that did.
 */
import { goalsReached, scoreOf } from '../../../lib/embed/goals'
import { newMessageId, reportScoreAndState, type SpliceState, sendEvent } from '../../../lib/embed/messages/splice'
import { restoreRun, saveRun } from '../../../lib/embed/saved-run'
import type { GoalId, Scenario } from '../../../lib/embed/scenarios/scenarios'
import { momentOfStep, stepAt } from '../../../lib/embed/view'
import type { Playground, PlaygroundState } from '../../../lib/playground/types'
import type { Milliseconds } from '../../../lib/protocol/observation'
import type { Trace } from '../../../lib/trace/trace'

/** While a run goes on, what a reader would lose by leaving is no more than this. */
const SOON: Milliseconds = 2000

type Options = {
  readonly playground: Playground
  readonly scenario: Scenario
  readonly post: (message: object, to?: string) => void
  readonly onGoal: (goal: GoalId) => void
}

type Goals = {
  readonly done: ReadonlySet<GoalId>
  /** A SPLICE host has answered the question for its state. Only the first answer counts. */
  hear(response: SpliceState, origin: string): void
  stop(): void
}

export function followGoals({ playground, scenario, post, onGoal }: Options): Goals {
  const done = new Set<GoalId>()
  let spliceHost: string | undefined
  let reportSoon: ReturnType<typeof setTimeout> | undefined

  function report() {
    clearTimeout(reportSoon)
    reportSoon = undefined
    if (spliceHost === undefined) return
    const { trace, now, playhead } = playground.getState()
    const at = playhead.kind === 'now' ? now : playhead.at
    const state = saveRun(scenario, done, stepAt(trace, at), trace.recorded ? undefined : trace)
    post(reportScoreAndState(newMessageId(), scoreOf(scenario.goals, done), state), spliceHost)
  }

  const happened = (name: string, data: Readonly<Record<string, unknown>> = {}) => {
    if (spliceHost !== undefined) post(sendEvent(newMessageId(), name, { scenario: scenario.name, ...data }), spliceHost)
  }

  function look(state: PlaygroundState, before: PlaygroundState) {
    if (state.trace === before.trace && state.phase === before.phase) return
    if (state.phase === 'recorded') return
    const fresh = goalsReached(scenario.goals, state).filter((goal) => !done.has(goal))
    for (const goal of fresh) {
      done.add(goal)
      onGoal(goal)
      happened('goal', { goal })
    }
    const phase = state.phase !== before.phase ? state.phase : undefined
    if (phase === 'running' || phase === 'settled') happened(phase)
    if (fresh.length > 0 || phase === 'settled') report()
    else reportSoon ??= setTimeout(report, SOON)
  }

  const unsubscribe = playground.subscribe(look)
  return {
    done,
    hear(response, origin) {
      if (spliceHost !== undefined) return
      spliceHost = origin
      if ('state' in response) restore(response.state)
    },
    stop() {
      clearTimeout(reportSoon)
      unsubscribe()
    },
  }

  /** A late answer takes nothing away from a reader who has begun. */
  function restore(saved: unknown) {
    const restored = restoreRun(scenario, saved)
    if (!restored) return
    const { goals, step, trace } = restored
    for (const goal of goals) done.add(goal)
    if (trace instanceof Promise) void trace.then((opened) => opened && showRestored(opened, step))
    else if (trace) showRestored(trace, step)
  }

  function showRestored(trace: Trace, step: number) {
    if (playground.getState().phase === 'recorded') playground.show(trace, momentOfStep(trace, step))
  }
}
