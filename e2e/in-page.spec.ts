/** The server inside the page, where there is one over HTTP, too: chosen by the reader, and put through the fuzz suite in this browser. */
import { gzipSync } from 'node:zlib'
import { expect, test } from './fixtures'
import { Stage } from './stage'

test('the reader can have the server in the page: cut and resumed like any other, and nothing goes out', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  const home = (await stage.openTerms()).getByRole('combobox', { name: /^Server/ })
  await expect(home.locator('option:checked')).toHaveText('over HTTP')
  await home.selectOption('in this page')
  await stage.closeTerms()
  await stage.start()
  await stage.toHaveRow(3)
  await stage.pull()
  await stage.toCountAtLeast('missing', 2)
  await stage.push()
  await stage.toBeWhole()
  expect(stage.requests).toEqual([])
})

test('the fuzz suite passes unchanged: random cuts, and a cut at every 13th byte', async ({ page }, info) => {
  test.skip(info.project.name !== 'desktop', 'the screen has no part in it')
  const seed = Date.now() % 1_000_000_000
  const { bundleForPage } = await import('../scripts/build/vite.mjs')
  const { script } = await bundleForPage('test/fuzz/in-a-page/cuts.ts', {
    minify: false,
    alias: { vitest: 'test/fuzz/in-a-page/vitest.ts' },
    define: { 'process.env': JSON.stringify({ PTP_SEED: String(seed), PTP_RUNS: '60' }) },
  })
  await page.goto('/')
  await page.evaluate(script)
  const passed = await page.evaluate(() => (window as unknown as { fuzz: Promise<string[]> }).fuzz)
  expect(passed).toHaveLength(4)
})

test.describe('the engine', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('with the server in it weighs at most 98 kB, and is loaded on the first act', async ({ page }, info) => {
    test.skip(info.project.name !== 'desktop', 'the screen has no part in it')
    const stage = new Stage(page)
    await stage.open()
    await (await stage.openTerms()).getByRole('combobox', { name: /^Server/ }).selectOption('in this page')
    await stage.closeTerms()
    const scripts: Promise<Buffer>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body())
    })
    await stage.start()
    await stage.toHaveRow(1)
    const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script, { level: 9 }).length)
    expect(sizes.length).toBeGreaterThan(0)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(98_000)
  })
})
