'use client'
/** Which cases were guessed or given up, by session: for as long as the page lives. A case that is closed shows its findings. */
import { useSyncExternalStore } from 'react'
import type { BugId } from '../../../lib/faults/gallery'

/** What the learner said of a broken server. `told`: asked for the answer without a guess. */
export type CaseAnswer = { readonly guess: BugId } | { readonly told: true }

let book: ReadonlyMap<string, CaseAnswer> = new Map()
const listeners = new Set<() => void>()

export function useCaseAnswer(session: string): CaseAnswer | undefined {
  return useSyncExternalStore(
    subscribe,
    () => book.get(session),
    () => undefined,
  )
}

export function answerCase(session: string, answer: CaseAnswer): void {
  book = new Map(book).set(session, answer)
  for (const tell of listeners) tell()
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
