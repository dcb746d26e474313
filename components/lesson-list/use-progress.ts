'use client'
/** Progress in this browser: local storage where there is one, memory where there is none. Several tabs see each other's. */
import { useCallback, useSyncExternalStore } from 'react'
import { NO_PROGRESS, type Progress, parseProgress, type StepProgress, serialize, withStep } from '../../lib/lessons/progress'
import { PROGRESS_KEY } from '../../lib/model/storage-keys'

let current: Progress | undefined
let kept = true
const listeners = new Set<() => void>()

function read(): Progress {
  if (current) return current
  try {
    current = parseProgress(localStorage.getItem(PROGRESS_KEY)) ?? NO_PROGRESS
  } catch {
    kept = false
    current = NO_PROGRESS
  }
  return current
}

function write(progress: Progress): void {
  if (progress === current) return
  current = progress
  try {
    localStorage.setItem(PROGRESS_KEY, serialize(progress))
  } catch {
    kept = false
  }
  for (const listener of listeners) listener()
}

function watch(listener: () => void): () => void {
  const elsewhere = (event: StorageEvent) => {
    if (event.key !== PROGRESS_KEY && event.key !== null) return
    current = parseProgress(event.newValue) ?? NO_PROGRESS
    listener()
  }
  listeners.add(listener)
  addEventListener('storage', elsewhere)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', elsewhere)
  }
}

type ProgressVerbs = {
  readonly progress: Progress
  /** false: this browser keeps nothing beyond this visit */
  readonly kept: boolean
  mark(lesson: string, step: string, added: StepProgress): void
  replace(progress: Progress): void
  clear(): void
}

export function useProgress(): ProgressVerbs {
  const progress = useSyncExternalStore(watch, read, () => NO_PROGRESS)
  const mark = useCallback((lesson: string, step: string, added: StepProgress) => write(withStep(read(), lesson, step, added)), [])
  const clear = useCallback(() => write({ ...NO_PROGRESS }), [])
  return { progress, kept, mark, replace: write, clear }
}
