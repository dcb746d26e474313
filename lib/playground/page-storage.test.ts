import { expect, test } from 'vitest'
import { memoryStorage } from '../../test/fuzz/page-parts'
import type { Observation } from '../protocol/observation'
import { KEPT_ENTRIES, keepTrace, takeTrace, upgradeTrace } from './page-storage'

const pulled: Observation = { kind: 'plug.pulled', seq: 0, at: 10, vantage: 'client' }
const completed: Observation = { kind: 'stream.completed', stream: 'call-2', seq: 1, at: 11, vantage: 'server' }

test('a reload gets back what the client saw, once; the server tells its own side again', () => {
  const storage = memoryStorage()
  keepTrace(storage, { observations: [pulled, completed] })
  expect(takeTrace(storage)).toEqual({ observations: [pulled] })
  expect(takeTrace(storage)).toBeUndefined()
})

test('what a page of an earlier version kept is taken too, its reasons as data', async () => {
  const storage = memoryStorage()
  const failed = { kind: 'connection.failed', connection: 'c1', reason: 'Failed to fetch', seq: 1, at: 11, vantage: 'client' }
  storage.setItem('pull-the-plug/trace/1', JSON.stringify([pulled, failed]))
  expect(KEPT_ENTRIES.keys).toContain('pull-the-plug/trace/1')
  await upgradeTrace(storage)
  expect(takeTrace(storage)).toEqual({ observations: [pulled, { ...failed, reason: { code: 'failed-to-fetch' } }] })
  expect(storage.length).toBe(0)
  storage.setItem('pull-the-plug/trace/1', '{')
  await upgradeTrace(storage)
  expect(storage.length).toBe(0)
})

test('a damaged entry is removed and read as nothing', () => {
  const storage = memoryStorage()
  keepTrace(storage, { observations: [pulled] })
  const key = storage.key(0) ?? ''
  for (const damaged of ['{', '"text"', '[1]', '[{"kind":"plug.pulled"}]']) {
    storage.setItem(key, damaged)
    expect(takeTrace(storage)).toBeUndefined()
    expect(storage.length).toBe(0)
  }
})

test('a storage that is full, forbidden or absent disturbs nothing', () => {
  const full: Storage = {
    ...memoryStorage(),
    setItem() {
      throw new DOMException('full', 'QuotaExceededError')
    },
    removeItem() {
      throw new DOMException('no', 'SecurityError')
    },
  }
  expect(() => keepTrace(full, { observations: [pulled] })).not.toThrow()
  expect(() => keepTrace(undefined, { observations: [pulled] })).not.toThrow()
  expect(takeTrace(undefined)).toBeUndefined()
})
