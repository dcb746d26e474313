/** The app as files: the main story, a reload, links, and what may be missing. No request leaves the folder, and none goes to a server. */
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { Stage } from './stage'

test('the main story works without a server, and nothing is asked for outside the folder', async ({ page, baseURL }) => {
  const asked = watchRequests(page)
  const stage = new Stage(page)
  await stage.open('./')
  await expect((await stage.openTerms()).getByText('in this page')).toBeVisible()
  await stage.closeTerms()
  await stage.start()
  await stage.toHaveRow(3)
  await stage.pull()
  const call = await stage.keptValue('call')
  await stage.toCountAtLeast('missing', 2)
  await stage.push()
  await stage.toBeWhole()
  expect((await stage.rowsThatAre('replayed'))[0]).toBe(Number(call.split('/')[1]) + 1)
  expect(asked.length).toBeGreaterThan(5)
  for (const url of asked) expect(url.startsWith(baseURL ?? ''), url).toBe(true)
})

test('a reload takes the server with it: its log comes back, the tool does not, and the page says so', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open('./')
  await stage.start()
  await stage.toHaveRow(3)
  const session = await stage.keptValue('session')
  await stage.pull()
  await stage.toCountAtLeast('missing', 2)
  await page.reload()
  await stage.toShow('your run')
  await expect(stage.kept('session')).toHaveAttribute('title', session)
  await expect(stage.notice).toContainText('The server restarted while "paint_picture" was running')
  await stage.toCount('missing', 0)
  expect((await stage.rowsReceived()).length, 'what was stored before is replayed').toBeGreaterThanOrEqual(5)
})

test('a page whose storage is off works, only a reload begins anew', async ({ page }) => {
  await page.addInitScript(() => {
    const denied = () => {
      throw new DOMException('storage is off', 'SecurityError')
    }
    for (const name of ['sessionStorage', 'localStorage']) Object.defineProperty(window, name, { get: denied })
  })
  const stage = new Stage(page)
  await stage.open('./')
  await stage.start()
  await stage.toHaveRow(3)
  await stage.pull()
  await stage.toCountAtLeast('missing', 2)
  await stage.push()
  await stage.toBeWhole()
  await page.reload()
  await stage.toShow('a recorded run')
})

test('deep links work: an embed by its address, with and without the slash, and a page that is not there', async ({ page }) => {
  for (const address of ['embed/v1/first-cut/', 'embed/v1/first-cut?theme=dark']) {
    await page.goto(address)
    await expect(page.locator('#pill')).toHaveText('Plug back in')
  }
  const answer = await page.goto('lessons/nobody/is/here')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading')).toContainText('404')
})

test('a run that is not there is answered with the names there are: in a tab, and in the element', async ({ page, baseURL }) => {
  const answer = await page.goto('embed/v1/nobody/')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading')).toHaveText('This site knows no run named "nobody".')
  await expect(page.getByText('first-cut, double-cut')).toBeVisible()

  await openChapter(page, String(baseURL), 'nobody')
  const told = page.locator('pull-the-plug').evaluate((element) =>
    (element as HTMLElement & { load(): Promise<unknown> }).load().then(
      () => 'it answered',
      (error: Error) => error.message,
    ),
  )
  expect(await told).toMatch(/knows no run named "nobody"\. There are: first-cut, /)
  await expect(page.getByRole('alert')).toContainText('knows no run named "nobody"')
})

test('where the host answers with a page of its own, the element says that nothing answers', async ({ page, baseURL }) => {
  await page.route('**/embed/v1/nobody/', (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<p>Not found</p>' }))
  await openChapter(page, String(baseURL), 'nobody')
  await expect(page.getByRole('alert')).toContainText('Nothing answers here. Is "nobody" the name of a run')
  await page.locator('pull-the-plug').evaluate((element) => element.setAttribute('scenario', 'story'))
  await expect(page.frameLocator('iframe').locator('#pill')).toHaveText('Plug back in')
  await expect(page.getByRole('alert')).toHaveCount(0)
})

/** A page of another origin, with one embed of the folder. Gone with the page. */
async function openChapter(page: Page, root: string, scenario: string): Promise<void> {
  const html = `<!doctype html><title>Chapter</title><script src="${root}embed/v1/pull-the-plug.js"></script><pull-the-plug scenario="${scenario}" loading="eager"></pull-the-plug>`
  const book = createServer((_, response) => response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html))
  await new Promise<void>((resolve) => book.listen(0, '127.0.0.1', resolve))
  page.once('close', () => book.close())
  await page.goto(`http://127.0.0.1:${(book.address() as AddressInfo).port}/`)
}

test('a lesson is walked step by step, with its own addresses, and runs', async ({ page, baseURL }) => {
  await page.goto('lessons/pull-the-plug/')
  await page.waitForFunction(() => 'pullThePlug' in window)
  await page.getByRole('link', { name: 'Next step' }).click()
  await expect(page).toHaveURL(`${baseURL}lessons/pull-the-plug/2`)
  // The engine is loaded after the address has changed its depth.
  const end = await page.evaluate(async () => {
    const { pullThePlug: playground } = window as unknown as { pullThePlug: import('../lib/playground/types').Playground }
    playground.setOptions({ delay: 100 })
    await playground.start()
    return playground.getState().phase
  })
  expect(end).toBe('settled')
  await page.getByRole('link', { name: 'Deutsch' }).first().click()
  await expect(page).toHaveURL(`${baseURL}de/lessons/pull-the-plug/2/`)
  await expect(page.getByRole('heading').first()).toBeVisible()
})

test('every page of the folder loads with nothing missing and nothing from elsewhere', async ({ page, baseURL }) => {
  // It walks through more than thirty pages.
  test.setTimeout(300_000)
  const { FOLDER, pagesIn } = await import('../scripts/static/build.mjs')
  const addresses = pagesIn(FOLDER)
  expect(addresses.length).toBeGreaterThan(3)
  const asked = watchRequests(page)
  const missing: string[] = []
  page.on('response', (response) => void (response.status() >= 400 && missing.push(response.url())))
  for (const address of oneOfEachKind(addresses)) {
    await page.goto(`.${address}`, { waitUntil: 'networkidle' })
    await expect(page.getByRole('main').first()).toBeVisible()
  }
  expect(missing).toEqual([])
  for (const url of asked) expect(url.startsWith(baseURL ?? ''), url).toBe(true)
})

test('one scenario in one file works from the disk', async ({ page }) => {
  const { buildSingle } = await import('../scripts/build/single/build.mjs')
  const { path } = await buildSingle('first-cut')
  expect(existsSync(path)).toBe(true)
  const asked = watchRequests(page)
  await page.goto(pathToFileURL(path).href)
  const pill = page.locator('#pill')
  await pill.click()
  const end = { timeout: 45_000 }
  await expect(pill).toHaveAttribute('data-act', 'start', end)
  await pill.click()
  await expect(page.getByRole('button', { name: 'Row 3, received', exact: true })).toBeVisible(end)
  await pill.click()
  await expect(pill).toHaveText('Plug back in')
  await pill.click()
  await expect(page.getByRole('button', { name: 'Row 16, received', exact: true })).toBeVisible(end)
  expect(asked).toHaveLength(1)
})

function watchRequests(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(request.url())
  })
  return asked
}

/** Pages that differ in one name only are made by the same code: the first of each kind will do. */
function oneOfEachKind(addresses: readonly string[]): string[] {
  const kinds = new Map(addresses.map((address) => [address.replace(/[^/]+\/$/, ''), address]))
  return [...kinds.values()]
}
