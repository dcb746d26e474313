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

it('plus and minus zoom, and nought shows the whole run', () => {
  const keys = ['+', '=', '-', '_', '0'].map((key) => keyAction(key, false))
  expect(keys.map((action) => action?.kind === 'zoom' && action.key)).toEqual(['in', 'in', 'out', 'out', 'fit'])
})
