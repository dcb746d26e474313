import { expect, test } from 'vitest'
import { memoryStorage } from '../../test/fuzz/page-parts'
import type { Observation } from '../protocol/observation'
import { keepTrace, takeTrace } from './page-storage'

const pulled: Observation = { kind: 'plug.pulled', seq: 0, at: 10, vantage: 'client' }
const completed: Observation = { kind: 'stream.completed', stream: 'call-2', seq: 1, at: 11, vantage: 'server' }

test('a reload gets back what the client saw, once; the server tells its own side again', () => {
  const storage = memoryStorage()
  keepTrace(storage, { observations: [pulled, completed] })
  expect(takeTrace(storage)).toEqual({ observations: [pulled] })
  expect(takeTrace(storage)).toBeUndefined()
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
