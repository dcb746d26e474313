/**
 * The frame's side of every conversation with its host: our own messages, SPLICE and the H5P resizer. Listens to nobody but the window
 * around it, and to that window only from one origin; says nothing but heights before a host has spoken. Needs no answer from anyone.
 * It is open before the stage is alive, and answers then what is known without it; all else waits until the stage is connected.
 */

import { createHeightRule } from '../../../lib/embed/height'
import { h5pHello, h5pResize, readH5p } from '../../../lib/embed/messages/h5p'
import {
  errorMessage,
  eventMessage,
  type FrameEvent,
  type HostRequest,
  MESSAGES_VERSION,
  type RequestId,
  RPC,
  readRequest,
  resultMessage,
} from '../../../lib/embed/messages/own'
import { askState, frameResize, newMessageId, readStateResponse, type SpliceState } from '../../../lib/embed/messages/splice'
import type { EmbedView } from '../../../lib/embed/view'
import { applyTheme } from './apply-theme'

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

/** A request that was understood and cannot be done now. `message` says why, and what to do first. */
export class NotNow extends Error {
  readonly code: number = RPC.notNow
}

type State = BridgeOptions & {
  /** the window around the frame, while the conversation is open */
  host?: Window
  /** of the first message of the host; no other is listened to */
  origin?: string
  /** the last one that was said */
  height?: number
  /** id of the question for a saved state */
  asked: string
  /** the stage, once it is alive */
  live?: LiveSide
  /** what is to be done then */
  waiting: ((live: LiveSide) => void)[]
}

export function createBridge(options: BridgeOptions): Bridge {
  const state: State = { ...options, asked: '', waiting: [] }
  return {
    open: (opening) => open(state, opening),
    tell: (message) => say(state, 'error', { message }),
    connect: (make) => connect(state, make),
  }
}

function open(state: State, options: OpenOptions): () => void {
  const { content, fixed, frame = window, host = frame.parent } = options
  if (host === frame) return () => {}
  state.host = host
  state.asked = newMessageId()
  const hear = (message: MessageEvent<unknown>) => onMessage(state, message, options)
  frame.addEventListener('message', hear)
  const unwatch = fixed ? () => {} : watchHeight(content, (height, width) => sayHeight(state, height, width))
  sayReady(state)
  greetH5p(state, options)
  post(state, askState(state.asked), '*')
  return () => {
    frame.removeEventListener('message', hear)
    unwatch()
    state.host = undefined
  }
}

function connect(state: State, make: (toHost: ToHost) => LiveSide): () => void {
  const made = make({ post: (message, to) => post(state, message, to), say: (event, params) => say(state, event, params) })
  state.live = made
  const due = state.waiting
  state.waiting = []
  for (const act of due) act(made)
  return () => {
    made.stop()
    if (state.live === made) state.live = undefined
  }
}

function onMessage(state: State, { source, origin, data }: MessageEvent<unknown>, options: OpenOptions): void {
  if (!state.host || source !== state.host || (state.origin !== undefined && origin !== state.origin)) return
  const action = readH5p(data)
  if (action) return void onH5p(state, action, options)
  const response = readStateResponse(data, state.asked)
  if (response) return void onState(state, response, origin)
  const incoming = readRequest(data)
  if (!incoming) return
  state.origin = origin
  if ('refused' in incoming) return void post(state, errorMessage(incoming.id, incoming.refused))
  if (incoming.request.method === 'hello') sayReady(state, options.misread)
  onRequest(state, incoming.id, incoming.request)
}

function onRequest(state: State, id: RequestId | undefined, request: HostRequest): void {
  const { live, isNeeded, firstView } = state
  const known = !live && !isNeeded() && firstView && answerWithout(request)
  if (known && id !== undefined) post(state, resultMessage(id, firstView))
  if (known) return
  whenLive(state, (stage) =>
    stage.answer(request).then(
      (result) => id !== undefined && post(state, resultMessage(id, result)),
      (error: unknown) => {
        if (!(error instanceof NotNow)) throw error
        if (id !== undefined) post(state, errorMessage(id, { code: error.code, message: error.message }))
      },
    ),
  )
}

/** What needs no stage that is alive. True when it was done. */
function answerWithout(request: HostRequest): boolean {
  if (request.method === 'setTheme') applyTheme(request.theme)
  return request.method === 'hello' || request.method === 'setTheme'
}

/** A host without a state of an earlier visit changes nothing on stage; a later report goes to it. */
function onState(state: State, response: SpliceState, from: string): void {
  const isEmpty = 'error' in response || response.state === null
  whenLive(state, (stage) => stage.hearState(response, from), !isEmpty)
}

function whenLive(state: State, act: (live: LiveSide) => unknown, isNeededNow = true): void {
  if (state.live) return void act(state.live)
  state.waiting.push(act)
  if (isNeededNow) state.need()
}

function onH5p(state: State, action: NonNullable<ReturnType<typeof readH5p>>, options: OpenOptions): void {
  if (action === 'ready') greetH5p(state, options)
  if (state.height !== undefined) post(state, h5pResize(state.height), '*')
}

/** The resizer answers to the frame's origin: a sandbox has none that it could be sent to. */
function greetH5p(state: State, { fixed, frame = window }: OpenOptions): void {
  if (!fixed && frame.origin !== 'null') post(state, h5pHello(), '*')
}

function sayHeight(state: State, height: number, width: number): void {
  state.height = height
  post(state, eventMessage('size', { height }), '*')
  post(state, frameResize(newMessageId(), height, width), '*')
  post(state, h5pResize(height), '*')
}

function sayReady(state: State, misread: readonly string[] = []): void {
  const { scenario, height } = state
  post(state, eventMessage('ready', { version: MESSAGES_VERSION, scenario }))
  if (height !== undefined) post(state, eventMessage('size', { height }))
  for (const message of misread) post(state, eventMessage('error', { message }))
}

function post({ host, origin }: State, message: object, to = origin ?? '*'): void {
  host?.postMessage(message, to === 'null' ? '*' : to)
}

/** An event of our own, once a host has spoken. */
function say(state: State, event: FrameEvent, params: Readonly<Record<string, unknown>>): void {
  if (state.origin !== undefined) post(state, eventMessage(event, params))
}

/**
 * Calls back with each new height that is worth saying, until the returned function is called. Watches the content, not the window: a frame
 * must not follow its own height.
 */
function watchHeight(content: HTMLElement, onHeight: (height: number, width: number) => void): () => void {
  const rule = createHeightRule()
  const measure = () => {
    const { width, height } = content.getBoundingClientRect()
    const next = rule(width, height, performance.now())
    if (next !== undefined) onHeight(next, Math.round(width))
  }
  const observer = new ResizeObserver(measure)
  observer.observe(content)
  measure()
  return () => observer.disconnect()
}
