/**
 * What a client would still know after a crash: the two headers with the revision, and what a reloaded page needs to pick up a running call.
 * Saved at once on every change, so that no moment is a bad one to be reloaded at. Spec: MCP 2025-11-25, "Session Management", "Resumability".
 *
 * KP1 Every change is in the storage before the function that makes it returns. Storage that is missing, full or forbidden is no error.
 * KP2 An entry that is damaged, of another version, or of another endpoint is ignored and removed.
 * KP3 Each stream has its own last event ID; a newer id replaces the older one of its stream and no other.
 * KP4 Of calls that run at the same time, the one that began first is kept.
 * KP5 The running call's resumption token never moves past its answer: a page reloaded before the answer was used asks for it again.
 */
import { KEPT_KEY } from '../model/storage-keys'
import type { CallId, EventId, KeptHeaders, Observe, SessionId, StreamName } from '../protocol/observation'

/** The part of Web Storage that is needed. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** A call that has no answer yet. `requestId` is the one on the wire; `lastEventId` the resumption token, once there is one. */
export type RunningCall = {
  readonly call: CallId
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  readonly requestId: number
  readonly stream?: StreamName
  readonly lastEventId?: EventId
}

/** One event that got through, as the resuming fetch reports it. `answers` is the id of the request whose response it is. */
export type KeptEvent = {
  readonly stream: StreamName
  readonly id: EventId
  readonly requestId?: string | number
  readonly isResponse: boolean
}

export type Kept = {
  readonly headers: KeptHeaders
  readonly running: RunningCall | undefined
  /** The highest request id this session has used on the wire; 0 before the first. */
  readonly highestRequestId: number
  /** which server was asked for, when it is not ours */
  readonly server: string | undefined
  /** The session's number for the next connection, never given out twice. */
  nextConnection(): number
  sessionOpened(id: SessionId, server?: string): void
  versionAgreed(version: string): void
  requestSent(id: number): void
  received(event: KeptEvent): void
  callStarted(call: RunningCall): void
  callSettled(call: CallId): void
  /** The session is over: nothing is kept, here or in the storage. */
  clear(): void
}

type KeptOptions = {
  readonly storage?: StorageLike | undefined
  readonly observe: Observe
  /** Entries of another endpoint are foreign (KP2). */
  readonly endpoint: URL
  /** false: what the storage holds is removed, not read. */
  readonly restore?: boolean
}

type Entry = {
  readonly version: typeof VERSION
  readonly endpoint: string
  readonly headers: KeptHeaders
  readonly running?: RunningCall
  readonly highestRequestId: number
  readonly connections: number
  readonly server?: string
}

const VERSION = 1

export function createKept({ storage, observe, endpoint, restore = true }: KeptOptions): Kept {
  const blank: Entry = { version: VERSION, endpoint: nameOf(endpoint), headers: { lastEventIds: {} }, highestRequestId: 0, connections: 0 }
  let entry = (restore ? load(storage, blank.endpoint) : remove(storage)) ?? blank
  if (entry !== blank) observe({ kind: 'headers.kept', kept: entry.headers })

  function change(part: Partial<Entry>): void {
    entry = { ...entry, ...part }
    save(storage, entry)
    if (part.headers) observe({ kind: 'headers.kept', kept: part.headers })
  }

  return {
    get headers() {
      return entry.headers
    },
    get running() {
      return entry.running
    },
    get highestRequestId() {
      return entry.highestRequestId
    },
    nextConnection() {
      change({ connections: entry.connections + 1 })
      return entry.connections
    },
    get server() {
      return entry.server
    },
    sessionOpened(sessionId, server) {
      if (entry.headers.sessionId === sessionId) return
      change({ headers: { ...entry.headers, sessionId }, ...(server !== undefined && { server }) })
    },
    versionAgreed(protocolVersion) {
      if (entry.headers.protocolVersion !== protocolVersion) change({ headers: { ...entry.headers, protocolVersion } })
    },
    requestSent(id) {
      if (id > entry.highestRequestId) change({ highestRequestId: id })
    },
    received({ stream, id, requestId, isResponse }) {
      const headers = { ...entry.headers, lastEventIds: { ...entry.headers.lastEventIds, [stream]: id } }
      const isRunning = entry.running !== undefined && entry.running.requestId === requestId && !isResponse
      change({ headers, ...(isRunning && { running: { ...entry.running, stream, lastEventId: id } as RunningCall }) })
    },
    callStarted(running) {
      if (!entry.running) change({ running })
    },
    callSettled(call) {
      if (entry.running?.call === call) change({ running: undefined })
    },
    clear() {
      // While a DELETE was on its way, the next session may have begun to keep its own.
      if (ownerOf(storage) === entry.headers.sessionId) remove(storage)
      entry = blank
    },
  }
}

/** The endpoint of the session that an earlier life of this page left behind, if there is one. Changes nothing. */
export function keptEndpoint(storage: StorageLike | undefined): string | undefined {
  try {
    const entry = parse(storage?.getItem(KEPT_KEY))
    return isOpen(entry) ? entry?.endpoint : undefined
  } catch {
    return undefined
  }
}

/** A session whose version is not agreed was never fully opened: it cannot be gone on with. */
function isOpen(entry: Entry | undefined): boolean {
  return entry?.headers.sessionId !== undefined && entry.headers.protocolVersion !== undefined
}

function nameOf(endpoint: URL): string {
  return endpoint.origin + endpoint.pathname
}

function load(storage: StorageLike | undefined, endpoint: string): Entry | undefined {
  try {
    const text = storage?.getItem(KEPT_KEY)
    if (text == null) return undefined
    const entry = parse(text)
    return entry?.endpoint === endpoint && isOpen(entry) ? entry : remove(storage)
  } catch {
    return undefined
  }
}

function save(storage: StorageLike | undefined, entry: Entry): void {
  try {
    storage?.setItem(KEPT_KEY, JSON.stringify(entry))
  } catch {
    // Full or forbidden: the page works on, it only will not survive a reload.
  }
}

/** The session whose entry is stored. */
function ownerOf(storage: StorageLike | undefined): SessionId | undefined {
  try {
    return parse(storage?.getItem(KEPT_KEY))?.headers.sessionId
  } catch {
    return undefined
  }
}

function remove(storage: StorageLike | undefined): undefined {
  try {
    storage?.removeItem(KEPT_KEY)
  } catch {
    // Forbidden: then there is nothing in it either.
  }
}

function parse(text: string | null | undefined): Entry | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return isEntry(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value) || value.version !== VERSION || typeof value.endpoint !== 'string') return false
  if (!isCount(value.highestRequestId) || !isCount(value.connections)) return false
  const { headers, running } = value
  if (!isOptionalText(value.server)) return false
  if (!isRecord(headers) || !isRecord(headers.lastEventIds)) return false
  if (!Object.values(headers.lastEventIds).every((id) => typeof id === 'string')) return false
  if (!isOptionalText(headers.sessionId) || !isOptionalText(headers.protocolVersion)) return false
  return running === undefined || isRunningCall(running)
}

function isRunningCall(value: unknown): boolean {
  if (!isRecord(value) || typeof value.call !== 'string' || typeof value.tool !== 'string' || !isRecord(value.args)) return false
  return isCount(value.requestId) && isOptionalText(value.stream) && isOptionalText(value.lastEventId)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isOptionalText(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
