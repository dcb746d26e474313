/** Every endpoint answers 405 with Allow to what it does not serve; the door does it for methods that no Request can have. */
import { expect, it } from 'vitest'
import { testServerWith } from '../../../test/support/server/test-server'
import { createMemoryLog } from '../../event-store/memory-log'
import { METHODS, onlyRead } from './methods'

const { endpoint } = testServerWith(createMemoryLog)()
const SERVE = {
  '/mcp': endpoint.handle,
  '/observations': endpoint.feed,
  '/faults': endpoint.control,
  '/health': onlyRead,
  '/oembed': onlyRead,
}

it.each(Object.entries(METHODS).flatMap(([path, methods]) => ['PUT', 'PATCH', 'PROPFIND', 'x-y'].map((method) => [method, path, methods])))(
  '%s %s gets 405 with Allow: %s',
  async (method, path, methods) => {
    const request = new Request(`http://localhost:3000${path}`, { method, headers: { host: 'localhost' } })
    const response = await SERVE[path as keyof typeof SERVE](request)
    expect([response.status, response.headers.get('allow'), response.headers.get('content-type')]).toEqual([
      405,
      methods,
      'application/json',
    ])
    const options = await SERVE[path as keyof typeof SERVE](new Request(request, { method: 'OPTIONS' }))
    expect([options.status, options.headers.get('allow')]).toEqual([204, methods])
  },
)
