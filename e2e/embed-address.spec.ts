/** What the address of an embed asks for: a language, and a run of one's own. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

/** Pulled after three rows, plugged in after six. */
const RUN = encodeURIComponent('v=1&delay=100&do=pull@r3~push@s6')

const count = (page: Page, kind: string) => page.locator(`.cnt[data-kind="${kind}"] b`)

test('an embed speaks German where its address says so, and says so itself', async ({ page }) => {
  await page.goto('/embed/v1/first-cut?lang=de')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.locator('#pill')).toHaveText('Stecker einstecken')
  await expect(page.getByRole('link', { name: 'Ganze Seite' })).toBeVisible()
  await page.goto('/embed/v1/plug-back-in?lang=de-AT')
  await expect(page.locator('#pill')).toHaveText('Stecker einstecken')
  await expect(page.getByRole('main')).toHaveAttribute('aria-label', 'Es kam zurück.')
})

test('the words of the element around it follow its language', async ({ page }) => {
  await page.goto('/authors')
  await page.waitForFunction(() => customElements.get('pull-the-plug') !== undefined)
  await page.evaluate(() => {
    const element = document.createElement('pull-the-plug')
    element.setAttribute('lang', 'de-AT')
    element.setAttribute('loading', 'click')
    document.body.prepend(element)
  })
  const element = page.locator('pull-the-plug[lang]')
  await expect(element.getByRole('link')).toHaveText('In eigenem Tab öffnen')
  await expect(element.getByRole('button')).toContainText('Zieh selbst den Stecker')
})

test('a language it does not know leaves it in English, and its author is told', async ({ page }) => {
  const told: string[] = []
  page.on('console', (message) => message.type() === 'warning' && told.push(message.text()))
  await page.goto('/embed/v1/first-cut?lang=tlh')
  await expect(page.locator('#pill')).toHaveText('Plug back in')
  await expect.poll(() => told).toContainEqual(expect.stringMatching(/lang="tlh" is not spoken here: there are en and de/))
})

test('a step after the last opens at the last, and its author is told', async ({ page }) => {
  const told: string[] = []
  page.on('console', (message) => message.type() === 'warning' && told.push(message.text()))
  await page.goto('/embed/v1/first-cut?step=9999')
  await expect(count(page, 'missing')).toHaveText('0')
  await expect.poll(() => told).toContainEqual(expect.stringMatching(/step="9999" is after the end: this run has \d+ steps/))
})

test('a run of the address is offered, and done live when the reader starts it', async ({ page }) => {
  await page.goto(`/embed/v1/first-cut?s=${RUN}`)
  const offer = page.getByRole('complementary', { name: 'A shared scenario' })
  await expect(offer).toContainText('Plug pulled after 3 received, plugged back in after 6 stored.')
  await offer.getByRole('button', { name: 'Run this scenario' }).click()
  await expect(page.locator('#pill')).toHaveText(/again/, { timeout: 45_000 })
  expect(Number(await count(page, 'replayed').textContent())).toBeGreaterThanOrEqual(3)
  await expect(count(page, 'missing')).toHaveText('0')
  await offer.getByRole('button', { name: 'Put this scenario away' }).click()
  await expect(offer).toHaveCount(0)
})

test('a host that starts an embed with a run of its own gets that run', async ({ page }) => {
  await page.goto('/authors')
  await page.evaluate(() => customElements.whenDefined('pull-the-plug').then(() => undefined))
  const replayed = await page.locator('pull-the-plug').evaluate(async (element, run) => {
    const plug = element as HTMLElement & Record<'load' | 'start' | 'getState', () => Promise<{ ledger: { replayed: number } }>>
    plug.setAttribute('s', decodeURIComponent(run))
    await plug.load()
    const done = new Promise<void>((resolve) => {
      plug.addEventListener('plug-phase', (event) => (event as CustomEvent).detail.phase === 'settled' && resolve())
    })
    await plug.start()
    await done
    return (await plug.getState()).ledger.replayed
  }, RUN)
  expect(replayed).toBeGreaterThanOrEqual(3)
})

for (const [custom, sentence] of [
  ['nonsense', /The s of this address is no shared run/],
  ['v=99', /cannot be read.*version 99/],
] as const) {
  test(`a run that cannot be read, s=${custom}, is answered with a sentence, and the embed works`, async ({ page }) => {
    const told: string[] = []
    page.on('console', (message) => message.type() === 'warning' && told.push(message.text()))
    await page.goto(`/embed/v1/first-cut?s=${encodeURIComponent(custom)}`)
    await expect.poll(() => told, 'its author is told').toContainEqual(expect.stringMatching(sentence))
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
    await page.locator('#pill').click()
    await expect(page.locator('.stage')).toHaveAttribute('data-plug', 'in')
  })
}

test('a run that is not there shows the first one with a sentence, and its author is told', async ({ page }) => {
  await page.goto('/authors')
  await page.evaluate(() => customElements.whenDefined('pull-the-plug').then(() => undefined))
  const element = page.locator('pull-the-plug')
  const told = element.evaluate((plug) => {
    const error = new Promise((resolve) => plug.addEventListener('plug-error', (event) => resolve((event as CustomEvent).detail.message)))
    plug.setAttribute('scenario', 'nobody')
    void (plug as HTMLElement & { load(): Promise<unknown> }).load()
    return error
  })
  expect(await told).toBe('This site knows no run named "nobody". The guide for authors lists the names.')
  await expect(element.frameLocator('iframe').getByRole('alert').filter({ hasText: 'nobody' })).toBeVisible()
  await element.frameLocator('iframe').locator('#pill').click()
  await expect(element.frameLocator('iframe').locator('.stage')).toHaveAttribute('data-plug', 'in')
})
