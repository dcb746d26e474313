/** Faults beyond the plug, edited headers, and a server that is broken on purpose: set on the page, seen on the wire, and survived. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { lastEventIdOf, Stage } from './stage'

test('a cut in the middle of an event, armed before the run, loses nothing', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await openFaults(page)
  await page.getByRole('button', { name: 'Arm Inside an event' }).click()
  await expect(page.getByText('Armed for the next run')).toBeVisible()
  await toHaveNoViolations(page)
  await closeFaults(page)
  await stage.openSettings()
  await stage.slowDown()
  await page.getByRole('button', { name: 'Run it live' }).click()
  await stage.closeSettings()
  await stage.toBePlugged('in')
  await stage.toBePlugged('out')
  await stage.push()
  await stage.toBeWhole()
  expect(stage.calls()).toBe(1)
})

test('a server that closes politely is polled after the time it said, and the panel tells what happened', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await stage.start()
  await stage.toHaveRow(2)
  await openFaults(page)
  await page.getByRole('tab', { name: 'Server' }).click()
  const resumed = page.waitForRequest((request) => lastEventIdOf(request)?.startsWith('call-2/') ?? false)
  await page.getByRole('button', { name: 'Do it Polite close' }).click()
  await resumed
  await stage.toBeWhole()
  expect(stage.calls()).toBe(1)
})

test('a made-up id is refused, the page shows the answer beside the specification, and asking as kept brings everything', async ({
  page,
}) => {
  const stage = new Stage(page)
  await stage.open()
  await stage.start()
  await stage.toHaveRow(2)
  await stage.pull()
  const kept = await stage.keptValue('call')
  await page.getByRole('button', { name: 'Edit what is sent as Last-Event-ID of call-2' }).click()
  await page.getByRole('button', { name: /^A made-up id/ }).click()
  await expect(page.locator('#pill-hint')).toContainText('Last-Event-ID: made-up/42')
  const refused = page.waitForResponse((response) => lastEventIdOf(response.request()) === 'made-up/42')
  await stage.push()
  expect((await refused).status()).toBe(400)
  await expect(stage.pill).toHaveText('Ask again as kept')
  await expect(page.getByRole('region', { name: 'The edited headers', includeHidden: true })).toContainText(
    'The specification is silent here',
  )
  const again = stage.resumeAfter(kept)
  await stage.pill.click()
  await again
  await stage.toBeWhole()
  expect(stage.calls()).toBe(1)
})

test('the bug of a broken server is named by the checker, with its public reference', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await stage.openSettings()
  await page.getByRole('button', { name: /^Server: / }).click()
  await page.getByRole('radio', { name: /^Broken on purpose/ }).check()
  await page.getByRole('combobox', { name: 'Case' }).selectOption('from-the-start')
  await page.getByRole('radio', { name: /^Broken on purpose/ }).press('Escape')
  await stage.start()
  await stage.toHaveRow(3)
  await stage.pull()
  await stage.toCountAtLeast('missing', 1)
  await stage.push()
  await stage.toCountAtLeast('duplicated', 1)
  await (await reach(page, 'Check')).click()
  await page.getByRole('radio', { name: /^Everything again/ }).check()
  await page.getByRole('button', { name: 'That is it' }).click()
  const checker = page.getByRole('region', { name: 'Check' })
  await expect(checker).toContainText('Right. The checker names it from this trace.')
  await expect(checker.getByRole('link', { name: /#\d+$/ })).toBeVisible()
})

async function openFaults(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More ways to break it', exact: true }).click()
  await expect(page.getByRole('complementary', { name: 'More ways to break it' })).toBeVisible()
}

async function closeFaults(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close: more ways to break it' }).click()
  await expect(page.getByRole('complementary', { name: 'More ways to break it' })).toBeHidden()
}

/** On a phone the inspector's tabs are on the Timeline screen. */
async function reach(page: Page, name: string) {
  const tab = page.getByRole('tab', { name, exact: true })
  if (!(await tab.isVisible())) await page.getByRole('link', { name: 'Timeline', exact: true }).click()
  return tab
}

async function toHaveNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const told = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`))
  expect(told, 'axe, the fault panel').toEqual([])
}
