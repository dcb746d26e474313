/** The Code tab: the lines that just ran follow the playhead, and the code is the one of the lesson, in both languages. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { Stage } from './stage'

async function openCode(page: Page): Promise<Locator> {
  await new Stage(page).open()
  const timeline = page.getByRole('navigation').getByText('Timeline', { exact: true })
  if (await timeline.isVisible()) await timeline.click()
  await page.getByRole('tab', { name: 'Code' }).click()
  const code = page.getByTestId('code')
  await expect(code).toBeVisible()
  return code
}

test('the lit lines of the code follow the playhead', async ({ page }) => {
  const code = await openCode(page)
  const lit = code.locator('[aria-current="step"]')

  await page.getByRole('button', { name: /^Last/ }).click()
  await expect(lit.filter({ hasText: 'await client.close()' })).toBeVisible()

  await page.getByRole('button', { name: /^First/ }).click()
  await expect(lit.filter({ hasText: 'await client.close()' })).toHaveCount(0)
})

test('a lesson shows its code in two languages and for both sides', async ({ page }) => {
  const code = await openCode(page)
  await expect(code).toContainText('resumptionToken: kept.lastEventId')
  await page.getByRole('button', { name: 'Python' }).click()
  await expect(code).toContainText('resumption_token=kept["last_event_id"]')
  await page.getByRole('combobox', { name: 'Lesson' }).selectOption('stored-first')
  await page.getByRole('button', { name: 'Server', exact: true }).click()
  await expect(code).toContainText('class SessionLog(EventStore)')
  await expect(page.getByRole('button', { name: 'Copy server.py' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})
