/** GET /oembed: the address in its answer is one that this server has, and caches are told what the answer depends on. */
import { expect, it } from 'vitest'
import { serveOembed } from './answer'

const access = { allowedHosts: ['plug.example.org'], allowedOrigins: [] }
const ask = (headers: Record<string, string>, query = '?url=/embed/v1/first-cut') =>
  serveOembed(new Request(`http://localhost:3000/oembed${query}`, { headers }), access)

it.each([
  [{ host: 'localhost:3000' }, 'http://localhost:3000/'],
  [{ host: 'LOCALHOST.:80' }, 'http://localhost/'],
  [{ host: 'plug.example.org' }, 'http://plug.example.org/'],
  [{ host: 'plug.example.org', 'x-forwarded-proto': 'https' }, 'https://plug.example.org/'],
  [{ host: 'plug.example.org:443', 'x-forwarded-proto': 'HTTPS, http' }, 'https://plug.example.org/'],
  [{ host: 'plug.example.org', 'x-forwarded-proto': 'javascript' }, 'http://plug.example.org/'],
])('%j: the site is %s', async (headers, root) => {
  const response = ask(headers)
  expect(response.status).toBe(200)
  const body = await response.json()
  expect(body.provider_url).toBe(root)
  expect(body.html).toContain(`src="${root}embed/v1/first-cut`)
})

it.each(['evil.example', 'plug.example.org.evil.example', 'plug.example.org@evil.example', 'localhost/x', ''])(
  'a host that is not served here (%j) gets 403, which no cache keeps',
  async (host) => {
    const response = ask({ host })
    expect([response.status, response.headers.get('cache-control')]).toEqual([403, 'no-store'])
    expect(await response.text()).not.toContain('<iframe')
  },
)

it('caches are told that the answer depends on the host and the scheme, and any page may read it', () => {
  const { headers } = ask({ host: 'localhost' })
  expect(Object.fromEntries(headers)).toMatchObject({
    vary: 'Host, X-Forwarded-Proto',
    'cache-control': 'public, max-age=3600',
    'access-control-allow-origin': '*',
  })
  expect(ask({ host: 'localhost' }, '?url=/nothing').headers.get('cache-control')).toBe('no-store')
})
