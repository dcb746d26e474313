/**
 * What the builds rely on in the output of Next, against saved pieces of what it writes today (samples/), and against pieces from which the
 * pattern is missing: then a sentence must name the pattern, the file and what to do.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { flightRows, stringsOf } from './flight.mjs'
import {
  addHeaders,
  afterCharset,
  bareNotFound,
  isChunkRuntime,
  metadataFiles,
  NextChanged,
  pageNames,
  pagesOnDemand,
  pathOfPage,
  placeFlight,
  placeRuntime,
  placeTags,
} from './next-output.mjs'

const sample = (name: string) => readFileSync(join(import.meta.dirname, 'samples', name), 'utf8')
const json = (name: string) => JSON.parse(sample(name))
const PAGE = sample('not-found.txt').trim()

/** The sentence of the failure, which must have all its parts. */
function failure(act: () => unknown): { pattern: string; sentence: string } {
  try {
    act()
  } catch (error) {
    if (!(error instanceof NextChanged)) throw error
    expect(error.message).toMatch(
      /^The output of Next has changed: .+: .+\. To do: .+ \(pattern .+ in scripts\/next-output\/next-output\.mjs/,
    )
    return { pattern: error.pattern, sentence: error.message }
  }
  throw new Error('nothing failed')
}

describe('PAGES', () => {
  const files = ['index.html', 'index.rsc', '_not-found.html', 'lessons\\first.html', 'icon.svg.body', 'icon.svg.meta']

  it('are the files that end with .html, on every system', () => {
    expect(pageNames(files)).toEqual(['_not-found', 'index', 'lessons/first'])
    expect(pageNames(files).map(pathOfPage)).toEqual(['/_not-found', '/', '/lessons/first'])
    expect(metadataFiles(files)).toEqual(['icon.svg'])
  })

  it.each(['index.html', '_not-found.html'])('fail without %s', (missing) => {
    expect(failure(() => pageNames(files.filter((name) => name !== missing)))).toMatchObject({ pattern: 'PAGES' })
  })
})

describe('MANIFESTS', () => {
  const [prerendered, appPaths] = [json('prerender-manifest.json'), json('app-paths-manifest.json')]

  it('tell the pages that are rendered for each request', () => {
    expect(pagesOnDemand(prerendered, appPaths)).toEqual([])
    expect(pagesOnDemand(prerendered, { ...appPaths, '/(en)/new/page': '' })).toEqual(['/new'])
    const dynamicRoutes = { '/embed/[version]/[scenario]': { fallback: null } }
    expect(pagesOnDemand({ ...prerendered, dynamicRoutes }, appPaths)).toEqual(['/embed/[version]/[scenario]'])
  })

  it('fail when they list pages otherwise', () => {
    expect(failure(() => pagesOnDemand({ pages: {} }, appPaths)).sentence).toContain('prerender-manifest.json')
    expect(failure(() => pagesOnDemand(prerendered, { '/': 'app/page.js' })).sentence).toContain('app-paths-manifest.json')
  })
})

describe('HEADER LIST', () => {
  const rule = { source: '/', headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'" }] }

  it('gets the policies before what next.config.mjs says, and once', () => {
    const manifest = json('routes-manifest.json')
    const own = manifest.headers
    addHeaders(manifest, [rule])
    addHeaders(manifest, [rule])
    expect(manifest.headers).toEqual([{ ...rule, policy: true }, ...own])
  })

  it.each([
    ['another version', { version: 4, headers: json('routes-manifest.json').headers }],
    ['no list', { version: 3 }],
    ['an empty list', { version: 3, headers: [] }],
    ['another form', { version: 3, headers: [{ source: '/', headers: { 'X-Frame-Options': 'DENY' } }] }],
  ])('fails for %s', (_, manifest) => {
    expect(failure(() => addHeaders(manifest, [rule]))).toMatchObject({ pattern: 'HEADER LIST' })
  })
})

describe('CHARSET', () => {
  it('is at the beginning of the head: what is put behind it comes before everything that loads', () => {
    const placed = afterCharset(PAGE, '<script>$&</script>', 'a.html')
    expect(placed).toContain('<head><meta charSet="utf-8"/><script>$&</script><meta name="viewport"')
    expect(placed.length).toBe(PAGE.length + '<script>$&</script>'.length)
  })

  it('fails where it is not', () => {
    const { pattern, sentence } = failure(() => afterCharset(PAGE.replace('charSet', 'encoding'), '', '/lessons/first'))
    expect(pattern).toBe('CHARSET')
    expect(sentence).toContain('/lessons/first')
    failure(() => afterCharset(PAGE.replace('<head>', '<head><script src="/x.js"></script>'), '', '/'))
  })
})

describe('URL ATTRIBUTES', () => {
  it('become relative, in tags only', () => {
    const placed = placeTags(PAGE, '../../', 'a.html')
    expect(placed).not.toMatch(/<[^>]*\s(href|src)="\//)
    expect(placed).toContain('<a class="pill" href="../../">')
    expect(placed).toContain('<script src="../../_next/static/chunks/turbopack-')
    expect(placed).toContain('\\"href\\":\\"/de/lessons\\"')
    expect(placeTags('<p>href="/</p><a href="//elsewhere.example/">', './', '')).toBe('<p>href="/</p><a href="//elsewhere.example/">')
  })

  it.each(['<img srcset="/a.png 2x">', '<meta content="/a.png">', '<object data="/a.svg">', '<link data-href="/_next/a.css">'])(
    'fail for an address that is not rewritten: %s',
    (tag) => {
      expect(failure(() => placeTags(PAGE.replace('</main>', `${tag}</main>`), './', 'a.html')).sentence).toContain(tag)
    },
  )
})

/** A page with these rows, cut into scripts of so many characters, as Next does. */
function pageOf(rows: string, size = Number.POSITIVE_INFINITY): string {
  const chunks: string[] = []
  for (let at = 0; at < rows.length; at += size) chunks.push(rows.slice(at, at + size))
  const scripts = chunks.map((chunk) => `<script>self.__next_f.push([1,${JSON.stringify(chunk).replaceAll('<', '\\u003c')}])</script>`)
  return `<body><script>(self.__next_f=self.__next_f||[]).push([0])</script>${scripts.join('')}</body>`
}

/** What the scripts of a page hand to React, in a folder at `base`. */
function handedOver(html: string, base: string): string {
  const scripts = [...html.matchAll(/<script[^>]*>(self\.__next_f\.push[\s\S]*?)<\/script>/g)].map(([, script]) => script)
  const handed: string[] = []
  const push = ([, text]: [number, string]) => handed.push(text)
  for (const script of scripts) new Function('self', 'PTP_BASE', script ?? '')({ __next_f: { push } }, base)
  return handed.join('')
}

describe('FLIGHT', () => {
  it('of a page of today: every address is put together when the script runs, and nothing else changes', () => {
    const placed = placeFlight(PAGE, 'PTP_BASE', 'a.html')
    expect(handedOver(placed, '/')).toBe(handedOver(PAGE, '/'))
    const moved = handedOver(placed, '/book/site/')
    expect(moved).not.toMatch(/"\/_next\/|"(href|src)":"\/(?!book\/site\/)/)
    expect(moved).toContain('"href":"/book/site/de/lessons"')
    expect(moved).toContain('HL["/book/site/_next/static/chunks/')
    expect(moved).toContain('"s":"/_not-found"')
  })

  it('text that looks like an address of the data stays as it is: in a string, and in a text row with its length', () => {
    const text = 'The client reads "href":"/mcp" and \\"src\\":\\"/_next/x.js\\": “/_next/”.\n1:["$","a",null,{"href":"/no"}]\n'
    const rows = `1:${JSON.stringify(['$', 'p', null, { children: text, href: '/yes' }])}\n2:T${Buffer.byteLength(text).toString(16)},${text}3:"$2"\n`
    for (const size of [Number.POSITIVE_INFINITY, 7, 1]) {
      const moved = handedOver(placeFlight(pageOf(rows, size), 'PTP_BASE', ''), '/book/')
      expect(moved).toBe(rows.replace('"href":"/yes"', '"href":"/book/yes"'))
    }
  })

  it('addresses in strings with quotes, commas and letters beyond ASCII around them', () => {
    const rows = `a:["ü\\"",{"src":"/a","alt":"\\\\"},{"poster":"/ö","href":"//elsewhere.example","title":"/mcp"}]\n:HL["/_next/a.css","style"]\nb:X\nb:C\n`
    const moved = handedOver(placeFlight(pageOf(rows, 5), 'PTP_BASE', ''), '/b/')
    expect(moved).toBe(rows.replace('"/a"', '"/b/a"').replace('"/ö"', '"/b/ö"').replace('"/_next', '"/b/_next'))
  })

  it.each([
    ['another function', PAGE.replaceAll('self.__next_f', 'self.__next_g')],
    ['another kind of chunk', PAGE.replace('push([1,', 'push([3,')],
    ['a script with addresses that is not known', PAGE.replace('<main', '<script>load("/_next/a.js")</script><main')],
    ['a row that is not known', pageOf('1:Q["/_next/a.js"]\n')],
    ['a row that is no JSON', pageOf('1:["/a"\n')],
    ['a text row that is too long', pageOf('1:Tff,short')],
    ['an id that is none', pageOf('module:{}\n')],
    ['an address of Next in a place that is not known', pageOf('1:{"chunk":"/_next/a.js"}\n')],
  ])('fails for %s', (_, html) => {
    expect(failure(() => placeFlight(html, 'PTP_BASE', 'a.html'))).toMatchObject({ pattern: 'FLIGHT' })
  })

  it('rows have their places in the whole text', () => {
    const text = '1:T6,üüü2:["é",{"k":"v"}]\n:HL["x"]\n'
    const strings = flightRows(text).flatMap(stringsOf)
    expect(strings.map(({ value, key, at }) => [value, key, text.slice(at, at + value.length)])).toEqual([
      ['é', undefined, 'é'],
      ['v', 'k', 'v'],
      ['x', undefined, 'x'],
    ])
  })
})

describe('BASE PATH and CHUNK NAME', () => {
  const RUNTIME = sample('chunk-runtime.txt')

  it('of the runtime of today: a chunk has the same name, wherever the folder lies', () => {
    expect(isChunkRuntime('_next/static/chunks/turbopack-1.js')).toBe(true)
    const placed = placeRuntime(RUNTIME, 'a.js')
    expect(placed).toContain('{src:new URL(e.src).pathname}')
    expect(placed).not.toContain('getAttribute')
  })

  it('fail where the runtime works otherwise', () => {
    expect(failure(() => placeRuntime(RUNTIME.replaceAll('TURBOPACK_CHUNK_BASE_PATH', 'X'), 'a.js')).pattern).toBe('BASE PATH')
    expect(failure(() => placeRuntime(RUNTIME.replace('getAttribute', 'read'), 'a.js')).pattern).toBe('CHUNK NAME')
  })
})

describe('NOT FOUND', () => {
  it('keeps what the page says, and loads nothing', () => {
    const bare = bareNotFound(PAGE, 'a.html')
    expect(bare).toContain('<h1>404: nothing here.</h1>')
    expect(bare).not.toMatch(/<script|<link|<a\b|href=|src=/)
  })

  it.each([
    ['no <main>', PAGE.replaceAll('main', 'div')],
    ['no heading', PAGE.replaceAll('h1', 'h2')],
    ['a picture', PAGE.replace('</main>', '<img src="/a.svg"/></main>')],
  ])('fails with %s', (_, html) => {
    expect(failure(() => bareNotFound(html, 'a.html'))).toMatchObject({ pattern: 'NOT FOUND' })
  })
})
