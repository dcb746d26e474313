/** The stage's end of the bridge: does what the host asks, says what has changed, and keeps the reader's progress with a SPLICE host. */
import type { Scenario } from '../../../lib/embed/scenarios/scenarios'
import { type EmbedView, viewOf } from '../../../lib/embed/view'
import type { Playground } from '../../../lib/playground/types'
import type { LiveSide, ToHost } from './bridge'
import { answerTo } from './host-requests'
import { followGoals } from './progress'

/** To be given to `connect` of a bridge. `start`: the run that a host starts. */
export function liveSideOf(playground: Playground, scenario: Scenario, start = () => playground.start()): (toHost: ToHost) => LiveSide {
  return ({ post, say }) => {
    const viewNow = () => viewOf(scenario, playground.getState(), goals.done)
    const goals = followGoals({ playground, scenario, post, onGoal: (goal) => say('goal', { goal, ...viewNow() }) })
    const unfollow = followView(playground, viewNow, say)
    return {
      answer: (request) => answerTo(request, { playground, scenario, viewNow, start }),
      hearState: goals.hear,
      stop() {
        unfollow()
        goals.stop()
      },
    }
  }
}

/** Says what has changed, at most twenty times a second. */
function followView(playground: Playground, viewNow: () => EmbedView, say: ToHost['say']): () => void {
  let last = viewNow()
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    timer = undefined
    const view = viewNow()
    if (view.phase !== last.phase) say('phase', view)
    if (view.plug !== last.plug) say('plug', view)
    if (view.step !== last.step || view.steps !== last.steps) say('step', view)
    last = view
  }
  const unsubscribe = playground.subscribe(() => {
    timer ??= setTimeout(look, 50)
  })
  return () => {
    clearTimeout(timer)
    unsubscribe()
  }
}
