/** What a static copy has for addresses it cannot answer: a page that names the runs, and oEmbed answers as files. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { errorMessage, RPC } from '../../lib/embed/messages/own'
import { inlineScriptHashes } from '../build/headers.mjs'
import { notFoundScript, standAlone } from './not-found.mjs'
import { oembedFiles, siteOf } from './oembed.mjs'
import { bootScript, placeAnywhere } from './page.mjs'

const RENDERED = readFileSync(join(import.meta.dirname, '../next-output/samples/not-found.txt'), 'utf8')
/** Bundling takes seconds on a busy machine. */
const PATIENT = { timeout: 30_000 }
const EMBEDDED = { version: 'v1', names: ['first-cut', 'story'] }

describe('the page for an address that is not there', PATIENT, () => {
  it('names the runs, needs no other file, and may run its own script only', () => {
    const html = standAlone(RENDERED, '@font-face{src:url(/a.woff2)}h1{color:red}', EMBEDDED, 'run()')
    expect(html).toContain('first-cut, story')
    expect(html).toContain('<style>h1{color:red}</style>')
    expect(html).not.toMatch(/__next_f|href=|src=|url\(/)
    const [hash, ...more] = inlineScriptHashes(html)
    expect(more).toEqual([])
    expect(html).toContain(`default-src 'none'; script-src '${hash}'; style-src 'unsafe-inline'`)
  })

  it('is refused by the build when Next writes its pages otherwise', () => {
    expect(() => standAlone(RENDERED.replaceAll('main', 'div'), '', EMBEDDED, '')).toThrow(/one <main>/)
    expect(() => standAlone(RENDERED.replace('charSet', 'encoding'), '', EMBEDDED, '')).toThrow(/<meta charset/)
  })

  it('answers a page that frames it in the words of an embed', async () => {
    const { posted, heading } = await runScript('/book/embed/v1/no%20body/', {
      ns: 'pull-the-plug',
      v: 1,
      jsonrpc: '2.0',
      id: 7,
      method: 'hello',
    })
    const sentence = 'This site knows no run named "no body".'
    expect(heading).toBe(sentence)
    expect(posted).toEqual([errorMessage(7, { code: RPC.noRun, message: `${sentence} There are: first-cut, story.` })])
    expect((await runScript('/embed/v1/nobody/', { ns: 'another', id: 7 })).posted).toEqual([])
    expect((await runScript('/embed/v9/story/', {})).heading).toBe('This site has no embeds of version "v9".')
    expect((await runScript('/lessons/nobody/', {})).heading).toBe('404')
  })
})

const notFound = notFoundScript(EMBEDDED)

/** Runs the script of the page at a path, and sends it a message from a page that frames it. */
async function runScript(pathname: string, data: unknown): Promise<{ readonly posted: unknown[]; readonly heading: string }> {
  const posted: unknown[] = []
  const listeners: ((event: unknown) => void)[] = []
  const heading = { textContent: '404' }
  const parent = { postMessage: (message: unknown) => posted.push(structuredClone(message)) }
  const page = {
    location: { pathname },
    parent,
    document: { querySelector: (name: string) => (name === 'h1' ? heading : { remove() {} }), querySelectorAll: () => [] },
    addEventListener: (_: string, listener: (event: unknown) => void) => listeners.push(listener),
    decodeURIComponent,
  }
  runInNewContext(await notFound, { ...page, self: page })
  for (const listener of listeners) listener({ source: parent, origin: 'https://book.example', data })
  return { posted, heading: heading.textContent }
}

describe('a page of the copy', PATIENT, () => {
  it('begins with the script that finds the folder, and names its inline scripts and no others', async () => {
    const boot = await bootScript()
    const html = placeAnywhere(RENDERED, '/lessons/first/', boot)
    const [policy, first] = [html.indexOf('Content-Security-Policy'), html.indexOf(`<script data-up="../../">${boot}</script>`)]
    expect(policy).toBeGreaterThan(0)
    expect(first).toBeGreaterThan(policy)
    expect(html.indexOf('../../_next/')).toBeGreaterThan(first)
    for (const hash of inlineScriptHashes(html)) expect(html).toContain(`'${hash}'`)
    expect(placeAnywhere(RENDERED, '/', boot)).toContain('<script data-up="./">')
  })

  it('knows the path of the folder before anything loads', async () => {
    const page = { PTP_BASE: '', TURBOPACK_CHUNK_BASE_PATH: '' }
    const document = { currentScript: { dataset: { up: '../../' } } }
    const location = { href: 'http://book.test/book/site/lessons/first/?a=1' }
    runInNewContext(await bootScript(), { self: page, document, location, URL, addEventListener() {} })
    expect(page).toEqual({ PTP_BASE: '/book/site/', TURBOPACK_CHUNK_BASE_PATH: '/book/site/_next/' })
  })
})

describe('oEmbed as files', PATIENT, () => {
  it('has one answer an embed, with whole addresses of the copy', async () => {
    const files = await oembedFiles('https://press.example/book/site/')
    expect(files.length).toBeGreaterThan(8)
    const answer = JSON.parse(files.find(([name]) => name === 'oembed/double-cut.json')?.[1] ?? '')
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', provider_url: 'https://press.example/book/site/' })
    expect(answer.html).toContain('src="https://press.example/book/site/embed/v1/double-cut/')
    expect(answer.thumbnail_url).toBe('https://press.example/book/site/embed/v1/double-cut.svg')
  })

  it.each([
    [undefined, undefined],
    ['', undefined],
    ['https://press.example/book', 'https://press.example/book/'],
  ])('takes the site from PTP_SITE: %j is %j', (given, site) => {
    expect(siteOf(given ?? '')).toBe(site)
  })

  it.each([['press.example/book'], ['ftp://press.example/'], ['https://press.example/?a=1']])(
    'refuses PTP_SITE=%s with what to write',
    (given) => {
      expect(() => siteOf(given)).toThrow(/write the address the folder will have/)
    },
  )
})
