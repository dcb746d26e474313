/** The header table: each class of answer, each header. Whether the policies hold in use is seen by every other spec (fixtures.ts). */
import { expect, test } from './fixtures'

type Row = { readonly name: string; readonly path: string; readonly framed: boolean; readonly page: boolean }

const ROWS: readonly Row[] = [
  { name: 'the playground', path: '/', framed: false, page: true },
  { name: 'the guide for authors', path: '/authors', framed: false, page: true },
  { name: 'an embed', path: '/embed/v1/first-cut', framed: true, page: true },
  { name: 'an embed with options', path: '/embed/v1/first-cut?step=3&theme=dark', framed: true, page: true },
  { name: 'a page that is not there', path: '/nobody/is/here', framed: false, page: true },
  { name: 'an embed that is not there', path: '/embed/v1/nothing', framed: true, page: true },
  { name: 'the MCP endpoint', path: '/mcp', framed: false, page: false },
  { name: 'the feed', path: '/observations', framed: false, page: false },
  { name: 'the faults', path: '/faults', framed: false, page: false },
  { name: 'the health check', path: '/health', framed: false, page: false },
]

const directives = (policy: string) => Object.fromEntries(policy.split('; ').map((each) => [each.split(' ')[0], each.split(' ').slice(1)]))

for (const { name, path, framed, page } of ROWS) {
  test(`${name} may${framed ? '' : ' not'} be framed, loads nothing foreign and evaluates nothing`, async ({ request }) => {
    const headers = (await request.get(path)).headers()
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['x-frame-options']).toBe(framed ? undefined : 'DENY')
    expect(headers['cross-origin-opener-policy']).toBe(framed ? undefined : 'same-origin')

    const policy = headers['content-security-policy'] ?? ''
    const it = directives(policy)
    expect(it['frame-ancestors']).toEqual([framed ? '*' : "'none'"])
    expect(it['default-src']).toEqual(["'none'"])
    expect(policy).not.toMatch(/unsafe-eval|unsafe-hashes|https?:|strict-dynamic/)
    if (!page) return expect(Object.keys(it)).toEqual(['default-src', 'frame-ancestors'])
    for (const source of it['script-src'] ?? []) expect(source).toMatch(/^'(self|sha256-[\w+/]+=*)'$/)
    expect(it['style-src']).toEqual(["'self'"])
    expect(it['style-src-attr']).toEqual(["'unsafe-inline'"])
    expect(it['connect-src']).toEqual(["'self'"])
    expect(it['base-uri']).toEqual(["'none'"])
  })
}

test('scripts and fonts of an embed may be loaded by a page of any origin, or of none', async ({ request }) => {
  const html = await (await request.get('/embed/v1/first-cut')).text()
  const files = [...html.matchAll(/\/_next\/static\/[^"\\]+\.(?:js|woff2)/g)].map(([path]) => path)
  expect(files.length).toBeGreaterThan(3)
  for (const path of [files[0], files.at(-1), '/embed/v1/pull-the-plug.js']) {
    expect((await request.get(path ?? '')).headers()['access-control-allow-origin']).toBe('*')
  }
})

test('the endpoints say nothing to other origins', async ({ request }) => {
  for (const path of ['/mcp', '/observations', '/faults', '/health']) {
    expect((await request.get(path)).headers()['access-control-allow-origin']).toBeUndefined()
  }
})
