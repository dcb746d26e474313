'use client'
/**
 * The classroom's state and its two windows: where the class stands, what is revealed, whether it is paused. The projector's window
 * holds it and tells; the notes window hears it and asks. Keys are those of a presenter's remote.
 */
import { useCallback, useEffect, useRef, useState } from 'react'

export type Standing = {
  /** indices */
  readonly lesson: number
  readonly step: number
  readonly revealed: boolean
  readonly paused: boolean
}

export type Command = 'next' | 'previous' | 'pause' | 'reveal'

type Letter =
  | { readonly kind: 'standing'; readonly standing: Standing }
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'hello' }

const CHANNEL = 'pull-the-plug.classroom'
const BEGINNING: Standing = { lesson: 0, step: 0, revealed: false, paused: false }

/** `steps`: how many each lesson has. `hides`: whether the step has something to reveal. */
export function useClassroom(steps: readonly number[], hides: (lesson: number, step: number) => boolean) {
  const [standing, setStanding] = useState(BEGINNING)
  const channel = useRef<BroadcastChannel>(undefined)
  const newest = useRef(standing)
  newest.current = standing

  const command = useCallback((wish: Command) => setStanding((now) => after(now, wish, steps, hides)), [steps, hides])

  useEffect(() => {
    const own = openChannel()
    channel.current = own
    if (own) {
      own.onmessage = ({ data }: MessageEvent<Letter>) => {
        if (data.kind === 'hello') own.postMessage({ kind: 'standing', standing: newest.current } satisfies Letter)
        if (data.kind === 'command') command(data.command)
      }
    }
    return () => own?.close()
  }, [command])

  useEffect(() => {
    channel.current?.postMessage({ kind: 'standing', standing } satisfies Letter)
  }, [standing])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const wish = commandOf(event)
      if (!wish) return
      event.preventDefault()
      command(wish)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [command])

  return { standing, command, goTo: (lesson: number) => setStanding({ ...BEGINNING, lesson }) }
}

/** The notes window: hears where the class stands, and asks for the next step. */
export function useClassroomNotes() {
  const [standing, setStanding] = useState<Standing>()
  const channel = useRef<BroadcastChannel>(undefined)
  const command = useCallback((wish: Command) => channel.current?.postMessage({ kind: 'command', command: wish } satisfies Letter), [])
  useEffect(() => {
    const own = openChannel()
    channel.current = own
    if (own) {
      own.onmessage = ({ data }: MessageEvent<Letter>) => {
        if (data.kind === 'standing') setStanding(data.standing)
      }
      own.postMessage({ kind: 'hello' } satisfies Letter)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const wish = commandOf(event)
      if (wish) command(wish)
    }
    addEventListener('keydown', onKeyDown)
    return () => {
      own?.close()
      removeEventListener('keydown', onKeyDown)
    }
  }, [command])
  return { standing, command }
}

/** What follows. Next reveals first what is hidden; at either end it stays where it is. */
function after(now: Standing, wish: Command, steps: readonly number[], hides: (lesson: number, step: number) => boolean): Standing {
  const { lesson, step } = now
  switch (wish) {
    case 'pause':
      return { ...now, paused: !now.paused }
    case 'reveal':
      return { ...now, revealed: !now.revealed }
    case 'next':
      if (now.paused) return { ...now, paused: false }
      if (hides(lesson, step) && !now.revealed) return { ...now, revealed: true }
      if (step + 1 < (steps[lesson] ?? 0)) return { ...BEGINNING, lesson, step: step + 1 }
      return lesson + 1 < steps.length ? { ...BEGINNING, lesson: lesson + 1 } : now
    case 'previous':
      if (step > 0) return { ...BEGINNING, lesson, step: step - 1 }
      return lesson > 0 ? { ...BEGINNING, lesson: lesson - 1, step: (steps[lesson - 1] ?? 1) - 1 } : now
    default:
      return wish satisfies never
  }
}

/** Page keys always; the others only where nothing else takes them. Enter reveals even from a button, which Space presses. */
function commandOf(event: KeyboardEvent): Command | undefined {
  if (event.metaKey || event.ctrlKey || event.altKey) return undefined
  const on = event.target instanceof Element ? event.target : undefined
  const takesKeys = on?.closest('input, select, textarea, [role=slider], [role=tab]') != null
  switch (event.key) {
    case 'PageDown':
      return 'next'
    case 'PageUp':
      return 'previous'
    case 'ArrowRight':
    case 'ArrowDown':
      return takesKeys ? undefined : 'next'
    case 'ArrowLeft':
    case 'ArrowUp':
      return takesKeys ? undefined : 'previous'
    case 'b':
    case 'B':
    case '.':
      return takesKeys ? undefined : 'pause'
    case 'Enter':
      return takesKeys || on?.closest('a') ? undefined : 'reveal'
    default:
      return undefined
  }
}

/** Two windows of one browser; undefined where there is no such thing. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(CHANNEL)
  } catch {
    return undefined
  }
}
