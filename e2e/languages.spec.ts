/**
 * Every language in the whole: plays on its pages, opens every panel and menu, and listens for English. What can be drawn without a browser,
 * components/i18n/screens.test.tsx draws; here are the live run, what opens on a press, and what fits on a phone.
 */
import type { Page } from '@playwright/test'
import type { Language } from '../lib/words/languages'
import { expect, test } from './fixtures'
import { LessonPage } from './lesson'
import { englishOn } from './said'
import { Stage } from './stage'

const SLOW = 1000

/** By language: what the tests look for by its name. */
const NAMES = {
  de: { guide: 'Lektion', goals: 'Ziele', loading: 'Lädt', screens: ['Lesen', 'Tun', 'Zeitachse'] },
} as const satisfies Readonly<Record<Exclude<Language, 'en'>, object>>
type Other = keyof typeof NAMES
const OTHERS = Object.keys(NAMES) as Other[]

test.describe('at a desk', () => {
  test.skip(({ isMobile }) => isMobile, 'phones have their own')

  for (const language of OTHERS) {
    test(`${language}: a lesson is translated from the first word to the answer, in every panel`, async ({ page }) => {
      const lesson = new LessonPage(page, { guide: NAMES[language].guide, goals: NAMES[language].goals })
      await lesson.open(`/${language}/lessons/plug-back-in`)
      await toBeTranslated(page, 'before')
      await lesson.start()
      await lesson.toHaveReceived(3)
      await toBeTranslated(page, 'running')
      await lesson.stage.pill.click()
      await lesson.stage.toBePlugged('out')
      await lesson.toMiss(2)
      await toBeTranslated(page, 'cut')
      await lesson.stage.pill.click()
      await lesson.toBeReached()
      await lesson.stage.toBe('settled')
      await toBeTranslated(page, 'resumed')
      await panelsToBeTranslated(page, language)
    })

    test(`${language}: the playground is translated: bar, menus, faults, and a wait`, async ({ page }) => {
      const stage = await playground(page, language)
      await toBeTranslated(page, 'recorded')
      await page.locator('.story-words summary').last().click()
      await page.locator('.terms-open').click()
      await page.locator('.term-choice input[name="server"]').last().check()
      await toBeTranslated(page, 'terms')
      await page.locator('.term-choice input[name="server"]').first().check()
      await page.keyboard.press('Escape')
      await page.locator('.share-open').click()
      await expect(page.locator('.share-item').first()).toBeVisible()
      await toBeTranslated(page, 'share')
      await page.keyboard.press('Escape')
      await page.locator('.break-open').click()
      const groups = page.locator('.read [role="tab"], [data-faults] [role="tab"], main [role="tab"]:not([id^="tab-"])')
      await expect(groups.first()).toBeVisible()
      for (const tab of await groups.all()) {
        await tab.click()
        await toBeTranslated(page, `faults ${await tab.textContent()}`)
      }
      await page.locator('.break-open').click()
      await page.locator('#pill').click()
      await stage.toBe('running')
      await stage.toCountAtLeast('received', 2)
      await stage.pill.click()
      await stage.toBePlugged('out')
      await stage.toCountAtLeast('missing', 1)
      await toBeTranslated(page, 'cut')
      await page.locator('.tag-edit').first().click()
      await toBeTranslated(page, 'edit')
      await page.keyboard.press('Escape')
      await page.evaluate(() => window.pullThePlug?.setFault('end-session', true))
      await stage.pill.click()
      await expect(stage.notice).toBeVisible()
      await toBeTranslated(page, 'ended')
      await panelsToBeTranslated(page, language)
    })
  }
})

test.describe('on a phone', () => {
  test.skip(({ isMobile }) => !isMobile, 'desks have their own')

  for (const language of OTHERS)
    test(`${language} fits: nothing is wider than the phone, on no screen, cut or not`, async ({ page }) => {
      const stage = await playground(page, language)
      await page.locator('#pill').click()
      await stage.toBe('running')
      await stage.toCountAtLeast('received', 2)
      await stage.pill.click()
      await stage.toCountAtLeast('missing', 1)
      for (const screen of NAMES[language].screens) {
        await page.getByRole('link', { name: screen, exact: true }).click()
        await toBeTranslated(page, screen)
        expect(await page.evaluate(() => document.documentElement.scrollWidth), screen).toBeLessThanOrEqual(390)
      }
      await page.locator('.run-open').click()
      await toBeTranslated(page, 'settings')
    })
})

async function playground(page: Page, language: Other): Promise<Stage> {
  await page.goto(`/${language}`)
  await page.waitForFunction(() => 'pullThePlug' in window)
  await page.evaluate((delay) => window.pullThePlug?.setOptions({ delay }), SLOW)
  // the recorded run is left for a live one
  await page.locator('#pill').click()
  await expect(page.locator('#pill')).toHaveAttribute('data-act', 'start')
  return new Stage(page)
}

async function toBeTranslated(page: Page, when: string): Promise<void> {
  expect(await englishOn(page), when).toEqual([])
}

/** Opens one tab of the inspector after the other. */
async function panelsToBeTranslated(page: Page, language: Other): Promise<void> {
  for (const tab of await page.locator('[role="tab"][id^="tab-"]').all()) {
    await tab.click()
    await expect(page.locator('#inspector-panel')).not.toContainText(NAMES[language].loading)
    await toBeTranslated(page, (await tab.textContent()) ?? '')
  }
}
