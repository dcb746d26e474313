/** What a host's request does to the playground, and what it is answered. */

import type { HostRequest } from '../../../lib/embed/messages/own'
import type { Scenario } from '../../../lib/embed/scenarios/scenarios'
import { type EmbedView, momentOfStep } from '../../../lib/embed/view'
import type { Playground, PlaygroundState } from '../../../lib/playground/types'
import { stringifyRecording } from '../../../lib/trace/recording/recording'
import { snapshotAt } from '../../../lib/trace/snapshot'
import { messageText } from '../../../lib/words/t'
import { applyTheme } from './apply-theme'
import { NotNow } from './bridge'

type Answering = {
  readonly playground: Playground
  readonly scenario: Scenario
  readonly viewNow: () => EmbedView
  readonly start: () => Promise<void>
}

/** Does what is asked. Rejects with NotNow, and with nothing else. */
export async function answerTo(request: HostRequest, { playground, scenario, viewNow, start }: Answering): Promise<unknown> {
  switch (request.method) {
    case 'hello':
    case 'getState':
      return viewNow()
    case 'getTrace':
      return JSON.parse(stringifyRecording(playground.getState().trace, { takenOn: '', note: scenario.title }))
    case 'start':
      await started(playground, start)
      return viewNow()
    case 'pull':
      pull(playground)
      return viewNow()
    case 'push':
      push(playground)
      return viewNow()
    case 'play':
    case 'pause':
      playground[request.method]()
      return viewNow()
    case 'seek':
      seek(playground, request.to)
      return viewNow()
    case 'setTheme':
      applyTheme(request.theme)
      return viewNow()
    default:
      return request satisfies never
  }
}

/** Until the session is open and the tool has been called. */
function started(playground: Playground, start: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = ({ phase, problem }: PlaygroundState) => {
      if (phase === 'starting' || phase === 'recorded') return
      unsubscribe()
      if (phase === 'settled' && problem) reject(new NotNow(`The run did not start. ${messageText([problem.title, ...problem.detail])}`))
      else resolve()
    }
    const unsubscribe = playground.subscribe(look)
    void start()
    look(playground.getState())
  })
}

function pull(playground: Playground): void {
  const { phase, trace, now } = playground.getState()
  if (phase !== 'running') throw new NotNow(`Nothing can be pulled: no run is under way (it is ${phase}). Call start() first.`)
  if (snapshotAt(trace, now).plug === 'out') throw new NotNow('The plug is out already. Call push() to plug back in.')
  playground.pull()
}

/** On the recorded run it plays what happened next, like the button does. */
function push(playground: Playground): void {
  const { phase, trace, now, playhead } = playground.getState()
  const at = phase === 'recorded' && playhead.kind === 'at' ? playhead.at : now
  if (snapshotAt(trace, at).plug === 'in') throw new NotNow('The plug is in already. Call pull() first.')
  playground.push()
}

function seek(playground: Playground, to: Extract<HostRequest, { method: 'seek' }>['to']): void {
  const { trace } = playground.getState()
  const at = typeof to === 'string' ? undefined : momentOfStep(trace, to.step)
  if (typeof to === 'string') playground.jump(to)
  else if (at === undefined) throw new NotNow('There is no run on stage to seek in.')
  else playground.seek(at)
}
