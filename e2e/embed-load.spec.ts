/**
 * What an embed loads, and when: little until somebody turns to it, and nothing that is done before the rest has come is lost. The rest is
 * held back here until the test lets it come.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { FrameLocator, Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { dragWith, type Point } from './pointer'

const EMBED = '/embed/v1/first-cut'
const BUILT = join(import.meta.dirname, '../.next')
/** Of what an empty page of the same Next loads. */
const MOST = 1.2

/** The scripts that a built page names: `<script src>` and preloads, without what only old browsers load. */
function namedScripts(html: string): string[] {
  const tags = (html.match(/<(script|link)\b[^>]*>/g) ?? []).filter((tag) => !/nomodule/i.test(tag))
  const wanted = tags.filter((tag) => tag.startsWith('<script') || /as="script"/.test(tag))
  return [...new Set(wanted.flatMap((tag) => /(?:src|href)="[^"?]*\/_next\/([^"?]+\.js)/.exec(tag)?.[1] ?? []))]
}

const weightOf = (html: string) =>
  namedScripts(html).reduce((sum, path) => sum + gzipSync(readFileSync(join(BUILT, path)), { level: 9 }).length, 0)

test.skip(!existsSync(BUILT), 'there is no build here')

for (const name of ['first-cut', 'story', 'plug-back-in']) {
  test(`the scripts that the embed "${name}" names are at most ${MOST} times those of a page of Next's own`, async ({ request }) => {
    const embed = weightOf(await (await request.get(`/embed/v1/${name}`)).text())
    // Next brings a page of its own for when everything breaks: its layout and nothing else
    const empty = weightOf(readFileSync(join(BUILT, 'server/app/_global-error.html'), 'utf8'))
    expect(empty).toBeGreaterThan(100_000)
    expect(embed, `${embed} bytes beside ${empty}`).toBeLessThanOrEqual(MOST * empty)
  })
}

test('left alone, an embed loads nothing but the scripts its page names', async ({ page, request }) => {
  const asked = scriptsOf(page)
  await page.goto(EMBED, { waitUntil: 'networkidle' })
  expect(asked().sort()).toEqual(namedScripts(await (await request.get(EMBED)).text()).sort())
  const named = asked().length
  await page.locator('.stage').hover()
  await expect.poll(() => asked().length).toBeGreaterThan(named)
})

test('nothing moves, and the focus stays, when the stage comes alive', async ({ page }) => {
  const rest = await openWithoutRest(page)
  await page.evaluate(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift' })
  })
  await playhead(page).focus()
  const before = await boxesOf(page)
  await rest.come()
  await expect(playhead(page)).toBeFocused()
  expect(await boxesOf(page)).toEqual(before)
  expect(await page.evaluate('window.shifts')).toEqual([])
})

test('a button that is pressed before the stage is alive acts once', async ({ page }) => {
  const rest = await openWithoutRest(page)
  const before = await momentOf(page)
  await page.getByRole('button', { name: 'Previous event' }).click()
  await page.getByRole('button', { name: 'Previous event' }).click()
  expect(await momentOf(page)).toBe(before)
  await rest.come()
  const after = await momentOf(page)
  expect(after).toBeLessThan(before)
  await page.getByRole('button', { name: 'Next event' }).click()
  await page.getByRole('button', { name: 'Next event' }).click()
  expect(await momentOf(page), 'two steps back, and two forward').toBe(before)
})

test('a click that comes alone, as assistive technology makes it, wakes the stage and acts', async ({ page }) => {
  await page.goto(EMBED, { waitUntil: 'networkidle' })
  const before = await momentOf(page)
  await page.getByRole('button', { name: 'Previous event' }).evaluate((button: HTMLElement) => button.click())
  await expect.poll(() => momentOf(page)).toBeLessThan(before)
})

test('keys on the timeline that come before the stage is alive are steps, and a slider that was moved stays so', async ({ page }) => {
  const rest = await openWithoutRest(page)
  const before = await momentOf(page)
  await playhead(page).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('slider', { name: 'Speed' }).focus()
  await page.keyboard.press('Home')
  await rest.come()
  await expect(page.getByRole('slider', { name: 'Speed' })).toHaveValue('0')
  await expect(page.getByRole('slider', { name: 'Speed' })).toHaveAttribute('aria-valuetext', /^(?!1×)/)
  const after = await momentOf(page)
  expect(after).toBeLessThan(before)
  await playhead(page).press('ArrowRight')
  await playhead(page).press('ArrowRight')
  expect(await momentOf(page), 'two steps back, and two forward').toBe(before)
})

test('a plug that is dragged home before the stage is alive is pushed in when it is', async ({ page, hasTouch }) => {
  await page.goto(EMBED)
  const { x } = await plugOf(page)
  await page.getByRole('button', { name: 'Last: now' }).click()
  await expect.poll(async () => (await plugOf(page)).x).toBeGreaterThan(x + 20)
  const home = await plugOf(page)

  const rest = await openWithoutRest(page)
  const drag = await dragWith(page, hasTouch)
  const hanging = await plugOf(page)
  const scrolled = await page.evaluate(() => scrollY)
  await drag({ ...hanging, y: hanging.y - scrolled }, { ...home, y: home.y - scrolled })
  await expect(page.locator('.stage')).toHaveAttribute('data-plug', 'out')
  await rest.come()
  await expect(page.locator('.stage')).toHaveAttribute('data-plug', 'in')
})

test('where the rest cannot be loaded the run stays as it was drawn, and a sentence says so', async ({ page }) => {
  await page.goto(EMBED, { waitUntil: 'networkidle' })
  await page.route('**/_next/static/**', (route) => route.abort())
  await page.getByRole('button', { name: 'Previous event' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded. Reload the page' })).toBeVisible()
  await expect(page.locator('#pill')).toHaveText('Plug back in')
})

let book: Server
let address: string
/** Three frames far below the edge of the window, with what a book system answers them. */
const BELOW = (root: string) => `<!doctype html><html lang="en"><title>Far below</title><div style="height:6000px"></div>
${['first-cut', 'double-cut', 'story'].map((name) => `<iframe id="${name}" title="${name}" src="${root}/embed/v1/${name}" width="760" height="100" sandbox="allow-scripts"></iframe>`).join('\n')}
<script>
  window.heights = {}
  window.kept = JSON.parse(new URLSearchParams(location.search).get('kept') ?? 'null')
  addEventListener('message', ({ source, data }) => {
    const frame = [...document.querySelectorAll('iframe')].find((each) => each.contentWindow === source)
    if (data.subject === 'lti.frameResize') window.heights[frame.id] = data.height
    if (data.subject === 'SPLICE.getState')
      source.postMessage({ subject: 'SPLICE.getState.response', message_id: data.message_id, state: frame.id === 'double-cut' ? window.kept : null }, '*')
  })
</script></html>`

test.beforeAll(async ({ baseURL }) => {
  book = createServer((_, response) => response.setHeader('Content-Type', 'text/html; charset=utf-8').end(BELOW(String(baseURL))))
  await new Promise<void>((resolve) => book.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(book.address() as AddressInfo).port}/`
})

test.afterAll(() => void book.close())

const frameOf = (page: Page, name: string): FrameLocator => page.frameLocator(`#${name}`)

test('frames that nobody has scrolled to show their run and say their height, and load no more', async ({ page, request }) => {
  const asked = scriptsOf(page)
  await page.goto(address, { waitUntil: 'networkidle' })
  await expect.poll(() => page.evaluate('Object.keys(window.heights).length')).toBe(3)
  for (const name of ['first-cut', 'double-cut', 'story']) {
    await expect(frameOf(page, name).locator('#pill')).toHaveText('Plug back in')
    expect(await page.evaluate(`window.heights['${name}']`)).toBeGreaterThan(300)
  }
  const named = namedScripts(await (await request.get(EMBED)).text())
  expect([...new Set(asked())].sort()).toEqual(named.sort())
})

test('a run of an earlier visit is back on stage in a frame that nobody has scrolled to', async ({ page }) => {
  const kept = { v: 1, scenario: 'double-cut', goals: ['cut'], step: 7 }
  await page.goto(`${address}?kept=${encodeURIComponent(JSON.stringify(kept))}`)
  const reported = page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('message', ({ data }) => data.result && resolve(data.result.goals))
        setInterval(() => {
          const frame = document.getElementById('double-cut') as HTMLIFrameElement
          const asked = { ns: 'pull-the-plug', v: 1, jsonrpc: '2.0', id: 1, method: 'getState' }
          frame.contentWindow?.postMessage(asked, '*')
        }, 200)
      }),
  )
  expect(await reported).toMatchObject({ cut: true, resumed: false })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('an embed shows its recorded run, and the way to the full page', async ({ page, baseURL }) => {
    await page.goto(EMBED)
    await expect(page.getByRole('button', { name: 'Row 2, received', exact: true })).toBeVisible()
    await expect(page.locator('.plug-button:visible')).toHaveCount(0)
    expect(await page.getByRole('link', { name: 'Full page' }).evaluate((link: HTMLAnchorElement) => link.href)).toBe(`${baseURL}/`)
  })
})

/** Names of the scripts that the page and its frames have asked for. */
function scriptsOf(page: Page): () => string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const [, path] = /\/_next\/(.+\.js)/.exec(request.url()) ?? []
    if (path) asked.push(path)
  })
  return () => [...asked]
}

/** Opens the embed with the scripts its page names. `come` lets the rest come, and waits until the stage is alive. */
async function openWithoutRest(page: Page): Promise<{ come(): Promise<void> }> {
  await page.goto(EMBED, { waitUntil: 'networkidle' })
  let letCome = () => {}
  const coming = new Promise<void>((resolve) => {
    letCome = resolve
  })
  await page.route('**/_next/static/**', async (route) => {
    await coming
    await route.continue()
  })
  return {
    async come() {
      letCome()
      // the timeline is measured then, and drawn once instead of twice
      await expect(page.getByRole('slider', { name: 'Playhead', includeHidden: true })).toHaveCount(1)
    },
  }
}

/** The middle of the plug in the page, once it hangs still. */
async function plugOf(page: Page): Promise<Point> {
  const plug = page.locator('.plug-button:visible')
  await plug.hover({ trial: true, timeout: 10_000 })
  const box = await plug.boundingBox()
  if (!box) throw new Error('the plug is not on screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 + (await page.evaluate(() => scrollY)) }
}

const playhead = (page: Page): Locator => page.locator('input[aria-label="Playhead"]:visible').first()

const momentOf = async (page: Page): Promise<number> => Number(await playhead(page).inputValue())

/** Where the parts of the stage are. */
const boxesOf = (page: Page) =>
  page.locator('.stage > *, .foot *').evaluateAll((parts) =>
    parts.map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect()
      return [part.className, Math.round(x), Math.round(y), Math.round(width), Math.round(height)].join(' ')
    }),
  )
