'use client'
/**
 * The only seam between React and the playground. Components read slices of its state here and call its verbs; one playground
 * a provider, so several on one page do not disturb each other.
 */
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { Home, RunOptions } from '../lib/model/run-options'
import type { Engine } from '../lib/playground/live-run/open-run'
import { createPlayground, type PlaygroundOptions } from '../lib/playground/playground'
import type { SharedStorage } from '../lib/playground/tabs'
import type { Page, Playground, PlaygroundState, PlaygroundVerbs } from '../lib/playground/types'
import type { EpochMs } from '../lib/protocol/observation'
import { BUILT_HOMES, hasServer, homesHere } from '../lib/runtime/home'
import { snapshotAt } from '../lib/trace/snapshot'
import type { Snapshot } from '../lib/trace/snapshot-types'
import { momentOf } from '../lib/trace/timeline/playhead'
import { layoutTimeline } from '../lib/trace/timeline/timeline'
import type { Timeline } from '../lib/trace/timeline/timeline-types'
import type { Trace } from '../lib/trace/trace'
import { messageText } from '../lib/words/t'
import { useT } from './i18n/language'

type Derived = {
  readonly playground: Playground
  readonly snapshotAt: (trace: Trace, at: EpochMs) => Snapshot
  readonly timelineOf: (trace: Trace, now: EpochMs) => Timeline
}

declare global {
  interface Window {
    /** The playground of this page, for the console, the recorder script and the bench. */
    pullThePlug?: Playground
  }
}

const Context = createContext<Derived | undefined>(undefined)

type PlaygroundProviderProps = {
  readonly recording: Trace
  readonly opensAt: EpochMs
  /** One of perhaps several on somebody else's page: nothing is kept, nothing is on window, the server is in the page. */
  readonly embedded?: Partial<RunOptions>
  /** how the first run is set, where not as usual */
  readonly begins?: Partial<RunOptions>
  /** what a reload finds again is kept apart by this name: a lesson's run is not the playground's */
  readonly scope?: string
  readonly children: ReactNode
}

export function PlaygroundProvider({ recording, opensAt, embedded, begins, scope, children }: PlaygroundProviderProps) {
  const [derived] = useState<Derived>(() => ({
    playground: createPlayground(
      browserOptions(recording, opensAt, {
        storage: embedded === undefined ? scoped(sessionStorageOf(), scope) : undefined,
        ...(begins && { begins }),
        ...(embedded === undefined && { page }),
        // A lesson leaves no run to another tab.
        ...(embedded === undefined && scope === undefined && { shared: sharedStorage() }),
      }),
    ),
    snapshotAt: lastOnly(snapshotAt),
    timelineOf: lastOnly(layoutTimeline),
  }))
  useEffect(() => {
    const { playground } = derived
    if (embedded) {
      playground.setOptions({ ...embedded, home: 'in-page' })
      return leaveWithPage(playground)
    }
    window.pullThePlug = playground
    void playground.restore()
    const leave = () => {
      playground.save()
      playground.leave()
    }
    /** A page that comes back from the browser's cache has lost its connections, like one that was loaded anew. */
    const comeBack = (event: PageTransitionEvent) => event.persisted && void playground.restore()
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', comeBack)
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', comeBack)
    }
  }, [derived, embedded])
  return <Context value={derived}>{children}</Context>
}

function leaveWithPage(playground: Playground): () => void {
  const leave = () => playground.leave()
  window.addEventListener('pagehide', leave)
  return () => window.removeEventListener('pagehide', leave)
}

/** The playground itself, for what is not a component: a bridge to another window. */
export function usePlaygroundItself(): Playground {
  return useDerived().playground
}

/** A slice of the state; the component renders again only when the slice changes. */
export function usePlayground<T>(selector: (state: PlaygroundState) => T): T {
  return useStore(useDerived().playground, selector)
}

/** What is said aloud about the newest moment. */
export function useAnnouncement(): string {
  const t = useT()
  return messageText(
    usePlayground((state) => state.announcement),
    t,
  )
}

/** The verbs; the same object for the life of the provider. */
export function useVerbs(): PlaygroundVerbs {
  return useDerived().playground
}

/** The playhead, as a moment. */
export function useMoment(): EpochMs {
  return usePlayground(momentOf)
}

/** What everyone knew at the playhead. */
export function useSnapshot(): Snapshot {
  const derived = useDerived()
  return useStore(derived.playground, (state) => derived.snapshotAt(state.trace, momentOf(state)))
}

/** What everyone knows now, wherever the playhead stands: what acting will meet. */
export function useLatestSnapshot(): Snapshot {
  const { playground } = useDerived()
  return useStore(playground, (state) => snapshotAt(state.trace, state.now))
}

export function useTimeline(): Timeline {
  const derived = useDerived()
  return useStore(derived.playground, (state) => derived.timelineOf(state.trace, newestShown(state)))
}

/** While a replay is shown event by event, the timeline draws what has been shown. */
const newestShown = ({ playhead, now }: PlaygroundState): EpochMs => (playhead.kind === 'following' ? playhead.at : now)

/** The homes the server may have in this document, the one to begin with first. */
export function useHomes(): readonly Home[] {
  return useSyncExternalStore(never, homesHere, () => BUILT_HOMES)
}

const never = () => () => {}

function useDerived(): Derived {
  const derived = useContext(Context)
  if (!derived) throw new Error('No playground here: put the component inside <PlaygroundProvider>.')
  return derived
}

type Surroundings = Pick<PlaygroundOptions, 'storage' | 'page' | 'shared' | 'begins'>

function browserOptions(recording: Trace, opensAt: EpochMs, surroundings: Surroundings): PlaygroundOptions {
  return {
    recording,
    opensAt,
    clock: () => performance.timeOrigin + performance.now(),
    frames: {
      request: (callback) => requestAnimationFrame(callback),
      cancel: (handle) => cancelAnimationFrame(handle),
    },
    isPaced: () => document.visibilityState === 'visible' && !matchMedia('(prefers-reduced-motion: reduce)').matches,
    every(ms, callback) {
      const handle = setInterval(callback, ms)
      return () => clearInterval(handle)
    },
    ...surroundings,
    newCallId,
    loadEngine: engineLoader(surroundings.storage),
  }
}

/** Loads what speaks the protocol, with the server where it is wanted or where there is one. Each home has one runtime a playground. */
function engineLoader(storage: Storage | undefined): (home?: Home) => Promise<Engine> {
  const engines = new Map<Home, Promise<Engine>>()
  return async (chosen) => {
    const home = await homeFor(chosen)
    const engine = engines.get(home) ?? loadEngineAt(home, storage)
    engines.set(home, engine)
    engine.catch(() => engines.delete(home))
    return engine
  }
}

/** The chosen home where it exists; else the first of those here that answers. */
async function homeFor(chosen: Home | undefined): Promise<Home> {
  const homes = homesHere()
  if (chosen && homes.includes(chosen)) return chosen
  if (!homes.includes('http')) return 'in-page'
  // Both at once: the answer is almost always yes.
  void import('../lib/runtime/engine-http').catch(() => {})
  return (await hasServer()) ? 'http' : 'in-page'
}

async function loadEngineAt(home: Home, storage: Storage | undefined): Promise<Engine> {
  switch (home) {
    case 'http': {
      const { createRemoteRuntime, ...client } = await import('../lib/runtime/engine-http')
      return { ...client, runtime: createRemoteRuntime() }
    }
    case 'in-page': {
      const { createInPageRuntime, ...client } = await import('../lib/runtime/engine-in-page')
      const runtime = createInPageRuntime(storage)
      // The server dies with the page: it leaves its sessions for the next life.
      window.addEventListener('pagehide', () => runtime.keep())
      return { ...client, runtime }
    }
  }
}

const page: Page = {
  reload: () => location.reload(),
  // With its opener: the browser copies this tab's sessionStorage to the new one.
  openTab: () => void window.open(location.href, '_blank'),
  closeTab: () => window.close(),
  isFresh() {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return entry === undefined || entry.type === 'navigate'
  },
}

function sharedStorage(): SharedStorage | undefined {
  try {
    const storage: Storage | undefined = globalThis.localStorage
    if (!storage) return undefined
    const onChange: SharedStorage['onChange'] = (listener) => {
      const hear = ({ key, newValue }: StorageEvent) => listener(key, newValue)
      window.addEventListener('storage', hear)
      return () => window.removeEventListener('storage', hear)
    }
    return { storage, onChange }
  } catch {
    return undefined
  }
}

/** Not randomUUID: a page served over plain HTTP, as in a classroom, has none. */
function newCallId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function sessionStorageOf(): Storage | undefined {
  try {
    return globalThis.sessionStorage
  } catch {
    return undefined
  }
}

/** A part of the storage whose keys begin with a name of its own. */
function scoped(storage: Storage | undefined, scope: string | undefined): Storage | undefined {
  if (!storage || scope === undefined) return storage
  const own = (key: string) => `${scope}/${key}`
  return {
    getItem: (key) => storage.getItem(own(key)),
    setItem: (key, value) => storage.setItem(own(key), value),
    removeItem: (key) => storage.removeItem(own(key)),
    key: () => null,
    clear: () => {},
    length: 0,
  }
}

/** Remembers the last answer: everyone on screen asks for the same moment. */
function lastOnly<Of, A>(compute: (trace: Trace, at: A) => Of): (trace: Trace, at: A) => Of {
  let last: { trace: Trace; at: A; answer: Of } | undefined
  return (trace, at) => {
    if (last?.trace !== trace || last.at !== at) last = { trace, at, answer: compute(trace, at) }
    return last.answer
  }
}
