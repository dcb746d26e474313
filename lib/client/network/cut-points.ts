/**
 * Pulls the plug at a named moment of a tool call, read off the real bytes and facts: each moment is armed, and strikes once.
 *
 * MO1 `yank-before-priming`  after the headers of the answer to a call, before any byte of its events
 * MO2 `yank-after-priming`   after the first frame of the answer
 * MO3 `yank-mid-frame`       in the middle of a frame that carries a message
 * MO4 `yank-before-response` after the last frame before the response
 * MO5 `yank-in-replay`       on a connection that resumes the call, after the first message it brings
 * MO6 `yank-in-wait`         one connection drops; while the client waits to ask again, the network goes
 * MO7 `yank-stored-unwritten` the server stores an event and holds it back (`hold`); then the network goes, then the hold ends
 * MO8 A moment that its call never reached is over with the call.
 */

import { STANDALONE, streamOf } from '../../protocol/event-id'
import { isResponseTo } from '../../protocol/json-rpc'
import type { Fact, Observe, ServerFact } from '../../protocol/observation'
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

type CutPoints = {
  arm(moment: CutPoint): void
  disarm(moment: CutPoint): void
  readonly cutHook: CutHook
  /** Everything the client observes. */
  clientSaw(fact: Fact): void
  /** Everything the server's feed tells. */
  serverSaw(fact: ServerFact): void
}

export function createCutPoints({ observe, pull, drop, hold }: CutPointsOptions): CutPoints {
  const armed = new Set<CutPoint>()
  const splitters = new Map<number, FrameSplitter>()
  const framesOf = new Map<number, number>()
  let callsRunning = 0
  let holding: 'no' | 'asked' | 'yes' = 'no'
  let callHasBegun = false

  const set = (fault: CutPoint, state: 'armed' | 'struck' | 'off', detail?: FaultDetail) =>
    observe({ kind: 'fault.set', fault, state, ...(detail !== undefined && { detail }) })

  function disarm(moment: CutPoint, detail?: FaultDetail): void {
    if (!armed.delete(moment)) return
    if (moment === 'yank-stored-unwritten') release()
    set(moment, 'off', detail)
  }

  /** The fact first: what the pull brings about comes after it. */
  function strike(moment: CutPoint, detail: FaultDetail): void {
    armed.delete(moment)
    set(moment, 'struck', detail)
  }

  function release(): void {
    if (holding === 'no') return
    holding = 'no'
    hold(false).catch(() => {})
  }

  function beginHold(): void {
    if (!armed.has('yank-stored-unwritten') || holding !== 'no' || !callHasBegun) return
    holding = 'asked'
    hold(true).catch((error: unknown) => {
      holding = 'no'
      disarm('yank-stored-unwritten', { code: 'would-not-hold', cause: reasonOf(error) })
    })
  }

  /** What the client waits for needs a connection that ends while the network is there. */
  function dropOne(): void {
    if (armed.has('yank-in-wait') && callHasBegun) drop(isOfCall)
  }

  const cutHook: CutHook = (connection, length, { chunk, asked }) => {
    if (!isOfCall(asked)) return undefined
    const splitter = splitters.get(connection) ?? createFrameSplitter()
    splitters.set(connection, splitter)
    const torn = splitter.rest().length
    const before = framesOf.get(connection) ?? 0
    const frames = splitter.push(chunk)
    framesOf.set(connection, before + frames.length)
    const cut = cutIn({ frames, before, torn, resumes: lastEventIdOf(asked) !== undefined, armed })
    if (!cut) {
      if (frames.length > 0 && !callHasBegun) queueMicrotask(begun)
      return undefined
    }
    strike(cut.moment, cut.detail)
    return Math.min(length, Math.max(0, cut.after))
  }

  function begun(): void {
    callHasBegun = true
    beginHold()
    dropOne()
  }

  return {
    arm(moment) {
      if (armed.has(moment)) return
      armed.add(moment)
      set(moment, 'armed')
      beginHold()
      if (moment === 'yank-in-wait') dropOne()
    },
    disarm: (moment) => disarm(moment),
    cutHook,
    clientSaw(fact) {
      if (fact.kind === 'call.started') {
        callsRunning++
        callHasBegun = fact.adopted === true
        if (callHasBegun) begun()
      }
      if (fact.kind === 'call.settled' && --callsRunning <= 0) {
        callHasBegun = false
        for (const moment of [...armed]) disarm(moment, { code: 'call-was-over' })
      }
      if (fact.kind === 'resume.waiting' && armed.has('yank-in-wait') && fact.stream !== STANDALONE) {
        strike('yank-in-wait', { code: 'in-wait', ms: Math.round(fact.wait), ...(fact.stream !== undefined && { stream: fact.stream }) })
        pull()
      }
    },
    serverSaw(fact) {
      // The feed tells in order: what it told before this was written.
      if (fact.kind === 'fault.set' && fact.fault === 'yank-stored-unwritten' && fact.state === 'on' && holding === 'asked') holding = 'yes'
      const isStored = fact.kind === 'event.stored' || fact.kind === 'message.sent'
      if (holding !== 'yes' || !isStored || fact.stream === STANDALONE) return
      strike('yank-stored-unwritten', { code: 'stored-unwritten', id: 'id' in fact ? fact.id : fact.stream })
      pull()
      release()
    },
  }
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

/** Where in these bytes an armed moment is, if it is. */
function cutIn({ frames, before, torn, resumes, armed }: Look): { moment: CutPoint; after: number; detail: FaultDetail } | undefined {
  if (armed.has('yank-before-priming') && before === 0 && torn === 0 && !resumes)
    return { moment: 'yank-before-priming', after: 0, detail: { code: 'headers-only' } }
  let start = -torn
  for (const [i, frame] of frames.entries()) {
    const end = start + frame.bytes.length
    const id = frame.id === undefined ? {} : { id: frame.id }
    if (armed.has('yank-before-response') && isResponseTo(undefined, frame.data))
      return { moment: 'yank-before-response', after: start, detail: { code: 'before-response', ...id } }
    if (armed.has('yank-mid-frame') && frame.data) {
      const after = Math.max(start + 1, end - Math.ceil(frame.bytes.length / 2))
      return {
        moment: 'yank-mid-frame',
        after,
        detail: { code: 'mid-frame', after: Math.max(after - start, torn), of: frame.bytes.length, ...id },
      }
    }
    if (armed.has('yank-in-replay') && resumes && frame.data && !isResponseTo(undefined, frame.data))
      return { moment: 'yank-in-replay', after: end, detail: { code: 'after-frame', ...id } }
    if (armed.has('yank-after-priming') && before + i === 0 && !resumes)
      return { moment: 'yank-after-priming', after: end, detail: { code: 'after-frame', ...id } }
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
