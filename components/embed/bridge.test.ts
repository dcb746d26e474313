/** The frame's side of the conversation, with a host that is made up: who is listened to, what is said to whom, and what never leaves. */
import { describe, expect, it } from 'vitest'
import { SCENARIOS, type Scenario } from '../../lib/embed/scenarios'
import { createPlayground } from '../../lib/playground'
import { recordedFor } from '../../lib/recordings/scenarios'
import { openBridge } from './bridge'

const FIRST = SCENARIOS[0] as Scenario
const BOOK = 'https://book.example'
type Said = { readonly message: Record<string, unknown>; readonly to: string }

function open({ fixed = true } = {}) {
  const { trace, opensAt } = recordedFor(FIRST.name)
  const playground = createPlayground({
    recording: trace,
    opensAt,
    clock: () => 0,
    frames: { request: () => 0, cancel: () => {} },
    every: () => () => {},
    storage: undefined,
    newCallId: () => 'call',
    loadEngine: () => Promise.reject(new Error('no engine here')),
  })
  const said: Said[] = []
  const host = { postMessage: (message: Record<string, unknown>, to: string) => said.push({ message, to }) }
  const frame = new EventTarget()
  const close = openBridge({
    playground,
    scenario: FIRST,
    content: {} as HTMLElement,
    fixed,
    frame: frame as unknown as Window,
    host: host as unknown as Window,
  })
  const send = (data: unknown, { origin = BOOK, source = host as unknown } = {}) =>
    frame.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }))
  return { playground, said, send, close }
}

const request = (method: string, params: object = {}, id: number | undefined = 1) => ({
  ns: 'pull-the-plug',
  v: 1,
  jsonrpc: '2.0',
  method,
  params,
  ...(id === undefined ? {} : { id }),
})
const settled = () => new Promise((resolve) => setTimeout(resolve))
const answers = (said: readonly Said[]) => said.filter(({ message }) => 'result' in message || 'error' in message)

describe('a frame', () => {
  it('says to everybody only that it is ready, and asks whether there is a state', () => {
    const { said } = open()
    expect(said.map(({ message, to }) => [message.method ?? message.subject, to])).toEqual([
      ['ready', '*'],
      ['SPLICE.getState', '*'],
    ])
    expect(said[0]?.message.params).toEqual({ version: 1, scenario: 'first-cut' })
  })

  it('listens to the window around it, and to no other', async () => {
    const { said, send } = open()
    send(request('getState'), { source: {} })
    await settled()
    expect(answers(said)).toEqual([])
    send(request('getState'))
    await settled()
    expect(answers(said)).toMatchObject([{ message: { id: 1, result: { scenario: 'first-cut', step: 32 } }, to: BOOK }])
  })

  it('stays with the first origin that spoke', async () => {
    const { said, send } = open()
    send(request('hello'))
    send(request('getTrace', {}, 2), { origin: 'https://other.example' })
    await settled()
    expect(answers(said).map(({ message, to }) => [message.id, to])).toEqual([[1, BOOK]])
  })

  it('answers what it cannot do with a reason, and is not moved by it', async () => {
    const { said, send, playground } = open()
    const before = playground.getState().playhead
    send(request('pull', {}, 1))
    send(request('seek', { step: 'all' }, 2))
    send(request('format', {}, 3))
    send({ ...request('push', {}, 4), v: 9 })
    await settled()
    const errors = answers(said).map(({ message }) => (message.error as { message: string }).message)
    expect(errors).toHaveLength(4)
    for (const error of errors) expect(error).toMatch(/\.$/)
    expect(playground.getState().playhead).toBe(before)
  })

  it('hands out a trace in which no session id is whole', async () => {
    const { said, send } = open()
    send(request('getTrace'))
    await settled()
    const text = JSON.stringify(answers(said)[0]?.message.result)
    for (const [, id] of text.matchAll(/"session":"([^"]+)"/g)) expect(id).toMatch(/^.{4}[0-]+.{4}$/)
  })

  it('greets the H5P resizer only when its height may change, and talks to it without a height to say', () => {
    const { send, said } = open()
    send({ context: 'h5p', action: 'hello' })
    send({ context: 'h5p', action: 'resizePrepared' })
    expect(said.filter(({ message }) => message.context === 'h5p')).toEqual([])
  })

  it('says nothing more once it is closed', async () => {
    const { said, send, close } = open()
    close()
    const before = said.length
    send(request('getState'))
    await settled()
    expect(said.length).toBe(before)
  })
})

describe('a host that keeps state', () => {
  const answer = (said: readonly Said[], state: unknown) => ({
    subject: 'SPLICE.getState.response',
    message_id: said.find(({ message }) => message.subject === 'SPLICE.getState')?.message.message_id,
    state,
  })

  it('gets a run back on stage, as a recorded one, with its goals', async () => {
    const { said, send, playground } = open()
    const { trace } = recordedFor('double-cut')
    const run = JSON.stringify({ version: 1, takenOn: '', note: '', observations: trace.observations })
    send(answer(said, { v: 1, scenario: 'first-cut', goals: ['cut'], step: 5, run }))
    expect(playground.getState().trace.observations.length).toBe(trace.observations.length)
    expect(playground.getState().phase).toBe('recorded')
    send(request('getState'))
    await settled()
    expect(answers(said)[0]?.message.result).toMatchObject({ goals: { cut: true, resumed: false }, score: 0.5, step: 5 })
  })

  it.each([[null], ['nonsense'], [{ v: 7 }], [{ v: 1, scenario: 'first-cut', run: '{}' }]])('changes nothing with %o', (state) => {
    const { said, send, playground } = open()
    const before = playground.getState().trace
    send(answer(said, state))
    expect(playground.getState().trace).toBe(before)
  })
})
