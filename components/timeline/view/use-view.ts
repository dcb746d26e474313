'use client'
/**
 * What part of the run is in view: zoomed and moved by wheel, fingers, keys and buttons. It belongs to the screen, not to the run. The
 * playhead stays in view while it is moved.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Milliseconds } from '../../../lib/protocol/observation'
import type { Timeline } from '../../../lib/trace/timeline/timeline-types'
import type { Drawing } from '../layout/layout-px'
import { FIT, mostZoom, panned, type View, zoomed } from '../layout/scale/view-scale'

export type ZoomKey = 'in' | 'out' | 'fit'

export type ViewControl = {
  readonly canZoom: Readonly<Record<ZoomKey, boolean>>
  /** By one step, about the playhead where it is in view. */
  readonly zoom: (key: ZoomKey) => void
  /** `x` is the pixel that stays where it is. */
  readonly zoomBy: (factor: number, x: number) => void
  readonly panBy: (pixels: number) => void
}

const STEP = 1.6
/** The playhead is brought back to here, as a part of the axis, when it has left the view. */
const BACK_AT = 0.6
/** How much one pixel of a turning wheel zooms. */
const WHEEL = 0.003

/** `timeline` is the run; another one is shown whole. */
export function useView({ origin }: Timeline): readonly [view: View, setView: (change: (view: View) => View) => void] {
  const [{ of, view }, set] = useState<{ of: number; view: View }>({ of: origin, view: FIT })
  return [of === origin ? view : FIT, (change) => set((before) => ({ of: origin, view: change(before.of === origin ? before.view : FIT) }))]
}

export function useViewControl(drawing: Drawing, at: Milliseconds, setView: (change: (view: View) => View) => void): ViewControl {
  const { lanes, timeline, crowd, scale } = drawing
  const zoomBy = (factor: number, x: number) => setView((view) => zoomed(lanes, timeline, crowd, view, view.zoom * factor, x))
  const panBy = (pixels: number) => setView((view) => (view.zoom === 1 ? view : panned(lanes, timeline, crowd, view, pixels)))
  useFollow(drawing, at, panBy)
  return {
    canZoom: { in: scale.zoom < mostZoom(timeline) - 0.001, out: scale.zoom > 1, fit: scale.zoom > 1 },
    zoomBy,
    panBy,
    zoom(key) {
      if (key === 'fit') return setView(() => FIT)
      const x = scale.x(Math.min(at, timeline.duration))
      zoomBy(key === 'in' ? STEP : 1 / STEP, x >= lanes.x0 && x <= lanes.x1 ? x : (lanes.x0 + lanes.x1) / 2)
    },
  }
}

/** Moves the view after a playhead that leaves it, or that is moved while it is outside. A run that goes on moves no view that looks elsewhere. */
function useFollow({ scale, lanes, timeline }: Drawing, at: Milliseconds, panBy: (pixels: number) => void): void {
  const before = useRef({ at, inside: true })
  const x = scale.x(Math.min(at, timeline.duration))
  const inside = x >= lanes.x0 - 1 && x <= lanes.x1 + 1
  useLayoutEffect(() => {
    const last = before.current
    before.current = { at, inside }
    if (at === last.at || inside || scale.zoom === 1) return
    if (at >= timeline.duration && !last.inside) return
    before.current = { at, inside: true }
    panBy(x - (lanes.x0 + (lanes.x1 - lanes.x0) * BACK_AT))
  })
}

/** Ctrl or Cmd with the wheel (and two fingers on a touchpad) zooms about the pointer; shift with it, or a sideways turn, moves the view. */
export function useWheel(ref: RefObject<HTMLElement | null>, control: ViewControl): void {
  const latest = useRef(control)
  latest.current = control
  useEffect(() => {
    const element = ref.current
    if (!element) return
    let waiting: { factor: number; pan: number; x: number } | undefined
    let frame = 0
    const flush = () => {
      if (!waiting) return
      const { factor, pan, x } = waiting
      waiting = undefined
      if (factor !== 1) latest.current.zoomBy(factor, x)
      if (pan !== 0) latest.current.panBy(pan)
    }
    const onWheel = (event: WheelEvent) => {
      const turn = turnOf(event)
      if (turn === undefined || (turn.pan !== 0 && !latest.current.canZoom.fit)) return
      event.preventDefault()
      if (!waiting) frame = requestAnimationFrame(flush)
      const { factor, pan } = waiting ?? { factor: 1, pan: 0 }
      const x = event.clientX - element.getBoundingClientRect().left
      waiting = { factor: factor * turn.factor, pan: pan + turn.pan, x }
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      cancelAnimationFrame(frame)
      element.removeEventListener('wheel', onWheel)
    }
  }, [ref])
}

const LINE = 16

/** What a turn of the wheel means here; undefined: the page scrolls. */
export function turnOf({
  ctrlKey,
  metaKey,
  shiftKey,
  deltaX,
  deltaY,
  deltaMode,
}: Pick<WheelEvent, 'ctrlKey' | 'metaKey' | 'shiftKey' | 'deltaX' | 'deltaY' | 'deltaMode'>):
  | { readonly factor: number; readonly pan: number }
  | undefined {
  const unit = deltaMode === 0 ? 1 : LINE
  if (ctrlKey || metaKey) return { factor: Math.exp(-Math.max(-100, Math.min(100, deltaY * unit)) * WHEEL), pan: 0 }
  if (shiftKey && deltaY !== 0) return { factor: 1, pan: deltaY * unit }
  return Math.abs(deltaX) > Math.abs(deltaY) ? { factor: 1, pan: deltaX * unit } : undefined
}
