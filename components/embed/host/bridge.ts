/**
 * The frame's side of every conversation with its host: our own messages, SPLICE and the H5P resizer. Listens to nobody but the window
 * around it, and to that window only from one origin; says nothing but heights before a host has spoken. Needs no answer from anyone.
 * It is open before the stage is alive, and answers then what is known without it; all else waits until the stage is connected.
 */

import { h5pHello, h5pResize, readH5p } from '../../../lib/embed/messages/h5p'
import {
  errorMessage,
  eventMessage,
  type FrameEvent,
  type HostRequest,
  MESSAGES_VERSION,
  type RequestId,
  readRequest,
  resultMessage,
} from '../../../lib/embed/messages/own'
import { askState, frameResize, readStateResponse, type SpliceState } from '../../../lib/embed/messages/splice'
import type { EmbedView } from '../../../lib/embed/view'
import { applyTheme } from '../apply-theme'
import { watchHeight } from './frame-height'
import { newMessageId } from './message-id'
import { NotNow } from './not-now'

type BridgeOptions = {
  readonly scenario: string
  /** what is on stage before anything was done; without it, everything waits for the stage */
  readonly firstView?: EmbedView
  /** somebody has asked for what only a stage that is alive can do */
  readonly need: () => void
  /** true once it was asked for, by whomever: from then on nothing is answered without the stage */
  readonly isNeeded: () => boolean
}

/** What a stage that is alive does for the bridge. */
export type LiveSide = {
  /** Rejects with NotNow, and with nothing else. */
  answer(request: HostRequest): Promise<unknown>
  /** A SPLICE host has answered, with the state of an earlier visit or without. */
  hearState(response: SpliceState, origin: string): void
  stop(): void
}

/** How the live side speaks. `say`: an event of our own, once a host has spoken. */
export type ToHost = {
  readonly post: (message: object, to?: string) => void
  readonly say: (event: FrameEvent, params: Readonly<Record<string, unknown>>) => void
}

type OpenOptions = {
  readonly content: HTMLElement
  /** the frame keeps the height it was given */
  readonly fixed: boolean
  /** what could not be understood of the address: told to a host that greets, for its author */
  readonly misread?: readonly string[]
  /** the frame, and the window around it */
  readonly frame?: Window
  readonly host?: Window
}

export type Bridge = {
  /** Opens the conversation. Returns what ends it. */
  open(options: OpenOptions): () => void
  /** Tells a host that has spoken what could not be understood. */
  tell(message: string): void
  /** The stage is alive: what has waited is done, in the order it came. Returns what takes the stage away again. */
  connect(make: (toHost: ToHost) => LiveSide): () => void
}

export function createBridge({ scenario, firstView, need, isNeeded }: BridgeOptions): Bridge {
  let host: Window | undefined
  let origin: string | undefined
  let height: number | undefined
  let asked = ''
  let live: LiveSide | undefined
  let waiting: ((live: LiveSide) => void)[] = []

  const post = (message: object, to = origin ?? '*') => host?.postMessage(message, to === 'null' ? '*' : to)
  const say: ToHost['say'] = (event, params) => void (origin !== undefined && post(eventMessage(event, params)))

  function onMessage({ source, origin: from, data }: MessageEvent<unknown>, options: OpenOptions) {
    if (!host || source !== host || (origin !== undefined && from !== origin)) return
    const action = readH5p(data)
    if (action) return onH5p(action, options)
    const response = readStateResponse(data, asked)
    if (response) return onState(response, from)
    const incoming = readRequest(data)
    if (!incoming) return
    origin = from
    if ('refused' in incoming) return post(errorMessage(incoming.id, incoming.refused))
    if (incoming.request.method === 'hello') sayReady(options.misread)
    onRequest(incoming.id, incoming.request)
  }

  function onRequest(id: RequestId | undefined, request: HostRequest) {
    const known = !live && !isNeeded() && firstView && answerWithout(request)
    if (known && id !== undefined) post(resultMessage(id, firstView))
    if (known) return
    whenLive((stage) =>
      stage.answer(request).then(
        (result) => id !== undefined && post(resultMessage(id, result)),
        (error: unknown) => {
          if (!(error instanceof NotNow)) throw error
          if (id !== undefined) post(errorMessage(id, { code: error.code, message: error.message }))
        },
      ),
    )
  }

  /** A host without a state of an earlier visit changes nothing on stage; a later report goes to it. */
  function onState(response: SpliceState, from: string) {
    const isEmpty = 'error' in response || response.state === null
    whenLive((stage) => stage.hearState(response, from), !isEmpty)
  }

  function whenLive(act: (live: LiveSide) => unknown, isNeededNow = true) {
    if (live) return void act(live)
    waiting.push(act)
    if (isNeededNow) need()
  }

  function onH5p(action: NonNullable<ReturnType<typeof readH5p>>, options: OpenOptions) {
    if (action === 'ready') greetH5p(options)
    if (height !== undefined) post(h5pResize(height), '*')
  }

  /** The resizer answers to the frame's origin: a sandbox has none that it could be sent to. */
  function greetH5p({ fixed, frame = window }: OpenOptions) {
    if (!fixed && frame.origin !== 'null') post(h5pHello(), '*')
  }

  function sayHeight(next: number, width: number) {
    height = next
    post(eventMessage('size', { height: next }), '*')
    post(frameResize(newMessageId(), next, width), '*')
    post(h5pResize(next), '*')
  }

  const sayReady = (misread: readonly string[] = []) => {
    post(eventMessage('ready', { version: MESSAGES_VERSION, scenario }))
    if (height !== undefined) post(eventMessage('size', { height }))
    for (const message of misread) post(eventMessage('error', { message }))
  }

  return {
    open(options) {
      const { content, fixed, frame = window, host: around = frame.parent } = options
      if (around === frame) return () => {}
      host = around
      asked = newMessageId()
      const hear = (message: MessageEvent<unknown>) => void onMessage(message, options)
      frame.addEventListener('message', hear)
      const unwatch = fixed ? () => {} : watchHeight(content, sayHeight)
      sayReady()
      greetH5p(options)
      post(askState(asked), '*')
      return () => {
        frame.removeEventListener('message', hear)
        unwatch()
        host = undefined
      }
    },
    tell: (message) => say('error', { message }),
    connect(make) {
      const made = make({ post, say })
      live = made
      const due = waiting
      waiting = []
      for (const act of due) act(made)
      return () => {
        made.stop()
        if (live === made) live = undefined
      }
    },
  }
}

/** What needs no stage that is alive. True when it was done. */
function answerWithout(request: HostRequest): boolean {
  if (request.method === 'setTheme') applyTheme(request.theme)
  return request.method === 'hello' || request.method === 'setTheme'
}
