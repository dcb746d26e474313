/** The whole story without a pointer: Tab, Enter and arrow keys. Not on the phone, which has no Tab key. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { MESSAGES, Stage } from './stage'

test('start, pull, push and look back with the keyboard alone', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await stage.slowDown()
  await tabTo(page, page.getByRole('button', { name: 'Run it live' }))
  await page.keyboard.press('Enter')
  await stage.toBe('running')
  await stage.toHaveRow(4)

  await tabTo(page, stage.pill)
  await page.keyboard.press('Enter')
  await stage.toBePlugged('out')
  await stage.toCountAtLeast('missing', 2)
  await expect(stage.pill, 'the focus stays where it was').toBeFocused()
  await page.keyboard.press('Enter')
  await stage.toBeWhole()

  await tabTo(page, stage.playhead)
  await page.keyboard.press('Home')
  await stage.toCount('received', 0)
  await page.keyboard.press('End')
  await stage.toCount('received', MESSAGES)
  const end = Number(await stage.playhead.getAttribute('aria-valuenow'))
  await page.keyboard.press('ArrowLeft')
  await expect.poll(async () => Number(await stage.playhead.getAttribute('aria-valuenow'))).toBeLessThan(end)
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => Number(await stage.playhead.getAttribute('aria-valuenow'))).toBe(end)
  await stage.toCount('received', MESSAGES)
})

test('the plug itself can be pulled and pushed with Enter and Space', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await stage.start()
  await stage.toHaveRow(3)
  await tabTo(page, stage.plug)
  await expect(stage.plug).toHaveAccessibleName(/pull/)
  await page.keyboard.press('Enter')
  await stage.toBePlugged('out')
  await expect(stage.plug).toHaveAccessibleName(/push/)
  await expect(stage.plug).toBeFocused()
  await page.keyboard.press('Space')
  await stage.toBePlugged('in')
  await stage.toBeWhole()
})

test('the inspector is a set of tabs that arrow keys walk through', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await tabTo(page, page.getByRole('tab', { name: 'Wire' }))
  for (const name of ['Store', 'Messages']) {
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('tab', { name })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('tabpanel', { name })).toBeVisible()
  }
})

/** Presses Tab until `target` has the focus, as someone without a mouse must. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const focused = () => target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement))
  for (let presses = 0; presses < 80; presses++) {
    if (await focused()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`80 presses of Tab did not reach ${target}`)
}
