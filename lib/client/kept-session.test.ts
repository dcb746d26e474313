import { describe, expect, test } from 'vitest'
import { notebook } from '../../test/support/client/scripted-server'
import { createKept, keptEndpoint, type RunningCall, type StorageLike } from './kept-session'

const endpoint = new URL('http://page.test/mcp?resumability=off')
const KEY = 'pull-the-plug.kept'

function memory(): StorageLike & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>()
  return {
    entries,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  }
}

const call: RunningCall = { call: 'k', tool: 'countdown', args: { from: 3 }, requestId: 2 }

function opened(storage: StorageLike, observe = (_: unknown) => {}) {
  const kept = createKept({ storage, observe, endpoint })
  kept.sessionOpened('s1')
  kept.versionAgreed('2025-11-25')
  return kept
}

describe('what is kept', () => {
  test('KP1 every change is in the storage before the next statement', () => {
    const storage = memory()
    const kept = opened(storage)
    kept.requestSent(2)
    kept.callStarted(call)
    kept.received({ stream: 'call-2', id: 'call-2/1', requestId: 2, isResponse: false })
    const { headers, running, highestRequestId } = createKept({ storage, observe() {}, endpoint })
    expect(headers).toEqual({ sessionId: 's1', protocolVersion: '2025-11-25', lastEventIds: { 'call-2': 'call-2/1' } })
    expect(running).toEqual({ ...call, stream: 'call-2', lastEventId: 'call-2/1' })
    expect(highestRequestId).toBe(2)
  })

  test('a session that ends late does not take away what the next one keeps', () => {
    const storage = memory()
    const old = opened(storage)
    const next = createKept({ storage, observe() {}, endpoint, restore: false })
    next.sessionOpened('s2')
    next.versionAgreed('2025-11-25')
    old.clear()
    expect(createKept({ storage, observe() {}, endpoint }).headers.sessionId).toBe('s2')
    next.clear()
    expect(storage.entries.size).toBe(0)
  })

  test('KP1 a storage that is absent, full or forbidden is no error', () => {
    const forbidden = () => {
      throw new DOMException('no', 'SecurityError')
    }
    for (const storage of [
      undefined,
      { getItem: forbidden, setItem: forbidden, removeItem: forbidden },
      { ...memory(), setItem: forbidden },
    ]) {
      const kept = createKept({ storage, observe() {}, endpoint })
      kept.sessionOpened('s1')
      expect(kept.headers.sessionId).toBe('s1')
      kept.clear()
      expect(keptEndpoint(storage)).toBeUndefined()
    }
  })

  test('KP2 a damaged or foreign entry is ignored and removed', () => {
    const storage = memory()
    opened(storage).callStarted(call)
    const good = JSON.parse(storage.entries.get(KEY) as string)
    const damaged: unknown[] = [
      '{',
      null,
      [],
      { ...good, version: 2 },
      { ...good, endpoint: 'http://other.test/mcp' },
      { ...good, highestRequestId: -1 },
      { ...good, connections: 'many' },
      { ...good, headers: undefined },
      { ...good, headers: { lastEventIds: {} } },
      { ...good, headers: { ...good.headers, protocolVersion: undefined } },
      { ...good, headers: { ...good.headers, lastEventIds: { get: 4 } } },
      { ...good, headers: { ...good.headers, sessionId: 7 } },
      { ...good, running: 'countdown' },
      { ...good, running: { ...call, requestId: '2' } },
      { ...good, running: { ...call, args: [] } },
    ]
    for (const entry of damaged) {
      storage.setItem(KEY, typeof entry === 'string' ? entry : JSON.stringify(entry))
      expect(createKept({ storage, observe() {}, endpoint }).headers, JSON.stringify(entry)).toEqual({ lastEventIds: {} })
      expect(storage.entries.size, JSON.stringify(entry)).toBe(0)
    }
    storage.setItem(KEY, JSON.stringify(good))
    expect(createKept({ storage, observe() {}, endpoint }).running).toEqual(call)
  })

  test('KP2 the same endpoint with another query is not foreign', () => {
    const storage = memory()
    opened(storage)
    expect(createKept({ storage, observe() {}, endpoint: new URL('http://page.test/mcp') }).headers.sessionId).toBe('s1')
  })

  test('KP3 each stream has its own last event ID', () => {
    const kept = opened(memory())
    for (const [stream, id] of [
      ['get', 'get/0'],
      ['call-2', 'call-2/0'],
      ['get', 'get/1'],
    ] as const)
      kept.received({ stream, id, isResponse: false })
    expect(kept.headers.lastEventIds).toEqual({ get: 'get/1', 'call-2': 'call-2/0' })
  })

  test('KP4 of two running calls the first is kept, and only its own end forgets it', () => {
    const kept = opened(memory())
    kept.callStarted(call)
    kept.callStarted({ ...call, call: 'other', requestId: 3 })
    kept.received({ stream: 'call-3', id: 'call-3/0', requestId: 3, isResponse: false })
    kept.callSettled('other')
    expect(kept.running).toEqual(call)
    kept.callSettled('k')
    expect(kept.running).toBeUndefined()
  })

  test('KP5 the resumption token stays before the response', () => {
    const kept = opened(memory())
    kept.callStarted(call)
    kept.received({ stream: 'call-2', id: 'call-2/4', requestId: 2, isResponse: false })
    kept.received({ stream: 'call-2', id: 'call-2/5', requestId: 2, isResponse: true })
    expect(kept.running?.lastEventId).toBe('call-2/4')
    expect(kept.headers.lastEventIds['call-2']).toBe('call-2/5')
  })

  test('headers are observed when they change, and once when an earlier life left them', () => {
    const storage = memory()
    const { observe, facts } = notebook()
    const kept = createKept({ storage, observe, endpoint })
    kept.sessionOpened('s1')
    kept.sessionOpened('s1')
    kept.versionAgreed('2025-11-25')
    kept.requestSent(3)
    expect(facts).toEqual([
      { kind: 'headers.kept', kept: { lastEventIds: {}, sessionId: 's1' } },
      { kind: 'headers.kept', kept: { lastEventIds: {}, sessionId: 's1', protocolVersion: '2025-11-25' } },
    ])
    createKept({ storage, observe, endpoint })
    expect(facts).toHaveLength(3)
  })

  test('keptEndpoint tells a session that can be gone on with, and restore: false forgets it', () => {
    const storage = memory()
    expect(keptEndpoint(undefined)).toBeUndefined()
    createKept({ storage, observe() {}, endpoint }).sessionOpened('half')
    expect(keptEndpoint(storage)).toBeUndefined()
    opened(storage)
    expect(keptEndpoint(storage)).toBeDefined()
    expect(createKept({ storage, observe() {}, endpoint, restore: false }).headers).toEqual({ lastEventIds: {} })
    expect(keptEndpoint(storage)).toBeUndefined()
  })

  test('connection numbers go on after a reload', () => {
    const storage = memory()
    const kept = opened(storage)
    expect([kept.nextConnection(), kept.nextConnection()]).toEqual([1, 2])
    expect(createKept({ storage, observe() {}, endpoint }).nextConnection()).toBe(3)
  })
})
