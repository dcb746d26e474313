/** German in the whole: plays on German pages, opens every panel and menu, and listens for English. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { LessonPage } from './lesson'
import { englishOn } from './said'
import { Stage } from './stage'

const SLOW = 1000

test.describe('at a desk', () => {
  test.skip(({ isMobile }) => isMobile, 'phones have their own')

  test('a lesson is German from the first word to the answer, in every panel', async ({ page }) => {
    const lesson = new LessonPage(page, { guide: 'Lektion', goals: 'Ziele' })
    await lesson.open('/de/lessons/plug-back-in')
    await toBeGerman(page, 'before')
    await lesson.start()
    await lesson.toHaveReceived(3)
    await toBeGerman(page, 'running')
    await lesson.stage.pill.click()
    await lesson.stage.toBePlugged('out')
    await lesson.toMiss(2)
    await toBeGerman(page, 'cut')
    await lesson.stage.pill.click()
    await lesson.toBeReached()
    await lesson.stage.toBe('settled')
    await toBeGerman(page, 'resumed')
    await panelsToBeGerman(page)
  })

  test('the playground is German: bar, menus, faults, and a wait', async ({ page }) => {
    const stage = await playground(page)
    await toBeGerman(page, 'recorded')
    await page.locator('.story-words summary').click()
    await page.locator('.terms-open').click()
    await page.locator('.term-choice input[name="server"]').last().check()
    await toBeGerman(page, 'terms')
    await page.locator('.term-choice input[name="server"]').first().check()
    await page.keyboard.press('Escape')
    await page.locator('.share-open').click()
    await expect(page.locator('.share-item').first()).toBeVisible()
    await toBeGerman(page, 'share')
    await page.keyboard.press('Escape')
    await page.locator('.break-open').click()
    const groups = page.locator('.read [role="tab"], [data-faults] [role="tab"], main [role="tab"]:not([id^="tab-"])')
    await expect(groups.first()).toBeVisible()
    for (const tab of await groups.all()) {
      await tab.click()
      await toBeGerman(page, `faults ${await tab.textContent()}`)
    }
    await page.locator('.break-open').click()
    await page.locator('#pill').click()
    await stage.toBe('running')
    await stage.toCountAtLeast('received', 2)
    await stage.pill.click()
    await stage.toBePlugged('out')
    await stage.toCountAtLeast('missing', 1)
    await toBeGerman(page, 'cut')
    await page.locator('.tag-edit').first().click()
    await toBeGerman(page, 'edit')
    await page.keyboard.press('Escape')
    await page.evaluate(() => window.pullThePlug?.setFault('end-session', true))
    await stage.pill.click()
    await expect(stage.notice).toBeVisible()
    await toBeGerman(page, 'ended')
    await panelsToBeGerman(page)
  })
})

test.describe('on a phone', () => {
  test.skip(({ isMobile }) => !isMobile, 'desks have their own')

  test('German fits: nothing is wider than the phone, on no screen, cut or not', async ({ page }) => {
    const stage = await playground(page)
    await page.locator('#pill').click()
    await stage.toBe('running')
    await stage.toCountAtLeast('received', 2)
    await stage.pill.click()
    await stage.toCountAtLeast('missing', 1)
    for (const screen of ['Lesen', 'Tun', 'Zeitachse']) {
      await page.getByRole('link', { name: screen, exact: true }).click()
      await toBeGerman(page, screen)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), screen).toBeLessThanOrEqual(390)
    }
    await page.locator('.run-open').click()
    await toBeGerman(page, 'settings')
  })
})

async function playground(page: Page): Promise<Stage> {
  await page.goto('/de')
  await page.waitForFunction(() => 'pullThePlug' in window)
  await page.evaluate((delay) => window.pullThePlug?.setOptions({ delay }), SLOW)
  // the recorded run is left for a live one
  await page.locator('#pill').click()
  await expect(page.locator('#pill')).toHaveAttribute('data-act', 'start')
  return new Stage(page)
}

async function toBeGerman(page: Page, when: string): Promise<void> {
  expect(await englishOn(page), when).toEqual([])
}

/** Opens one tab of the inspector after the other. */
async function panelsToBeGerman(page: Page): Promise<void> {
  for (const tab of await page.locator('[role="tab"][id^="tab-"]').all()) {
    await tab.click()
    await expect(page.locator('#inspector-panel')).not.toContainText('Lädt')
    await toBeGerman(page, (await tab.textContent()) ?? '')
  }
}
