import { expect, it } from 'vitest'
import { turnOf } from './use-view'

const WHEEL = { ctrlKey: false, metaKey: false, shiftKey: false, deltaX: 0, deltaY: 0, deltaMode: 0 }

it('a plain turn of the wheel is left to the page', () => {
  expect(turnOf({ ...WHEEL, deltaY: 120 })).toBeUndefined()
})

it('with Ctrl or Cmd it zooms: up is closer, down is farther', () => {
  expect(turnOf({ ...WHEEL, ctrlKey: true, deltaY: -100 })?.factor).toBeGreaterThan(1.2)
  expect(turnOf({ ...WHEEL, metaKey: true, deltaY: 100 })?.factor).toBeLessThan(0.8)
})

it('with shift, or sideways, it moves the view', () => {
  expect(turnOf({ ...WHEEL, shiftKey: true, deltaY: 30 })).toEqual({ factor: 1, pan: 30 })
  expect(turnOf({ ...WHEEL, deltaX: -40, deltaY: 5 })).toEqual({ factor: 1, pan: -40 })
  expect(turnOf({ ...WHEEL, deltaX: 2, deltaY: 5 })).toBeUndefined()
})
