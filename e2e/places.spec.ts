/** Addresses that open the playground at one thing, and the table of rules that links to them, in both languages. */
import { expect, test } from './fixtures'
import { Stage } from './stage'

test('a fault: its panel is open, its row in view and ready to be pressed', async ({ page }) => {
  await page.goto('/?fault=expire-session')
  const panel = page.getByRole('complementary', { name: 'More ways to break it' })
  await expect(panel.getByRole('tab', { name: 'Server' })).toHaveAttribute('aria-selected', 'true')
  const row = panel.locator('[data-fault="expire-session"]')
  await expect(row).toBeInViewport({ ratio: 1 })
  await expect(row.locator('[data-control]')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
})

test('a server: it is chosen, and its terms are open', async ({ page }) => {
  await page.goto('/?server=broken-random-ids')
  const terms = page.getByRole('group', { name: 'Terms of the next run' })
  await expect(terms).toBeVisible()
  await expect(terms.getByRole('radio', { name: /Broken on purpose/ })).toBeChecked()
  await expect(terms.locator('.term-case select')).toHaveValue('random-ids')
})

test('a header: it says what to do first, and the menu opens by itself', async ({ page }) => {
  const stage = new Stage(page)
  await page.goto('/?edit=call')
  await expect(page.locator('.open-place')).toHaveText(/start a run, then pull the plug/)
  await page.evaluate(() => window.pullThePlug?.setOptions({ delay: 1000 }))
  await page.evaluate(() => void window.pullThePlug?.start())
  await stage.toCountAtLeast('received', 2)
  await stage.pull()
  await expect(page.getByRole('group', { name: 'Send instead of this Last-Event-ID' })).toBeVisible()
  await expect(page.locator('.open-place')).toHaveCount(0)
})

test('an address that asks for what nobody knows opens the playground as ever', async ({ page }) => {
  await page.goto('/?fault=nothing&server=yours')
  await expect(page.locator('#pill')).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'More ways to break it' })).toHaveCount(0)
})

test('the table of rules leads to the thing itself, and speaks German on its German page', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same page')
  await page.goto('/de/coverage')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Was die Spezifikation sagt, und wo es gezeigt wird')
  await expect(page.locator('tbody tr')).toHaveCount(57)
  const bare = await page.locator('main a[href="/"], main a[href="/de"]').count()
  expect(bare, 'no link that only leads to the front door').toBe(0)
  await page.locator('a[href="/de?fault=polite-close"]').first().click()
  await expect(page.locator('[data-fault="polite-close"]')).toBeInViewport({ ratio: 1 })
  await page.goBack()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What the specification says, and where it is shown')
})
