/** A body that nobody reads costs what the bound says and no more, on every kind of server. */
import { expect, it } from 'vitest'
import { testServerWith } from '../../../../test/support/server/test-server'
import { turn, until } from '../../../../test/support/server/time'
import { createMemoryLog } from '../../../event-store/memory-log'
import type { RegisterTools } from '../../tools'

const setup = testServerWith(createMemoryLog)
const MAX_BYTES = 64 * 1024
const STEPS = 200

/** A tool that writes ten times the bound, as fast as it can. */
function flood(): { readonly register: RegisterTools; readonly done: () => number } {
  let done = 0
  const register: RegisterTools = (mcp) => {
    mcp.registerTool('flood', { description: 'Writes.' }, async (extra) => {
      for (let i = 0; i < STEPS; i++) {
        await extra.sendNotification({ method: 'notifications/message', params: { level: 'info', data: 'x'.repeat(MAX_BYTES / 20) } })
        if (i % 10 === 0) await turn()
      }
      done += 1
      return { content: [] }
    })
  }
  return { register, done: () => done }
}

const callOf = (id: number) => ({ jsonrpc: '2.0', id, method: 'tools/call', params: { name: 'flood', arguments: {} } })

it.each(['?resumability=off', '?server=sdk', '?server=sdk-example'])(
  'is broken off at the bound where the SDK writes it (%s)',
  async (query) => {
    const { register, done } = flood()
    const { open, facts, errors } = setup({ register, limits: { maxBytes: MAX_BYTES } })
    const session = await open(query)
    const response = await session.post(callOf(1))
    await until(() => done() > 0, 'the tool to end')
    await until(() => facts.some((fact) => fact.kind === 'stream.detached' && fact.stream === 'call-2'), 'the connection to break off')
    expect(facts).toContainEqual({ kind: 'stream.detached', stream: 'call-2', how: 'gone' })
    await expect(response.text()).rejects.toThrow('the reader does not read')
    expect((await session.post({ jsonrpc: '2.0', id: 2, method: 'ping' })).status).toBe(200)
    expect(errors).toEqual([])
  },
)

it('with the event log it costs nothing beside the log, and goes on with what is still stored', async () => {
  const { register, done } = flood()
  const { open, facts } = setup({ register, limits: { maxBytes: MAX_BYTES } })
  const session = await open()
  const response = await session.post(callOf(1))
  await until(() => done() > 0, 'the tool to end')
  expect(facts.some((fact) => fact.kind === 'stream.detached' && fact.stream === 'call-2')).toBe(false)
  // Its place was evicted, so the body ends, and a resume is told so.
  expect((await response.text()).length).toBeLessThan(2 * MAX_BYTES)
  expect((await session.get('call-2/0')).status).toBe(400)
})

it('a reader that reads gets every byte, however much that is', async () => {
  const { register } = flood()
  const session = await setup({ register, limits: { maxBytes: MAX_BYTES } }).open('?resumability=off')
  const text = await (await session.post(callOf(1))).text()
  expect(text.match(/"level":"info"/g)).toHaveLength(STEPS)
})
