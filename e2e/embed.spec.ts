/**
 * Embeds, as a book has them: a page of another origin, frames with `sandbox="allow-scripts"` only, driven by the element's API and by
 * SPLICE. The page is e2e/fixtures/book-page.html.
 */
import AxeBuilder from '@axe-core/playwright'
import type { FrameLocator, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { otherOrigin } from './other-origin'

type View = {
  readonly phase: string
  readonly plug: string
  readonly step: number
  readonly steps: number
  readonly score: number
  readonly goals: Readonly<Record<string, boolean>>
  readonly ledger: Readonly<Record<string, number>>
  readonly lastEventIds: Readonly<Record<string, string>>
}
type Element = HTMLElement & {
  load(): Promise<View>
  start(): Promise<View>
  pull(): Promise<View>
  push(): Promise<View>
  play(): Promise<View>
  pause(): Promise<View>
  seek(to: number | 'first' | 'last'): Promise<View>
  getState(): Promise<View>
  getTrace(): Promise<{ version: number; observations: { kind: string }[] }>
  on(event: string, listener: (detail: View) => void): () => void
  destroy(): void
}

const bookPage = otherOrigin('book-page.html')

const first = (page: Page): FrameLocator => page.locator('#first').frameLocator('iframe')
/** Calls a method of the first element, in the page. */
const ask = (page: Page, method: keyof Element, ...args: unknown[]): Promise<View> =>
  page.evaluate(
    ([name, rest]) => {
      const element = document.getElementById('first') as unknown as Record<string, (...all: unknown[]) => Promise<unknown>>
      return (element[name] as (...all: unknown[]) => Promise<unknown>)(...rest) as Promise<never>
    },
    [method, args] as const,
  )

async function open(page: Page): Promise<void> {
  await page.goto(bookPage())
  await page.waitForFunction(() => customElements.get('pull-the-plug'))
  await ask(page, 'load')
}

test('an embed in a sandbox of another origin shows a recorded run, and asks no server for anything', async ({ page, baseURL }) => {
  const calls: string[] = []
  const errors: string[] = []
  page.on('request', (request) => {
    const { pathname, origin } = new URL(request.url())
    if (/^\/(mcp|observations|faults|health)/.test(pathname)) calls.push(pathname)
    if (origin !== new URL(String(baseURL)).origin && request.frame() !== page.mainFrame()) calls.push(request.url())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  await open(page)
  await expect(first(page).getByRole('region', { name: 'Stage' })).toBeVisible()
  await expect(page.locator('#first').locator('iframe')).toHaveAttribute('sandbox', 'allow-scripts')
  expect(
    await first(page)
      .locator('html')
      .evaluate(() => self.origin),
  ).toBe('null')
  await ask(page, 'start')
  await ask(page, 'pull')
  expect(calls).toEqual([])
  expect(errors).toEqual([])
})

test('the element drives a live run: start, pull, push, and the missed events come back', async ({ page }) => {
  await open(page)
  const goals = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const reached: string[] = []
        ;(document.getElementById('first') as unknown as Element).on('goal', (detail) => {
          reached.push((detail as unknown as { goal: string }).goal)
          if (reached.length === 2) resolve(reached)
        })
      }),
  )
  await ask(page, 'start')
  await expect.poll(async () => (await ask(page, 'getState')).ledger.received).toBeGreaterThanOrEqual(2)
  const pulled = await ask(page, 'pull')
  expect(pulled.plug).toBe('out')
  await expect.poll(async () => (await ask(page, 'getState')).ledger.missing).toBeGreaterThanOrEqual(2)
  await expect(first(page).locator('#pill')).toHaveText('Plug back in')
  expect((await ask(page, 'push')).plug).toBe('in')
  expect(await goals).toEqual(['cut', 'resumed'])
  const view = await ask(page, 'getState')
  expect(view.score).toBe(1)
  expect(view.ledger.replayed).toBeGreaterThanOrEqual(2)
})

test('what cannot be done now is refused with a reason, and the trace that is handed out names no session', async ({ page }) => {
  await open(page)
  await expect(ask(page, 'pull')).rejects.toThrow(/no run is under way.*Call start\(\) first/)
  await expect(ask(page, 'seek', -1)).rejects.toThrow(/whole number/)
  await ask(page, 'start')
  await expect.poll(async () => (await ask(page, 'getState')).ledger.received).toBeGreaterThanOrEqual(1)
  const trace = JSON.stringify(await ask(page, 'getTrace'))
  expect(trace).toContain('"event.received"')
  const ids = [...trace.matchAll(/"session":"([^"]+)"/g)].map(([, id]) => id)
  expect(ids.length).toBeGreaterThan(0)
  for (const id of ids) expect(id).toMatch(/^.{4}[0-]+.{4}$/)
  expect(JSON.stringify(await ask(page, 'getState'))).not.toContain('session')
})

test('the playhead is moved from outside, and stays where it was put', async ({ page }) => {
  await open(page)
  expect((await ask(page, 'seek', 12)).step).toBe(12)
  await expect(first(page).locator('.cnt[data-kind="stored"] b')).toHaveText('2')
  expect((await ask(page, 'seek', 'first')).step).toBeLessThanOrEqual(1)
  const last = await ask(page, 'seek', 'last')
  expect(last.step).toBe(last.steps)
})

test('a frame follows its content, one with a height of its own keeps it, and one that waits loads when it is pressed', async ({
  page,
}) => {
  await open(page)
  const frame = page.locator('#first').locator('iframe')
  await expect.poll(() => heightDifference(page)).toBeLessThanOrEqual(2)
  const before = await frame.evaluate((element) => element.clientHeight)
  await page.setViewportSize({ width: 380, height: 800 })
  await expect.poll(() => frame.evaluate((element) => element.clientHeight)).not.toBe(before)
  await expect.poll(() => heightDifference(page)).toBeLessThanOrEqual(2)

  const second = page.locator('#second')
  await expect(second.locator('iframe')).toHaveCount(0)
  await expect(second.locator('img')).toHaveJSProperty('complete', true)
  expect(await second.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  await second.getByRole('button').click()
  await expect(second.frameLocator('iframe').locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(second.locator('iframe')).toHaveCSS('height', '540px')
  await expect(second.frameLocator('iframe').locator('.embed-place')).toHaveAttribute('data-fixed', '')
})

/** How much the frame is higher or lower than what is in it. */
async function heightDifference(page: Page): Promise<number> {
  const outside = await page
    .locator('#first')
    .locator('iframe')
    .evaluate((element) => element.clientHeight)
  const inside = await first(page)
    .locator('.app')
    .evaluate((element) => element.getBoundingClientRect().height)
  return Math.abs(outside - inside)
}

test('a host that speaks SPLICE gets score and state, and a reader who comes back finds their run again', async ({ page }) => {
  await page.goto(bookPage())
  const third = page.frameLocator('#third')
  const pill = third.locator('#pill')
  await third.getByRole('button', { name: 'Last: now' }).click()
  await pill.click()
  await expect(pill).toHaveText('Pull the plug')
  await expect(third.getByRole('button', { name: 'Row 2, received', exact: true })).toBeVisible()
  await pill.click()
  await expect(third.locator('.stage')).toHaveAttribute('data-plug', 'out')
  await expect.poll(() => page.evaluate('window.kept?.goals')).toEqual(['cut'])
  expect(await page.evaluate('window.score')).toBeCloseTo(1 / 3)
  const heard = JSON.stringify(await page.evaluate('window.heard'))
  expect(heard).toContain('lti.frameResize')
  expect(heard).toContain('SPLICE.sendEvent')

  await page.reload()
  // the bundled run has ten rows here, the reader's fewer
  await expect(third.getByRole('button', { name: 'Row 10, received', exact: true })).toHaveCount(0)
  await expect(third.getByRole('button', { name: 'Row 2, received', exact: true })).toBeVisible()
  await expect(third.locator('.stage')).toHaveAttribute('data-plug', 'out')
})

test('with storage forbidden the embed works all the same', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'] as const) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('storage is off', 'SecurityError')
        },
      })
    }
  })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto('/embed/v1/first-cut')
  await page.getByRole('button', { name: 'Last: now' }).click()
  await page.locator('#pill').click()
  await expect(page.locator('#pill')).toHaveText('Pull the plug')
  await page.locator('#pill').click()
  await expect(page.locator('.stage')).toHaveAttribute('data-plug', 'out')
  expect(errors).toEqual([])
})

test('oEmbed: an embed names its endpoint, which answers with a frame that works', async ({ page, request }) => {
  await page.goto('/embed/v1/double-cut')
  const link = page.locator('link[rel="alternate"][type="application/json+oembed"]')
  const answer = await request.get(String(await link.getAttribute('href')))
  expect(answer.status()).toBe(200)
  const { html, type, thumbnail_url } = (await answer.json()) as Record<string, string>
  expect(type).toBe('rich')
  expect((await request.get(String(thumbnail_url))).headers()['content-type']).toContain('image/svg')
  await page.goto(bookPage())
  await page.evaluate((text) => document.body.insertAdjacentHTML('afterbegin', text), String(html))
  await expect(page.frameLocator('iframe[title="Interactive: Cut twice"]').locator('.stage')).toBeVisible()
  expect((await request.get('/oembed?format=xml&url=/')).status()).toBe(501)
  expect((await request.get('/oembed?url=/nothing')).status()).toBe(404)
})

test('the guide for authors shows what it offers: options change the embed and the tag, methods are answered', async ({ page }) => {
  await page.goto('/authors')
  const live = page.locator('pull-the-plug')
  await page.evaluate(() => customElements.whenDefined('pull-the-plug').then(() => undefined))
  await live.evaluate((element) => (element as Element).load())
  await page.getByRole('combobox', { name: 'Run', exact: true }).selectOption('without-resumability')
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark')
  await expect(page.locator('.code-block').first()).toContainText('<pull-the-plug scenario="without-resumability" theme="dark"')
  await expect(live.frameLocator('iframe').locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(live.frameLocator('iframe').getByText('This server keeps nothing.')).toBeVisible()
  await page.getByRole('button', { name: 'pull()' }).click()
  await expect(page.getByText(/no run is under way/)).toBeVisible()
})

test('the sample of the guide does what it says, on a page of another origin', async ({ page }) => {
  await page.goto('/authors')
  const sample = await page.locator('pre').filter({ hasText: 'plug.pull()' }).textContent()
  await open(page)
  const refused: string[] = []
  page.on('pageerror', ({ message }) => refused.push(message))
  await page.evaluate(`(async () => { ${sample}\n})()`)
  await expect.poll(async () => (await ask(page, 'getState')).phase, { timeout: 45_000 }).toBe('settled')
  const { ledger } = await ask(page, 'getState')
  expect(ledger.missing).toBe(0)
  expect(ledger.replayed).toBeGreaterThanOrEqual(5)
  expect(refused).toEqual([])
})

test('an address that this site does not know is answered with a sentence and the first run', async ({ page }) => {
  await page.goto('/embed/v2/first-cut')
  await expect(page.getByRole('alert').filter({ hasText: 'version 2, this site reads 1' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Stage' })).toBeVisible()
})

test('a step goes on paper as a figure, with its address and a code', async ({ page }) => {
  await page.goto('/embed/v1/first-cut?step=36&figure=1')
  const figure = page.getByRole('figure')
  await expect(figure.getByRole('img', { name: /^Plug in\. The client has 14 of 16 rows/ })).toBeVisible()
  await expect(figure.getByRole('img', { name: /^QR code of .*step=36$/ })).toBeVisible()
  await expect(figure.getByRole('row', { name: /^call-2\/10 progress 10 .* replayed$/ })).toBeVisible()
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.byteLength).toBeGreaterThan(10_000)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing to mend, ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    for (const path of ['/embed/v1/first-cut', '/embed/v1/story?figure=1', '/authors']) {
      test(`at ${path}`, async ({ page }) => {
        await page.goto(path)
        await expect(page.getByRole('main').or(page.getByRole('figure')).first()).toBeVisible()
        // axe's own preloading writes style elements, which the page's policy forbids it
        const axe = new AxeBuilder({ page }).options({ preload: false }).disableRules(['page-has-heading-one'])
        const { violations } = await axe.analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)).toEqual([])
      })
    }
  })
}
