import { expect, it } from 'vitest'
import { keyAction } from './playhead'

it('arrows step by event, with shift by exchange', () => {
  expect(keyAction('ArrowRight', false)).toEqual({ kind: 'step', by: 1, unit: 'event' })
  expect(keyAction('ArrowLeft', true)).toEqual({ kind: 'step', by: -1, unit: 'exchange' })
})

it('Home and End go to the ends, and other keys are left alone', () => {
  expect(keyAction('Home', false)).toEqual({ kind: 'jump', to: 'first' })
  expect(keyAction('End', false)).toEqual({ kind: 'jump', to: 'last' })
  expect(keyAction('a', false)).toBeUndefined()
})
