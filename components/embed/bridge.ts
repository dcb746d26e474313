/**
 * The frame's side of every conversation with its host: our own messages, SPLICE and the H5P resizer. Listens to nobody but the window
 * around it, and to that window only from one origin; says nothing but heights before a host has spoken. Needs no answer from anyone.
 */

import { errorMessage, eventMessage, type FrameEvent, MESSAGES_VERSION, readRequest, resultMessage } from '../../lib/embed/messages'
import { h5pHello, h5pResize, readH5p } from '../../lib/embed/messages-h5p'
import { frameResize } from '../../lib/embed/messages-splice'
import type { Scenario } from '../../lib/embed/scenarios'
import { viewOf } from '../../lib/embed/view'
import type { Playground } from '../../lib/playground-types'
import { answerTo, NotNow } from './answers'
import { followGoals } from './follow-goals'
import { newMessageId } from './message-id'
import { watchHeight } from './watch-height'

export type BridgeOptions = {
  readonly playground: Playground
  readonly scenario: Scenario
  readonly content: HTMLElement
  /** the frame keeps the height it was given */
  readonly fixed: boolean
  /** the frame, and the window around it */
  readonly frame?: Window
  readonly host?: Window
}

/** Opens the conversation. Returns what ends it. */
export function openBridge(options: BridgeOptions): () => void {
  const { playground, scenario, content, fixed, frame = window, host = window.parent } = options
  if (host === frame) return () => {}
  let origin: string | undefined
  let height: number | undefined

  const post = (message: object, to = origin ?? '*') => host.postMessage(message, to === 'null' ? '*' : to)
  const say = (event: FrameEvent, params: Readonly<Record<string, unknown>>) => origin !== undefined && post(eventMessage(event, params))
  const goals = followGoals({ playground, scenario, post, onGoal: (goal) => say('goal', { goal, ...viewNow() }) })
  const viewNow = () => viewOf(scenario, playground.getState(), goals.done)

  function sayHeight(next: number, width: number) {
    height = next
    post(eventMessage('size', { height: next }), '*')
    post(frameResize(newMessageId(), next, width), '*')
    post(h5pResize(next), '*')
  }

  async function onMessage({ source, origin: from, data }: MessageEvent<unknown>) {
    if (source !== host || (origin !== undefined && from !== origin)) return
    const action = readH5p(data)
    if (action) return onH5p(action)
    if (goals.hear(data, from)) return
    const incoming = readRequest(data)
    if (!incoming) return
    origin = from
    if ('refused' in incoming) return post(errorMessage(incoming.id, incoming.refused))
    const { id, request } = incoming
    if (request.method === 'hello') sayReady()
    try {
      const result = await answerTo(request, playground, scenario, viewNow)
      if (id !== undefined) post(resultMessage(id, result))
    } catch (error) {
      if (!(error instanceof NotNow)) throw error
      if (id !== undefined) post(errorMessage(id, { code: error.code, message: error.message }))
    }
  }

  function onH5p(action: NonNullable<ReturnType<typeof readH5p>>) {
    if (action === 'ready') greetH5p()
    if (height !== undefined) post(h5pResize(height), '*')
  }

  const greetH5p = () => !fixed && frame.origin !== 'null' && post(h5pHello(), '*')

  const sayReady = () => {
    post(eventMessage('ready', { version: MESSAGES_VERSION, scenario: scenario.name }))
    if (height !== undefined) post(eventMessage('size', { height }))
  }

  frame.addEventListener('message', onMessage)
  const unfollow = followView(playground, viewNow, say)
  const unwatch = fixed ? () => {} : watchHeight(content, sayHeight)
  sayReady()
  greetH5p()
  goals.ask()
  return () => {
    frame.removeEventListener('message', onMessage)
    unfollow()
    unwatch()
    goals.stop()
  }
}

/** Says what has changed, at most twenty times a second. */
function followView(
  playground: Playground,
  viewNow: () => ReturnType<typeof viewOf>,
  say: (event: FrameEvent, view: object & Record<string, unknown>) => unknown,
) {
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
