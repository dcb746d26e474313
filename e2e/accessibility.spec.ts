/** axe on every state of the page, light and dark, on desktop and phone. Motion is reduced, so that no colour is caught halfway. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { LONG_PAUSE, Stage } from './stage'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing to mend, ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('in the recorded run, and with the inspector open', async ({ page }) => {
      const stage = new Stage(page)
      await stage.open()
      await toHaveNoViolations(page, 'recorded')
      for (const name of ['Wire', 'Store', 'Messages', 'Table']) {
        const tab = await reach(page, name)
        await tab.click()
        await expect(tab).toHaveAttribute('aria-selected', 'true')
        await expect(page.getByRole('tabpanel', { name })).toBeVisible()
        await toHaveNoViolations(page, `inspector: ${name}`)
      }
    })

    test('running, cut and resumed', async ({ page }) => {
      const stage = new Stage(page)
      await stage.open()
      await stage.start(LONG_PAUSE)
      await stage.toHaveRow(2)
      await toHaveNoViolations(page, 'running')
      await stage.pull()
      await stage.toCountAtLeast('missing', 2)
      await toHaveNoViolations(page, 'cut')
      await stage.push()
      await stage.toBeWhole()
      await toHaveNoViolations(page, 'resumed')
    })

    test('after a loss that nothing can bring back', async ({ page }) => {
      const stage = new Stage(page)
      await stage.open()
      await stage.openSettings()
      await stage.withoutResumability.click()
      await stage.start()
      await stage.toHaveRow(3)
      await stage.pull()
      await expect(stage.notice).toBeVisible()
      await toHaveNoViolations(page, 'lost')
    })
  })
}

/** On a phone the inspector's tabs are on the Timeline screen. */
async function reach(page: Page, name: string) {
  const tab = page.getByRole('tab', { name, exact: true })
  if (!(await tab.isVisible())) await page.getByRole('link', { name: 'Timeline', exact: true }).click()
  return tab
}

async function toHaveNoViolations(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  at ${target.join(' ')}\n  ${failureSummary?.replaceAll('\n', '\n  ')}`),
  )
  expect(told, `axe, ${state}`).toEqual([])
}
