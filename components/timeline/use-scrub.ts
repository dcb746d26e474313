'use client'
/**
 * Pointer handling of the timeline: dragging moves the playhead (once a frame), a click on a mark selects it, moving over one lights it up.
 * A finger moves the view of a zoomed timeline; two fingers zoom.
 */
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Milliseconds } from '../../lib/protocol/observation'
import { capturePointer } from '../shared/capture-pointer'
import { type Hit, hitTest } from './hit-test'
import type { Drawing } from './layout/layout-px'
import type { ViewControl } from './view/use-view'

const DRAG_THRESHOLD = 4
/** Closer than this to the newest moment means "now". */
const STICKY = 6

type Scrub = {
  readonly hover?: Hit
  readonly dragging: boolean
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerCancel: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerLeave: () => void
  }
}

type Press = { readonly x: number; readonly hit?: Hit; readonly pans: boolean; moved: boolean; last: number }

/** Two fingers on the drawing: their distance and their middle. */
type Pinch = { readonly distance: number; readonly middle: number }

export function useScrub(
  drawing: Drawing,
  view: Pick<ViewControl, 'zoomBy' | 'panBy'>,
  onSeek: (at: Milliseconds | 'now') => void,
  onPick: (hit: Hit) => void,
): Scrub {
  const [hover, setHover] = useState<Hit>()
  const [dragging, setDragging] = useState(false)
  const press = useRef<Press>(undefined)
  const fingers = useRef(new Map<number, number>())
  const pinch = useRef<Pinch>(undefined)
  const frame = useRef<{ handle: number; x: number }>(undefined)
  const latest = useRef({ drawing, onSeek })
  latest.current = { drawing, onSeek }

  useEffect(
    () => () => {
      if (frame.current) cancelAnimationFrame(frame.current.handle)
    },
    [],
  )

  function seekTo(x: number) {
    if (frame.current) {
      frame.current.x = x
      return
    }
    const handle = requestAnimationFrame(() => {
      const wanted = frame.current?.x ?? x
      frame.current = undefined
      const { scale, timeline, end } = latest.current.drawing
      const at = Math.max(scale.at(wanted), 0)
      latest.current.onSeek(wanted >= end - STICKY || at >= timeline.duration ? 'now' : at)
    })
    frame.current = { handle, x }
  }

  function stop() {
    press.current = undefined
    setDragging(false)
  }

  function lift(event: PointerEvent<HTMLElement>) {
    fingers.current.delete(event.pointerId)
    pinch.current = undefined
  }

  /** True while two fingers are down: they zoom and move the view, and nothing else. */
  function pinches(event: PointerEvent<HTMLElement>): boolean {
    if (!fingers.current.has(event.pointerId)) return false
    fingers.current.set(event.pointerId, pointOf(event).x)
    const now = pinchOf([...fingers.current.values()])
    const before = pinch.current
    pinch.current = now
    if (now && before) {
      view.zoomBy(now.distance / before.distance, now.middle)
      view.panBy(before.middle - now.middle)
    }
    return now !== undefined
  }

  return {
    hover,
    dragging,
    handlers: {
      onPointerDown(event) {
        if (event.button !== 0) return
        const { x, y } = pointOf(event)
        const onAxis = y < drawing.lanes.axisY + 8
        const pans = drawing.scale.zoom > 1 && event.pointerType === 'touch' && !onAxis
        const hit = onAxis ? undefined : hitTest(drawing, x, y, event.pointerType === 'touch' ? 22 : 11)
        capturePointer(event.currentTarget, event.pointerId)
        if (event.pointerType === 'touch') fingers.current.set(event.pointerId, x)
        if (fingers.current.size > 1) return stop()
        press.current = { x, hit, pans, moved: false, last: x }
        if (!hit && !pans) seekTo(x)
      },
      onPointerMove(event) {
        if (pinches(event)) return
        const { x, y } = pointOf(event)
        const pressed = press.current
        if (!pressed) {
          const hit = event.pointerType === 'touch' ? undefined : hitTest(drawing, x, y)
          setHover((before) => (sameHit(before, hit) ? before : hit))
          return
        }
        if (Math.abs(x - pressed.x) > DRAG_THRESHOLD) pressed.moved = true
        if (!pressed.moved) return
        if (pressed.pans) {
          view.panBy(pressed.last - x)
          pressed.last = x
          return
        }
        setDragging(true)
        setHover(undefined)
        seekTo(x)
      },
      onPointerUp(event) {
        lift(event)
        const pressed = press.current
        stop()
        if (!pressed || pressed.moved) return
        if (pressed.hit) onPick(pressed.hit)
        else if (pressed.pans) seekTo(pointOf(event).x)
      },
      onPointerCancel(event) {
        lift(event)
        stop()
      },
      onPointerLeave: () => setHover(undefined),
    },
  }
}

function pinchOf([a, b]: readonly number[]): Pinch | undefined {
  return a === undefined || b === undefined ? undefined : { distance: Math.max(Math.abs(a - b), 12), middle: (a + b) / 2 }
}

/** The pointer in pixels of the drawing. */
function pointOf(event: PointerEvent<HTMLElement>): { x: number; y: number } {
  const box = event.currentTarget.getBoundingClientRect()
  return { x: event.clientX - box.left, y: event.clientY - box.top }
}

function sameHit(a: Hit | undefined, b: Hit | undefined): boolean {
  if (a?.kind === 'connection' && b?.kind === 'connection') return a.span.connection === b.span.connection
  return a?.kind === b?.kind && a?.x === b?.x && a?.y === b?.y
}
