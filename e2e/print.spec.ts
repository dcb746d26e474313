/** What goes on paper: every page in dark ink, a run as a figure, and an embed on somebody else's page as its picture. */
import { expect, test } from './fixtures'
import { otherOrigin } from './other-origin'
import { Stage } from './stage'

const bookPage = otherOrigin('book-page.html')

for (const path of ['/authors', '/coverage', '/lessons', '/nothing']) {
  test(`${path} is printed in dark ink on white, whatever its theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(path)
    await page.emulateMedia({ media: 'print' })
    const heading = page.getByRole('heading').filter({ visible: true }).first()
    const ink = await heading.evaluate((element) => getComputedStyle(element).color.match(/\d+/g)?.map(Number))
    for (const part of ink ?? [255]) expect(part).toBeLessThan(100)
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
  })
}

test('a run that nobody has touched is printed as the picture of it, which is fetched for that only', async ({ page }) => {
  const pictures: string[] = []
  page.on('request', (request) => request.url().endsWith('/first-cut.svg') && pictures.push(request.url()))
  const stage = new Stage(page)
  await stage.open()
  expect(pictures).toEqual([])
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const picture = page.getByRole('figure').locator('img')
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  await expect(page.getByRole('figure')).toContainText(new URL(page.url()).origin)
  await expect(stage.root).toBeHidden()
})

test('a moment that is not the first one is printed as it is, with its events', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  const loaded = page.waitForResponse((response) => response.url().includes('/_next/static/'))
  await page.evaluate(() => (window as unknown as { pullThePlug: { seek(at: number): void } }).pullThePlug.seek(0))
  await loaded
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await expect(page.locator('.printed-step .run-drawing')).toHaveCount(1, { timeout: 500 })
  }).toPass()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
})

test('an embed that is loaded is printed as its picture, with its address', async ({ page }) => {
  await page.goto(bookPage())
  await page.waitForFunction(() => customElements.get('pull-the-plug'))
  const first = page.locator('#first')
  await first.evaluate((element) => (element as unknown as { load(): Promise<unknown> }).load())
  await expect(first.locator('iframe')).toBeVisible()
  await expect(first.locator('img')).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(first.locator('iframe')).toBeHidden()
  await expect(first.locator('img')).toBeVisible()
  await expect.poll(() => first.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
})
