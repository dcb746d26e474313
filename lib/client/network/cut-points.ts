/**
 * Named cut points: each pulls the plug at one moment of a tool call, read off the real bytes and facts. It is armed, and strikes once.
 * Links, recordings and POST /faults know them by the fault ids `yank-…`.
 *
 * MO1 `yank-before-priming`  after the headers of the answer to a call, before any byte of its events
 * MO2 `yank-after-priming`   after the first frame of the answer
 * MO3 `yank-mid-frame`       in the middle of a frame that carries a message
 * MO4 `yank-before-response` after the last frame before the response
 * MO5 `yank-in-replay`       on a connection that resumes the call, after the first message it brings
 * MO6 `yank-in-wait`         one connection drops; while the client waits to ask again, the network goes
 * MO7 `yank-stored-unwritten` the server stores an event and holds it back (`hold`); then the network goes, then the hold ends
 * MO8 A cut point that its call never reached is over with the call.
 */

import { STANDALONE, streamOf } from '../../protocol/event-id'
import { isResponseTo } from '../../protocol/json-rpc'
import type { Bytes, Fact, Observe, ServerFact } from '../../protocol/observation'
import type { FaultDetail } from '../../protocol/reason'
import { reasonOf } from '../../protocol/reason-text'
import { createFrameSplitter, type FrameSplitter, type StreamFrame } from '../../protocol/sse'
import type { CutHook, Passing } from './plug'

export const CUT_POINTS = [
  'yank-before-priming',
  'yank-after-priming',
  'yank-stored-unwritten',
  'yank-mid-frame',
  'yank-before-response',
  'yank-in-replay',
  'yank-in-wait',
] as const
export type CutPoint = (typeof CUT_POINTS)[number]

type CutPointsOptions = {
  readonly observe: Observe
  readonly pull: () => void
  /** Drops the connections of tool calls; false when there was none. */
  readonly drop: (which: (asked: RequestInit) => boolean) => boolean
  /** Asks the server to store without writing, or to write again. */
  readonly hold: (on: boolean) => Promise<void>
}

export type CutPoints = {
  arm(point: CutPoint): void
  disarm(point: CutPoint): void
  readonly cutHook: CutHook
  /** Everything the client observes. */
  clientSaw(fact: Fact): void
  /** Everything the server's feed tells. */
  serverSaw(fact: ServerFact): void
}

type State = {
  readonly options: CutPointsOptions
  readonly armed: Set<CutPoint>
  /** by connection of the plug: the frames it is in the middle of, and how many whole ones it has brought */
  readonly splitters: Map<number, FrameSplitter>
  readonly framesOf: Map<number, number>
  callsRunning: number
  /** a call of now has brought a frame, or was adopted */
  callHasBegun: boolean
  /** whether the server holds events back */
  holding: 'no' | 'asked' | 'yes'
}

export function createCutPoints(options: CutPointsOptions): CutPoints {
  const state: State = {
    options,
    armed: new Set(),
    splitters: new Map(),
    framesOf: new Map(),
    callsRunning: 0,
    callHasBegun: false,
    holding: 'no',
  }
  return {
    arm(point) {
      if (state.armed.has(point)) return
      state.armed.add(point)
      report(state, point, 'armed')
      beginHold(state)
      if (point === 'yank-in-wait') dropCalls(state)
    },
    disarm: (point) => disarm(state, point),
    cutHook: (connection, length, { chunk, asked }) => cutBefore(state, connection, length, chunk, asked),
    clientSaw: (fact) => clientSaw(state, fact),
    serverSaw: (fact) => serverSaw(state, fact),
  }
}

function report({ options }: State, fault: CutPoint, to: 'armed' | 'struck' | 'off', detail?: FaultDetail): void {
  options.observe({ kind: 'fault.set', fault, state: to, ...(detail !== undefined && { detail }) })
}

function disarm(state: State, point: CutPoint, detail?: FaultDetail): void {
  if (!state.armed.delete(point)) return
  if (point === 'yank-stored-unwritten') release(state)
  report(state, point, 'off', detail)
}

/** The fact first: what the pull brings about comes after it. */
function strike(state: State, point: CutPoint, detail: FaultDetail): void {
  state.armed.delete(point)
  report(state, point, 'struck', detail)
}

function release(state: State): void {
  if (state.holding === 'no') return
  state.holding = 'no'
  state.options.hold(false).catch(() => {})
}

function beginHold(state: State): void {
  if (!state.armed.has('yank-stored-unwritten') || state.holding !== 'no' || !state.callHasBegun) return
  state.holding = 'asked'
  state.options.hold(true).catch((error: unknown) => {
    state.holding = 'no'
    disarm(state, 'yank-stored-unwritten', { code: 'would-not-hold', cause: reasonOf(error) })
  })
}

/** A client waits only after a connection has ended while the network is there. */
function dropCalls({ armed, callHasBegun, options }: State): void {
  if (armed.has('yank-in-wait') && callHasBegun) options.drop(isOfCall)
}

function callBegan(state: State): void {
  state.callHasBegun = true
  beginHold(state)
  dropCalls(state)
}

/** How many of the next `length` bytes may pass before the plug is pulled; undefined: all, and it is not pulled. */
function cutBefore(state: State, connection: number, length: Bytes, chunk: Uint8Array, asked: RequestInit): Bytes | undefined {
  if (!isOfCall(asked)) return undefined
  const splitter = state.splitters.get(connection) ?? createFrameSplitter()
  state.splitters.set(connection, splitter)
  const torn = splitter.rest().length
  const before = state.framesOf.get(connection) ?? 0
  const frames = splitter.push(chunk)
  state.framesOf.set(connection, before + frames.length)
  const cut = cutIn({ frames, before, torn, resumes: lastEventIdOf(asked) !== undefined, armed: state.armed })
  if (!cut) {
    if (frames.length > 0 && !state.callHasBegun) queueMicrotask(() => callBegan(state))
    return undefined
  }
  strike(state, cut.point, cut.detail)
  return Math.min(length, Math.max(0, cut.after))
}

function clientSaw(state: State, fact: Fact): void {
  if (fact.kind === 'call.started') {
    state.callsRunning++
    state.callHasBegun = fact.adopted === true
    if (state.callHasBegun) callBegan(state)
  }
  if (fact.kind === 'call.settled' && --state.callsRunning <= 0) {
    state.callHasBegun = false
    for (const point of [...state.armed]) disarm(state, point, { code: 'call-was-over' })
  }
  if (fact.kind === 'resume.waiting' && state.armed.has('yank-in-wait') && fact.stream !== STANDALONE) {
    const ms = Math.round(fact.wait)
    strike(state, 'yank-in-wait', { code: 'in-wait', ms, ...(fact.stream !== undefined && { stream: fact.stream }) })
    state.options.pull()
  }
}

function serverSaw(state: State, fact: ServerFact): void {
  // The feed tells in order: what it told before this was written.
  const holds = fact.kind === 'fault.set' && fact.fault === 'yank-stored-unwritten' && fact.state === 'on'
  if (holds && state.holding === 'asked') state.holding = 'yes'
  const isStored = fact.kind === 'event.stored' || fact.kind === 'message.sent'
  if (state.holding !== 'yes' || !isStored || fact.stream === STANDALONE) return
  strike(state, 'yank-stored-unwritten', { code: 'stored-unwritten', id: 'id' in fact ? fact.id : fact.stream })
  state.options.pull()
  release(state)
}

type Look = {
  readonly frames: readonly StreamFrame[]
  /** whole frames that this connection has brought already */
  readonly before: number
  /** bytes of the first frame that have got through already */
  readonly torn: number
  readonly resumes: boolean
  readonly armed: ReadonlySet<CutPoint>
}

/** Where in these bytes an armed cut point is, if one is. */
function cutIn({ frames, before, torn, resumes, armed }: Look): { point: CutPoint; after: number; detail: FaultDetail } | undefined {
  if (armed.has('yank-before-priming') && before === 0 && torn === 0 && !resumes)
    return { point: 'yank-before-priming', after: 0, detail: { code: 'headers-only' } }
  let start = -torn
  for (const [i, frame] of frames.entries()) {
    const end = start + frame.bytes.length
    const id = frame.id === undefined ? {} : { id: frame.id }
    if (armed.has('yank-before-response') && isResponseTo(undefined, frame.data))
      return { point: 'yank-before-response', after: start, detail: { code: 'before-response', ...id } }
    if (armed.has('yank-mid-frame') && frame.data) {
      const after = Math.max(start + 1, end - Math.ceil(frame.bytes.length / 2))
      return {
        point: 'yank-mid-frame',
        after,
        detail: { code: 'mid-frame', after: Math.max(after - start, torn), of: frame.bytes.length, ...id },
      }
    }
    if (armed.has('yank-in-replay') && resumes && frame.data && !isResponseTo(undefined, frame.data))
      return { point: 'yank-in-replay', after: end, detail: { code: 'after-frame', ...id } }
    if (armed.has('yank-after-priming') && before + i === 0 && !resumes)
      return { point: 'yank-after-priming', after: end, detail: { code: 'after-frame', ...id } }
    start = end
  }
  return undefined
}

/** A POSTed tool call, or a GET that resumes one. */
function isOfCall(asked: Passing['asked']): boolean {
  const id = lastEventIdOf(asked)
  return isCallPost(asked) || (id !== undefined && streamOf(id) !== STANDALONE)
}

function isCallPost({ method, body }: RequestInit): boolean {
  return method === 'POST' && typeof body === 'string' && body.includes('"method":"tools/call"')
}

function lastEventIdOf({ headers }: RequestInit): string | undefined {
  return new Headers(headers).get('last-event-id') ?? undefined
}
