import { afterEach, describe, expect, test, vi } from 'vitest'
import { hasServer, homeOf, homesHere, IN_PAGE_BASE } from './home'

afterEach(() => vi.unstubAllGlobals())

describe('the homes there are', () => {
  test('are both where a server may be, the server first', () => {
    vi.stubGlobal('origin', 'https://page.test')
    vi.stubGlobal('location', new URL('https://page.test/'))
    expect(homesHere()).toEqual(['http', 'in-page'])
  })

  test('are only the page in a sandbox without an origin, and in a file', () => {
    vi.stubGlobal('origin', 'null')
    expect(homesHere()).toEqual(['in-page'])
    vi.stubGlobal('origin', 'file://')
    vi.stubGlobal('location', new URL('file:///scenario.html'))
    expect(homesHere()).toEqual(['in-page'])
  })

  test('are told apart by the endpoint of a kept session', () => {
    expect(homeOf(new URL('mcp', IN_PAGE_BASE).href)).toBe('in-page')
    expect(homeOf('http://localhost:3000/mcp')).toBe('http')
  })
})

describe('a server', () => {
  const base = new URL('http://page.test/')

  test('is there when its own health answer comes', async () => {
    const asked: string[] = []
    const fetch: typeof globalThis.fetch = async (input) => {
      asked.push(String(input))
      return Response.json({ ok: true })
    }
    expect(await hasServer(base, fetch)).toBe(true)
    expect(asked).toEqual(['http://page.test/health'])
  })

  test.each([
    ['nobody answers', async () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a file host answers with a page', async () => new Response('<!doctype html>')],
    ['it is not found', async () => new Response('{"ok":true}', { status: 404 })],
    ['it is shutting down', async () => Response.json({ ok: false }, { status: 503 })],
  ])('is not there when %s', async (_, fetch) => {
    expect(await hasServer(base, fetch)).toBe(false)
  })
})
