'use client'
/** Moves the playhead to a pixel, at most once a frame. */
import { useEffect, useRef } from 'react'
import type { Milliseconds } from '../../../lib/protocol/observation'
import type { Drawing } from '../layout/layout-px'

/** Closer than this to the newest moment means "now". */
const STICKY = 6

export function useSeek(drawing: Drawing, onSeek: (at: Milliseconds | 'now') => void): (x: number) => void {
  const frame = useRef<{ handle: number; x: number }>(undefined)
  const latest = useRef({ drawing, onSeek })
  latest.current = { drawing, onSeek }

  useEffect(
    () => () => {
      if (frame.current) cancelAnimationFrame(frame.current.handle)
    },
    [],
  )

  return (x) => {
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
}
