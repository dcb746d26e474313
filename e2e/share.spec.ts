/** What leaves the page and comes back: a saved run, a link to a scenario, and files and links that cannot be read. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { Stage } from './stage'

async function openShare(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Keep and share' })).toBeVisible()
}

async function saved(page: Page, title: string): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: title }).click()
  const download = await downloading
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

async function choose(page: Page, name: string, text: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open a run…' }).click()
  await (await choosing).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

test('a scenario that comes with the address is done again live, and the run saved from it opens in a fresh page', async ({ page }) => {
  const stage = new Stage(page)
  await page.goto('/#v=1&picture=boat&delay=120&do=pull@r4~push@s8')
  await page.getByRole('button', { name: 'Run this scenario' }).click()
  await stage.toShow('your run')
  await stage.toBeWhole()
  expect(await stage.read('replayed')).toBeGreaterThanOrEqual(3)

  await openShare(page)
  const run = await saved(page, 'Save the run')
  expect(run.name).toMatch(/^pull-the-plug-paint-picture-.+\.json$/)
  const session = await page.evaluate(() =>
    window.pullThePlug?.getState().trace.observations.find((seen) => seen.kind === 'session.opened'),
  )
  expect(session && 'session' in session && run.text.includes(session.session), 'the session id stays here').toBe(false)

  const fresh = new Stage(await page.context().newPage())
  await fresh.open()
  await openShare(fresh.page)
  await choose(fresh.page, run.name, run.text)
  await fresh.toShow('a recorded run')
  for (const count of ['stored', 'received', 'missing', 'replayed'] as const) {
    await fresh.toCount(count, await stage.read(count))
  }
})

test('a run is opened by dropping its file anywhere, and its link tells what was done in it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const stage = new Stage(page)
  await stage.open()
  const text = readFileSync('lib/recordings/data/double-cut.recording.json', 'utf8')
  const dropped = await page.evaluateHandle((file) => {
    const data = new DataTransfer()
    data.items.add(new File([file], 'double-cut.json', { type: 'application/json' }))
    return data
  }, text)
  await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped })
  await expect(page.getByText('Let go to open this run')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped })
  await expect(page.getByText('Let go to open this run')).toBeHidden()
  await stage.toShow('a recorded run')
  await expect.poll(() => page.evaluate(() => window.pullThePlug?.getState().trace.recorded?.note)).toBe('Cut twice')

  await openShare(page)
  await page.getByRole('button', { name: 'Copy a link to this scenario' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied: the link' })).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(new URL(link).hash).toMatch(/^#v=1(&\w+=[\w-]+)*&do=pull@r\d+~push@s\d+~pull@r\d+~push@s\d+$/)
})

test('a file or a link that cannot be read says why, and the run on stage stays', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  const before = await stage.read('stored')
  await openShare(page)
  await choose(page, 'later.json', '{"version":9,"observations":[]}')
  await expect(stage.notice).toContainText('This recording is version 9, this page reads 3.')
  await choose(page, 'damaged.json', '{"version":1,"observations":[{"kind":"plug.pulled","at":"noon","seq":0,"vantage":"client"}]}')
  await expect(stage.notice).toContainText('at is "noon", not a time in milliseconds')
  await stage.toCount('stored', before)

  await page.keyboard.press('Escape')
  await page.goto('/#v=7&do=pull@r1')
  await expect(stage.notice).toContainText('This link is version 7, this page reads 1.')
  await stage.toCount('stored', before)
})

test('the timeline is saved as a picture, and an exchange is copied for the shell', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await new Stage(page).open()
  await openShare(page)
  const { text } = await saved(page, 'Save as SVG')
  expect(text).toMatch(/^<svg /)
  expect(text).not.toContain('class=')
  expect(text).not.toContain('var(--')
  const session = await page.evaluate(() =>
    window.pullThePlug?.getState().trace.observations.find((seen) => seen.kind === 'session.opened'),
  )
  expect(session && 'session' in session && text.includes(session.session), 'the drawing names a session by its ends').toBe(false)
  await page.getByRole('button', { name: 'Copy as curl' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible()
  const command = await page.evaluate(() => navigator.clipboard.readText())
  expect(command).toContain('curl -sN -i -X ')
  expect(command).toContain('"$SESSION"')
})
