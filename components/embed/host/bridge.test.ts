/** The frame's side of the conversation, with a host that is made up: who is listened to, what is said to whom, and what never leaves. */
import { describe, expect, it } from 'vitest'
import { SCENARIOS, type Scenario } from '../../../lib/embed/scenarios/scenarios'
import { firstViewOf } from '../../../lib/embed/view'
import { recordedFor } from '../../../lib/recordings/scenarios'
import { stillPlayground } from '../../../test/fuzz/still-playground'
import { createBridge } from './bridge'
import { liveSideOf } from './live-side'

const FIRST = SCENARIOS[0] as Scenario
const BOOK = 'https://book.example'
type Said = { readonly message: Record<string, unknown>; readonly to: string }

function open({ fixed = true, connected = true, misread = [] as string[] } = {}) {
  const { trace, opensAt } = recordedFor(FIRST.name)
  const playground = stillPlayground(FIRST.name)
  const said: Said[] = []
  const host = { postMessage: (message: Record<string, unknown>, to: string) => said.push({ message, to }) }
  const frame = new EventTarget()
  let needed = connected
  const bridge = createBridge({
    scenario: FIRST.name,
    firstView: firstViewOf(FIRST, trace, opensAt),
    need: () => {
      needed = true
    },
    isNeeded: () => needed,
  })
  const close = bridge.open({
    content: {} as HTMLElement,
    fixed,
    misread,
    frame: frame as unknown as Window,
    host: host as unknown as Window,
  })
  const connect = () => bridge.connect(liveSideOf(playground, FIRST))
  if (connected) connect()
  const send = (data: unknown, { origin = BOOK, source = host as unknown } = {}) =>
    frame.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }))
  return { playground, said, send, close, connect, needed: () => needed }
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

describe('a frame whose stage is not loaded yet', () => {
  it('greets back with the view that its stage will have, and is not woken by it', async () => {
    const { said, send, needed, connect } = open({ connected: false })
    send(request('hello', {}, 0))
    expect(needed()).toBe(false)
    connect()
    send(request('getState'))
    await settled()
    const [first, live] = answers(said).map(({ message }) => message.result)
    expect(first).toEqual(live)
  })

  it('says its events only to a host that has greeted it, and once', () => {
    const { said, send, connect } = open({ connected: false })
    send(request('hello', {}, 0))
    connect()
    expect(said.filter(({ message }) => message.method === 'ready').map(({ to }) => to)).toEqual(['*', BOOK])
    expect(said.filter(({ message }) => message.subject === 'SPLICE.getState')).toHaveLength(1)
  })

  it('tells a host that greets what was not understood of the address, and nobody else', () => {
    const { said, send } = open({ connected: false, misread: ['lang="fr" is not spoken here.'] })
    const errors = () => said.filter(({ message }) => message.method === 'error')
    expect(errors()).toEqual([])
    send(request('hello', {}, 0))
    expect(errors()).toMatchObject([{ message: { params: { message: 'lang="fr" is not spoken here.' } }, to: BOOK }])
  })

  it('is woken by a method, and then does all that was asked in its order', async () => {
    const { said, send, needed, connect, playground } = open({ connected: false })
    send(request('seek', { step: 3 }, 1))
    send(request('hello', {}, 0))
    send(request('seek', { step: 5 }, 2))
    send(request('push', {}, 3))
    expect(needed()).toBe(true)
    await settled()
    expect(answers(said)).toEqual([])
    connect()
    await settled()
    expect(answers(said).map(({ message }) => [message.id, (message.result as { step?: number } | undefined)?.step])).toEqual([
      [1, 3],
      [0, 3],
      [2, 5],
      [3, undefined],
    ])
    expect(playground.getState().phase).toBe('recorded')
  })

  it('is not woken by what it refuses, by a stranger, or by nonsense', () => {
    const { send, needed } = open({ connected: false })
    send(request('format'))
    send(request('getState'), { source: {} })
    send('nonsense')
    send({ context: 'h5p', action: 'hello' })
    expect(needed()).toBe(false)
  })

  it('is woken by a state of an earlier visit, and not by a host that has none', () => {
    const answerTo = ({ said, send }: ReturnType<typeof open>, state: unknown) => {
      const asked = said.find(({ message }) => message.subject === 'SPLICE.getState')?.message.message_id
      send({ subject: 'SPLICE.getState.response', message_id: asked, state })
    }
    const nothing = open({ connected: false })
    answerTo(nothing, null)
    expect(nothing.needed()).toBe(false)
    const something = open({ connected: false })
    answerTo(something, { v: 1, scenario: 'first-cut', goals: ['cut'], step: 5 })
    expect(something.needed()).toBe(true)
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
    const run = JSON.stringify({ version: 3, takenOn: '', note: '', observations: trace.observations })
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
