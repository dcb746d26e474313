'use client'
/**
 * Pointer handling of the timeline: dragging moves the playhead (once a frame), a click on a mark selects it, moving over one lights it up.
 * A finger moves the view of a zoomed timeline; two fingers zoom.
 */
import { type PointerEvent, useRef, useState } from 'react'
import type { Milliseconds } from '../../../lib/protocol/observation'
import { capturePointer } from '../../shared/capture-pointer'
import type { Drawing } from '../layout/layout-px'
import type { ViewControl } from '../view/use-view'
import { type Hit, hitTest } from './hit-test'
import { pointOf } from './point'
import { usePinch } from './use-pinch'
import { useSeek } from './use-seek'

const DRAG_THRESHOLD = 4

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

/** `late`: the playhead moves when the finger is lifted or has moved; a second one may follow. */
type Press = { readonly x: number; readonly hit?: Hit; readonly pans: boolean; readonly late: boolean; moved: boolean; last: number }

export function useScrub(
  drawing: Drawing,
  view: Pick<ViewControl, 'zoomBy' | 'panBy'>,
  onSeek: (at: Milliseconds | 'now') => void,
  onPick: (hit: Hit) => void,
): Scrub {
  const [hover, setHover] = useState<Hit>()
  const [dragging, setDragging] = useState(false)
  const press = useRef<Press>(undefined)
  const fingers = usePinch(view)
  const seekTo = useSeek(drawing, onSeek)

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
        const pans = drawing.scale.zoom > 1 && event.pointerType === 'touch' && !onAxis
        const hit = onAxis ? undefined : hitTest(drawing, x, y, event.pointerType === 'touch' ? 22 : 11)
        capturePointer(event.currentTarget, event.pointerId)
        if (fingers.down(event)) return stop()
        const late = event.pointerType === 'touch'
        press.current = { x, hit, pans, late, moved: false, last: x }
        if (!hit && !late) seekTo(x)
      },
      onPointerMove(event) {
        if (fingers.move(event)) return
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
        fingers.up(event)
        const pressed = press.current
        stop()
        if (!pressed || pressed.moved) return
        if (pressed.hit) onPick(pressed.hit)
        else if (pressed.late) seekTo(pointOf(event).x)
      },
      onPointerCancel(event) {
        fingers.up(event)
        stop()
      },
      onPointerLeave: () => setHover(undefined),
    },
  }
}

function sameHit(a: Hit | undefined, b: Hit | undefined): boolean {
  if (a?.kind === 'connection' && b?.kind === 'connection') return a.span.connection === b.span.connection
  return a?.kind === b?.kind && a?.x === b?.x && a?.y === b?.y
}
