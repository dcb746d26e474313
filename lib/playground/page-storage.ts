/**
 * The client's side of the trace, kept over a reload. The server's side is not kept: its feed tells it again, from its own memory.
 */

import { KEPT_KEY, OLD_TRACE_KEY, TRACE_KEY } from '../model/storage-keys'
import type { ClientFact, Observation } from '../protocol/observation'
import { homeOf } from '../runtime/home'
import type { Trace } from '../trace/trace'

/** The entries that a tab which goes on with a run needs, and whether they tell of a call that is still running on a real server. */
export const KEPT_ENTRIES = {
  keys: [KEPT_KEY, TRACE_KEY, OLD_TRACE_KEY],
  isRunning(own: Pick<Storage, 'getItem'>): boolean {
    const kept = JSON.parse(own.getItem(KEPT_KEY) ?? 'null') as { running?: unknown; endpoint?: unknown } | null
    return kept?.running !== undefined && typeof kept.endpoint === 'string' && homeOf(kept.endpoint) === 'http'
  },
} as const

/** Saves what the client saw. A storage that is absent, full or forbidden keeps nothing; the run goes on all the same. */
export function keepTrace(storage: Storage | undefined, trace: Trace): void {
  try {
    storage?.setItem(TRACE_KEY, JSON.stringify(trace.observations.filter(({ vantage }) => vantage === 'client')))
  } catch {
    forget(storage)
  }
}

/** Rewrites what an earlier version of the page saved. For a page that is about to take it; without anything old it is done at once. */
export async function upgradeTrace(storage: Storage | undefined): Promise<void> {
  try {
    const text = storage?.getItem(OLD_TRACE_KEY)
    if (!storage || text == null) return
    storage.removeItem(OLD_TRACE_KEY)
    const { upgradedObservations } = await import('../trace/recording/upgrade')
    if (storage.getItem(TRACE_KEY) === null) storage.setItem(TRACE_KEY, upgradedObservations(text))
  } catch {
    // What cannot be read or written is not kept.
  }
}

/** The saved observations, once: taking them removes them. Undefined when there are none, or when they cannot be read. */
export function takeTrace(storage: Storage | undefined): Trace | undefined {
  try {
    const text = storage?.getItem(TRACE_KEY)
    forget(storage)
    const saved: unknown = text ? JSON.parse(text) : undefined
    return Array.isArray(saved) && saved.every(isObservation) ? { observations: saved } : undefined
  } catch {
    return undefined
  }
}

function forget(storage: Storage | undefined) {
  try {
    storage?.removeItem(TRACE_KEY)
  } catch {
    // a storage that may not be touched holds nothing of ours
  }
}

function isObservation(value: unknown): value is Observation & ClientFact {
  const it = value as Partial<Observation> | null
  return typeof it === 'object' && it !== null && typeof it.kind === 'string' && typeof it.at === 'number' && it.vantage === 'client'
}
