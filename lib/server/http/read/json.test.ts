/** The bounds of a JSON message: each is kept before anything that calls itself reads the message. */

import { describe, expect, it } from 'vitest'
import { initializeMessage, MCP_URL, POST_HEADERS } from '../../../../test/support/server/requests'
import { testServerWith } from '../../../../test/support/server/test-server'
import { createMemoryLog } from '../../../event-store/memory-log'
import { JSON_BOUNDS, type JsonBound } from './json'

const setup = testServerWith(createMemoryLog)

/** `depth` arrays, one in the other, as text: JSON.stringify would overflow its own stack. */
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
const keys = (count: number) => JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 0])))
const items = (count: number) => `[${Array(count).fill('0').join()}]`

/** An initialize whose capabilities hold `json`; what is around it is five levels deep. */
const initializeWith = (json: string) => {
  const { params, ...rest } = initializeMessage()
  return JSON.stringify({ ...rest, params: { ...params, capabilities: { experimental: { x: 'HERE' } } } }).replace(
    '"HERE"',
    () => `[${json}]`,
  )
}

const { depth, values, keys: mostKeys, items: mostItems, key, string } = JSON_BOUNDS

/** Bound → what is just within it, what is just beyond, and the value that the refusal names. */
const CASES: Readonly<Record<JsonBound, readonly [within: string, beyond: string, named: number]>> = {
  depth: [nested(depth - 5), nested(depth - 4), depth + 1],
  values: [
    `[${Array(2)
      .fill(items(mostItems - 100))
      .join()}]`,
    `[${Array(2).fill(items(mostItems)).join()}]`,
    values + 15,
  ],
  keys: [keys(mostKeys), keys(mostKeys + 1), mostKeys + 1],
  items: [items(mostItems), items(mostItems + 1), mostItems + 1],
  key: [`{"${'k'.repeat(key)}":0}`, `{"${'k'.repeat(key + 1)}":0}`, key + 1],
  string: [`"${'s'.repeat(string)}"`, `"${'s'.repeat(string + 1)}"`, string + 1],
}

describe.each(Object.entries(CASES))('the bound of %s', (bound, [within, beyond, named]) => {
  const send = (text: string) => setup().endpoint.handle(new Request(MCP_URL, { method: 'POST', headers: POST_HEADERS, body: text }))

  it('lets a message within it through', async () => {
    expect((await send(initializeWith(within))).status).toBe(200)
  })

  it('refuses one beyond it with 400, and names the bound, the value and the request', async () => {
    const response = await send(initializeWith(beyond))
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ jsonrpc: '2.0', id: 0, error: { code: -32600 } })
    const { error } = await (await send(initializeWith(beyond))).json()
    expect(error.message).toContain(` ${named} `)
    expect(error.message).toContain(`at most ${JSON_BOUNDS[bound as JsonBound]} are read`)
  })
})

describe('a message that is nested thousands of levels deep', () => {
  it.each([65, 1000, 4147, 6000, 100_000])('is refused at %i levels on every endpoint, and sessions can still be saved', async (levels) => {
    const { endpoint, open, errors } = setup()
    const session = await open()
    const deep = initializeWith(nested(levels))
    const init = { method: 'POST', headers: POST_HEADERS, body: deep }
    expect((await endpoint.handle(new Request(MCP_URL, init))).status).toBe(400)
    expect((await session.post({ jsonrpc: '2.0', id: 1, method: 'ping' })).status).toBe(200)
    const headers = { ...POST_HEADERS, 'mcp-session-id': session.id }
    for (const body of [deep, nested(levels), `{"fault":${nested(levels)}}`]) {
      const faults = new Request('http://localhost:3000/faults', { method: 'POST', headers, body })
      expect((await endpoint.control(faults)).status).toBe(400)
      expect((await endpoint.handle(new Request(MCP_URL, { method: 'POST', headers, body }))).status).toBe(400)
    }
    expect(JSON.stringify(endpoint.snapshot())).toContain(session.id)
    expect(errors).toEqual([])
  })
})
