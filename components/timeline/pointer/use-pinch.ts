'use client'
/** Two fingers on the timeline zoom it about their middle, and move it with that. */
import { type PointerEvent, useRef } from 'react'
import type { ViewControl } from '../view/use-view'
import { pointOf } from './point'

type Pinch = { readonly distance: number; readonly middle: number }

export type Fingers = {
  /** A finger came down; true: it is not the only one. */
  readonly down: (event: PointerEvent<HTMLElement>) => boolean
  /** True while two fingers are down: then the movement is theirs. */
  readonly move: (event: PointerEvent<HTMLElement>) => boolean
  readonly up: (event: PointerEvent<HTMLElement>) => void
}

export function usePinch(view: Pick<ViewControl, 'zoomBy' | 'panBy'>): Fingers {
  const fingers = useRef(new Map<number, number>())
  const pinch = useRef<Pinch>(undefined)
  return {
    down(event) {
      if (event.pointerType === 'touch') fingers.current.set(event.pointerId, pointOf(event).x)
      return fingers.current.size > 1
    },
    move(event) {
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
    },
    up(event) {
      fingers.current.delete(event.pointerId)
      pinch.current = undefined
    },
  }
}

function pinchOf([a, b]: readonly number[]): Pinch | undefined {
  return a === undefined || b === undefined ? undefined : { distance: Math.max(Math.abs(a - b), 12), middle: (a + b) / 2 }
}
