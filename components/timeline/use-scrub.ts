'use client'
/**
 * Pointer handling of the timeline: dragging moves the playhead (once a frame), a click on a mark selects it, moving over one
 * lights it up. A finger that pans a scrolling timeline is left to the browser.
 */
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Milliseconds } from '../../lib/protocol/observation'
import { capturePointer } from '../shared/capture-pointer'
import { type Hit, hitTest } from './hit-test'
import type { Drawing } from './layout/layout-px'

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
    readonly onPointerCancel: () => void
    readonly onPointerLeave: () => void
  }
}

type Press = { readonly x: number; readonly hit?: Hit; readonly pans: boolean; moved: boolean }

export function useScrub(
  drawing: Drawing,
  scrolls: boolean,
  onSeek: (at: Milliseconds | 'now') => void,
  onPick: (hit: Hit) => void,
): Scrub {
  const [hover, setHover] = useState<Hit>()
  const [dragging, setDragging] = useState(false)
  const press = useRef<Press>(undefined)
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

  return {
    hover,
    dragging,
    handlers: {
      onPointerDown(event) {
        if (event.button !== 0) return
        const { x, y } = pointOf(event)
        const onAxis = y < drawing.lanes.axisY + 8
        const pans = scrolls && event.pointerType === 'touch' && !onAxis
        const hit = onAxis ? undefined : hitTest(drawing, x, y, event.pointerType === 'touch' ? 22 : 11)
        press.current = { x, hit, pans, moved: false }
        if (!pans) capturePointer(event.currentTarget, event.pointerId)
        if (!hit && !pans) seekTo(x)
      },
      onPointerMove(event) {
        const { x, y } = pointOf(event)
        const pressed = press.current
        if (!pressed) {
          const hit = event.pointerType === 'touch' ? undefined : hitTest(drawing, x, y)
          setHover((before) => (sameHit(before, hit) ? before : hit))
          return
        }
        if (Math.abs(x - pressed.x) > DRAG_THRESHOLD) pressed.moved = true
        if (!pressed.moved || pressed.pans) return
        setDragging(true)
        setHover(undefined)
        seekTo(x)
      },
      onPointerUp(event) {
        const pressed = press.current
        stop()
        if (!pressed || pressed.moved) return
        if (pressed.hit) onPick(pressed.hit)
        else if (pressed.pans) seekTo(pointOf(event).x)
      },
      onPointerCancel: stop,
      onPointerLeave: () => setHover(undefined),
    },
  }
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
