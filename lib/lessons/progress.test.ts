/** Progress survives what storage does to it, and addresses lead where they say. */
import { describe, expect, test } from 'vitest'
import { inLanguage, stepHref, stepOfPath } from './addresses'
import { NO_PROGRESS, parseProgress, progressOf, reachedIn, serialize, withStep } from './progress'

describe('progress', () => {
  const some = withStep(withStep(NO_PROGRESS, 'a', 'one', { reached: 'done', predicted: 'x' }), 'a', 'two', { reached: 'shown' })

  test('comes back from its own text as it was', () => {
    expect(parseProgress(serialize(some))).toEqual(some)
    expect(reachedIn(some, 'a', ['one', 'two', 'three'])).toBe(2)
  })

  test('what was solved stays solved when it is shown later, and what was shown can still be solved', () => {
    expect(progressOf(withStep(some, 'a', 'one', { reached: 'shown' }), 'a', 'one').reached).toBe('done')
    expect(progressOf(withStep(some, 'a', 'two', { reached: 'done' }), 'a', 'two').reached).toBe('done')
  })

  test('nothing new is the same object', () => {
    expect(withStep(some, 'a', 'one', { reached: 'done' })).toBe(some)
  })

  test.each([undefined, null, '', 'no json', '[]', '{"version":2,"steps":{}}', '{"version":1}'])('%j is no progress', (json) => {
    expect(parseProgress(json)).toBeUndefined()
  })

  test('damaged entries are left out, unknown lessons are carried along', () => {
    const json = '{"version":1,"steps":{"later":{"new":{"reached":"done"}},"a":{"one":{"reached":"maybe","predicted":3},"two":null},"b":7}}'
    expect(parseProgress(json)?.steps).toEqual({ later: { new: { reached: 'done' } }, a: { one: {} } })
  })
})

describe('addresses', () => {
  test('the first step is the lesson itself, every language has its own', () => {
    expect(stepHref('en', 'two-headers')).toBe('/lessons/two-headers')
    expect(stepHref('de', 'two-headers', 2)).toBe('/de/lessons/two-headers/2')
  })

  test('a path names its step, held within the lesson', () => {
    expect(stepOfPath('/de/lessons/two-headers/2', 'two-headers', 3)).toBe(2)
    expect(stepOfPath('/lessons/two-headers', 'two-headers', 3)).toBe(1)
    expect(stepOfPath('/lessons/two-headers/9', 'two-headers', 3)).toBe(3)
    expect(stepOfPath('/lessons/two-headers/x', 'two-headers', 3)).toBe(1)
  })

  test('a page is found in the other language and back', () => {
    expect(inLanguage('/lessons/a/2', 'de')).toBe('/de/lessons/a/2')
    expect(inLanguage('/de/lessons/a/2', 'en')).toBe('/lessons/a/2')
    expect(inLanguage('/de/lessons', 'de')).toBe('/de/lessons')
  })
})
