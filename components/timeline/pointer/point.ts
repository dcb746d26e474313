/** The pointer in pixels of the drawing that hears of it. */
import type { PointerEvent } from 'react'

export function pointOf(event: PointerEvent<HTMLElement>): { x: number; y: number } {
  const box = event.currentTarget.getBoundingClientRect()
  return { x: event.clientX - box.left, y: event.clientY - box.top }
}
