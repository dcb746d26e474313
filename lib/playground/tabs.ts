/**
 * One run, and the tabs of one browser: which tab has it, and how it passes from a tab that was closed to one that is opened. Knows storages
 * only. sessionStorage dies with its tab, so a tab leaves its run behind in localStorage when it goes, and takes it back when it comes.
 *
 * TB1 A tab that picks a run up says so; the tab that had it hears it and lets go. Asking again for a run is always the learner's act.
 * TB2 Only a tab that has gone leaves a run behind, and only one whose call is still running.
 * TB3 What was left behind is taken once, by a page that was navigated to and has no run of its own; a reloaded page keeps to its own.
 *     So two ordinary tabs never share a run by accident.
 * TB4 What is older than a session lives, damaged, or of a later version is thrown away.
 */
import { LEFT_POINTER_KEY, LEFT_PREFIX, OWNER_PREFIX } from '../model/storage-keys'
import type { EpochMs, Milliseconds, SessionId } from '../protocol/observation'

type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** localStorage, and its `storage` event: hears what other tabs change. */
export type SharedStorage = {
  readonly storage: StorageLike
  readonly onChange: (listener: (key: string | null, value: string | null) => void) => () => void
}

export type Tabs = {
  /** This tab has the session now. `onTaken` is called once, when another tab has it. Returns what stops listening. */
  claim(session: SessionId, onTaken: () => void): () => void
  /** Leaves the run in `own` behind for a tab that comes. */
  leaveBehind(own: StorageLike): void
  /** Before a page goes on with what is in `own`: `mine` goes on, `taken`: another tab has it. */
  comeBack(own: StorageLike): 'mine' | 'taken'
  /** Puts the newest run that was left behind into `own`. */
  takeLeft(own: StorageLike): void
}

type TabsOptions = {
  readonly shared: SharedStorage | undefined
  /** unique to this life of the page */
  readonly token: string
  readonly clock: () => EpochMs
  /** what a tab needs to go on: entries of its sessionStorage */
  readonly keys: readonly string[]
  /** whether an entry, by its key, says that a call is running */
  readonly isRunning: (own: StorageLike) => boolean
}

type Left = { readonly version: 1; readonly at: EpochMs; readonly entries: Readonly<Record<string, string>> }

/** A session without anybody lives a quarter of an hour. */
const LONGEST: Milliseconds = 900_000

export function createTabs({ shared, token, clock, keys, isRunning }: TabsOptions): Tabs {
  const name = LEFT_PREFIX + token

  function takeLeft(own: StorageLike): void {
    if (!shared) return
    const { storage } = shared
    const all = Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter((key) => key?.startsWith(LEFT_PREFIX))
    const found = all.map((key) => ({ key: key as string, left: parse(storage.getItem(key as string)) }))
    const newest = found
      .filter(({ left }) => left !== undefined && clock() - left.at < LONGEST)
      .sort((a, b) => (b.left?.at ?? 0) - (a.left?.at ?? 0))[0]
    for (const { key, left } of found) if (key === newest?.key || !left || clock() - left.at >= LONGEST) storage.removeItem(key)
    for (const [key, value] of Object.entries(newest?.left?.entries ?? {})) if (keys.includes(key)) own.setItem(key, value)
  }

  return {
    claim: (session, onTaken) =>
      safely(() => {
        if (!shared) return () => {}
        shared.storage.setItem(OWNER_PREFIX + session, token)
        const off = shared.onChange((key, value) => {
          if (key !== OWNER_PREFIX + session || value === token || value === null) return
          off()
          onTaken()
        })
        return off
      }) ?? (() => {}),
    leaveBehind(own) {
      safely(() => {
        if (!shared || !isRunning(own)) return
        const entries = Object.fromEntries(keys.flatMap((key) => [[key, own.getItem(key)] as const].filter(([, value]) => value !== null)))
        shared.storage.setItem(name, JSON.stringify({ version: 1, at: clock(), entries }))
        own.setItem(LEFT_POINTER_KEY, name)
      })
    },
    comeBack: (own) =>
      safely(() => {
        const left = own.getItem(LEFT_POINTER_KEY)
        if (!shared || left === null) return 'mine'
        own.removeItem(LEFT_POINTER_KEY)
        const there = shared.storage.getItem(left) !== null
        shared.storage.removeItem(left)
        return there ? 'mine' : 'taken'
      }) ?? 'mine',
    takeLeft: (own) => void safely(() => takeLeft(own)),
  }
}

/** A storage may be full or forbidden: then tabs know nothing of each other. */
function safely<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

function parse(text: string | null): Left | undefined {
  const value = safely(() => JSON.parse(text ?? 'null') as Partial<Left> | null)
  if (value?.version !== 1 || typeof value.at !== 'number' || typeof value.entries !== 'object' || value.entries === null) return undefined
  return Object.values(value.entries).every((entry) => typeof entry === 'string') ? (value as Left) : undefined
}
