/** What a static copy has for addresses it cannot answer: a page that names the runs, and oEmbed answers as files. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

const script = (name: string) => import(pathToFileURL(join(import.meta.dirname, name)).href)

const EXPORTED =
  '<html><head><meta charSet="utf-8"/><link rel="stylesheet" href="/x.css"/></head><body><main><h1>404</h1><a href="/">Home</a></main><script>next()</script></body></html>'

describe('the page for an address that is not there', () => {
  it('names the runs, needs no other file, and may run its own script only', async () => {
    const { standAlone } = await script('static-not-found.mjs')
    const { inlineScriptHashes } = await script('headers.mjs')
    const html: string = standAlone(EXPORTED, 'h1{color:red}', ['first-cut', 'story'])
    expect(html).toContain('first-cut, story')
    expect(html).not.toMatch(/next\(\)|href=|src=/)
    const [hash, ...more] = inlineScriptHashes(html)
    expect(more).toEqual([])
    expect(html).toContain(`default-src 'none'; script-src '${hash}'; style-src 'unsafe-inline'`)
  })

  it('is refused by the build when Next writes its pages otherwise', async () => {
    const { standAlone } = await script('static-not-found.mjs')
    expect(() => standAlone(EXPORTED.replaceAll('main', 'div'), '', [])).toThrow(/no <main>/)
    expect(() => standAlone(EXPORTED.replace('charSet', 'encoding'), '', [])).toThrow(/no <meta charset>/)
  })
})

describe('oEmbed as files', () => {
  it('has one answer an embed, with whole addresses of the copy', async () => {
    const { oembedFiles } = await script('static-oembed.mjs')
    const files: [string, string][] = await oembedFiles('https://press.example/book/site/')
    expect(files.length).toBeGreaterThan(8)
    const answer = JSON.parse(files.find(([name]) => name === 'oembed/double-cut.json')?.[1] ?? '')
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', provider_url: 'https://press.example/book/site/' })
    expect(answer.html).toContain('src="https://press.example/book/site/embed/v1/double-cut/')
    expect(answer.thumbnail_url).toBe('https://press.example/book/site/embed/v1/double-cut.svg')
  }, 30_000)

  it.each([
    [undefined, undefined],
    ['', undefined],
    ['https://press.example/book', 'https://press.example/book/'],
  ])('takes the site from PTP_SITE: %j is %j', async (given, site) => {
    expect((await script('static-oembed.mjs')).siteOf(given ?? '')).toBe(site)
  })

  it.each([['press.example/book'], ['ftp://press.example/'], ['https://press.example/?a=1']])(
    'refuses PTP_SITE=%s with what to write',
    async (given) => {
      const { siteOf } = await script('static-oembed.mjs')
      expect(() => siteOf(given)).toThrow(/write the address the folder will have/)
    },
  )
})
