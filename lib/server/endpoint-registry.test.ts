/** One endpoint a process, however often its module is loaded; running sessions stay with the code that began them. */
import { expect, it } from 'vitest'
import type { Endpoint } from './endpoint'
import { endpointFor, registeredEndpoint } from './endpoint-registry'

function fake(sessions: string[]): Endpoint & { closed: boolean } {
  const endpoint = {
    closed: false,
    handle: async () => new Response(),
    control: async () => new Response(),
    feed: async () => new Response(),
    announce: async () => false,
    sessions: () => sessions,
    snapshot: () => ({ version: 3 as const, sessions: [] }),
    drain: async () => {},
    close: async () => {
      endpoint.closed = true
    },
  }
  return endpoint
}

const asking = (session?: string) =>
  new Request('http://localhost/mcp', { headers: session === undefined ? {} : { 'mcp-session-id': session } })

it('is made once by the same code, and replaced by new code for new sessions only', () => {
  expect(endpointFor(asking())).toBeUndefined()
  const [code, edited, again] = [{}, {}, {}]
  const first = fake(['a'])
  expect(registeredEndpoint(code, () => first, asking())).toBe(first)
  expect(registeredEndpoint(code, () => fake([]), asking('a'))).toBe(first)
  const second = fake([])
  expect(registeredEndpoint(edited, () => second, asking())).toBe(second)
  expect(endpointFor(asking('a'))).toBe(first)
  expect(endpointFor(asking('b'))).toBe(second)
  expect(first.closed).toBe(false)
  const third = fake([])
  expect(registeredEndpoint(again, () => third, asking())).toBe(third)
  expect(second.closed).toBe(true)
  expect(endpointFor(asking('a'))).toBe(first)
})

it('keeps only a few older ones', () => {
  const all = Array.from({ length: 8 }, (_, i) => fake([`s${i}`]))
  for (const endpoint of all) registeredEndpoint({}, () => endpoint, asking())
  expect(all.map(({ closed }) => closed)).toEqual([true, true, true, false, false, false, false, false])
})
