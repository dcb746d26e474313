import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../../test/support/random'
import { h5pHello, h5pResize, readH5p } from './h5p'
import { errorMessage, eventMessage, MESSAGES_VERSION, NAMESPACE, RPC, readRequest, resultMessage } from './own'
import { askState, frameResize, readStateResponse, reportScoreAndState, sendEvent } from './splice'

const asked = (method: unknown, params?: unknown, more: object = {}) => ({
  ns: NAMESPACE,
  v: MESSAGES_VERSION,
  jsonrpc: '2.0',
  id: 7,
  method,
  params,
  ...more,
})

/** What a page full of other people's scripts says to every window. */
const STRANGE: readonly unknown[] = [
  undefined,
  null,
  0,
  Number.NaN,
  '',
  '{"ns":"pull-the-plug"}',
  'lti.frameResize',
  [],
  [asked('pull')],
  {},
  new Date(0),
  new Map([['ns', NAMESPACE]]),
  { ns: NAMESPACE },
  { ns: NAMESPACE, method: 'pull' },
  { ns: 'another', v: 1, jsonrpc: '2.0', id: 1, method: 'pull' },
  { subject: 'SPLICE.getState.response' },
  { subject: 'SPLICE.getState.response', message_id: null, state: 1 },
  { context: 'h5p' },
  { context: 'h5p', action: 'constructor' },
  { context: 'h5p', action: { toString: () => 'ready' } },
  { subject: { length: 1e9 } },
  Object.create({ ns: NAMESPACE, v: 1, jsonrpc: '2.0', id: 1, method: 'pull' }),
]

describe('messages of our own', () => {
  it.each(['start', 'play', 'pause', 'pull', 'push', 'getState', 'getTrace', 'hello'])('understand %s', (method) => {
    expect(readRequest(asked(method))).toEqual({ id: 7, request: { method } })
  })

  it('understand seek by step and by name, and a theme', () => {
    expect(readRequest(asked('seek', { step: 12 }))).toEqual({ id: 7, request: { method: 'seek', to: { step: 12 } } })
    expect(readRequest(asked('seek', { to: 'last' }))).toEqual({ id: 7, request: { method: 'seek', to: 'last' } })
    expect(readRequest(asked('setTheme', { theme: 'dark' }))).toEqual({ id: 7, request: { method: 'setTheme', theme: 'dark' } })
  })

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '3', null, { valueOf: () => 3 }, [3]])(
    'refuse a step of %s with a reason',
    (step) => {
      const read = readRequest(asked('seek', { step }))
      expect(read).toMatchObject({ id: 7, refused: { code: RPC.badParams, message: expect.stringContaining('whole number') } })
    },
  )

  it('answer an unknown method with an error that names it, and ignore it when no answer is wanted', () => {
    expect(readRequest(asked('explode'))).toMatchObject({
      refused: { code: RPC.unknownMethod, message: expect.stringContaining('"explode"') },
    })
    expect(readRequest(asked('explode', {}, { id: undefined }))).toBeUndefined()
  })

  it('say which version they speak when asked in another', () => {
    expect(readRequest(asked('pull', {}, { v: 2 }))).toMatchObject({
      refused: { code: RPC.version, message: 'This frame speaks version 1 of the messages, not 2.' },
    })
  })

  it('do not take what a prototype says for something that was sent', () => {
    expect(readRequest(asked('seek', Object.create({ step: 3 })))).toMatchObject({ refused: { code: RPC.badParams } })
    expect(readRequest(asked('__proto__'))).toMatchObject({ refused: { code: RPC.unknownMethod } })
  })

  it('take an id only when it can be given back', () => {
    expect(readRequest(asked('pull', {}, { id: {} }))).toEqual({ id: undefined, request: { method: 'pull' } })
    expect(readRequest(asked('pull', {}, { id: 'x'.repeat(101) }))).toEqual({ id: undefined, request: { method: 'pull' } })
  })

  it('are plain objects in an envelope', () => {
    const envelope = { ns: NAMESPACE, v: MESSAGES_VERSION, jsonrpc: '2.0' }
    expect(resultMessage(1, { step: 2 })).toEqual({ ...envelope, id: 1, result: { step: 2 } })
    expect(errorMessage('a', { code: 1, message: 'no' })).toEqual({ ...envelope, id: 'a', error: { code: 1, message: 'no' } })
    expect(eventMessage('size', { height: 520 })).toEqual({ ...envelope, method: 'size', params: { height: 520 } })
  })
})

describe('every reader', () => {
  it.each(STRANGE.map((strange, i) => [i, strange] as const))('has nothing to do with strange message %i', (_, strange) => {
    expect(readRequest(strange)).toBeUndefined()
    expect(readH5p(strange)).toBeUndefined()
    expect(readStateResponse(strange, 'asked')).toBeUndefined()
  })

  it('never throws, whatever is sent', () => {
    const anything = fc.anything({ withNullPrototype: true, withDate: true, withMap: true, withSparseArray: true })
    const disguised = fc.record({
      ns: fc.constant(NAMESPACE),
      v: fc.anything(),
      jsonrpc: fc.constant('2.0'),
      id: fc.anything(),
      method: fc.anything(),
      params: fc.anything(),
    })
    fc.assert(
      fc.property(fc.oneof(anything, disguised), (data) => {
        readRequest(data)
        readH5p(data)
        readStateResponse(data, 'asked')
      }),
      { numRuns: runs(500) },
    )
  })
})

describe('SPLICE', () => {
  it('has the names and fields of the protocol', () => {
    expect(frameResize('m', 520, 760)).toEqual({ subject: 'lti.frameResize', message_id: 'm', height: 520, width: 760 })
    expect(askState('m')).toEqual({ subject: 'SPLICE.getState', message_id: 'm' })
    expect(reportScoreAndState('m', 0.5, { v: 1 })).toEqual({
      subject: 'SPLICE.reportScoreAndState',
      message_id: 'm',
      score: 0.5,
      state: { v: 1 },
    })
    expect(sendEvent('m', 'goal', { goal: 'cut' })).toEqual({
      subject: 'SPLICE.sendEvent',
      message_id: 'm',
      name: 'goal',
      data: { goal: 'cut' },
    })
  })

  it('keeps a score between 0 and 1', () => {
    expect(reportScoreAndState('m', 7, null).score).toBe(1)
    expect(reportScoreAndState('m', -1, null).score).toBe(0)
  })

  it('reads the answer to its own question only: a state, none, or an error', () => {
    const answer = { subject: 'SPLICE.getState.response', message_id: 'asked' }
    expect(readStateResponse({ ...answer, state: { v: 1 } }, 'asked')).toEqual({ state: { v: 1 } })
    expect(readStateResponse(answer, 'asked')).toEqual({ state: null })
    expect(readStateResponse({ ...answer, error: { message: 'expired' } }, 'asked')).toEqual({ error: 'expired' })
    expect(readStateResponse({ ...answer, state: 1 }, 'another question')).toBeUndefined()
  })
})

describe('the H5P resizer', () => {
  it('is greeted, and told each height under both of its names', () => {
    expect(h5pHello()).toEqual({ context: 'h5p', action: 'hello' })
    expect(h5pResize(520)).toEqual({ context: 'h5p', action: 'resize', scrollHeight: 520, height: 520 })
  })

  it.each(['ready', 'hello', 'resize', 'resizePrepared'])('says %s', (action) => {
    expect(readH5p({ context: 'h5p', action })).toBe(action)
  })
})
