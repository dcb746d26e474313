/** Cuts that a simple client would not survive, and a page that is loaded anew in the middle of a run. */
import { expect, test } from './fixtures'
import { FAST, lastEventIdOf, MESSAGES, Stage } from './stage'

test('a cut right after the push, before anything came back, loses nothing', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await stage.start()
  await stage.toHaveRow(3)
  await stage.pull()
  await stage.toCountAtLeast('missing', 2)
  const call = await stage.keptValue('call')
  const resume = stage.resumeAfter(call)
  await stage.pill.click()
  await resume
  await stage.pull()
  await stage.push()
  await stage.toBeWhole()
  expect(stage.calls()).toBe(1)
})

test('a cut in the middle of what follows a replay loses nothing', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await stage.start()
  await stage.toHaveRow(3)
  await stage.pull()
  await stage.toCountAtLeast('missing', 2)
  await stage.push()
  await stage.toHaveRow(6)
  await stage.pull()
  const second = await stage.keptValue('call')
  await stage.toCountAtLeast('missing', 2)
  await stage.push()
  await stage.toBeWhole()
  expect(stage.requests.map(lastEventIdOf)).toContain(second)
  expect(stage.calls()).toBe(1)
})

test('a page loaded anew in the middle of a run picks it up and ends exactly', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await stage.start()
  await stage.toHaveRow(3)
  const session = await stage.keptValue('session')
  await page.reload()
  await stage.toShow('your run')
  await expect(stage.kept('session')).toHaveAttribute('title', session)
  await stage.toBeWhole()
  expect(stage.calls(), 'the tool was called once, before the reload').toBe(1)
  expect(stage.requests.some((request) => lastEventIdOf(request)?.startsWith('call-2/'))).toBe(true)
})

test('a page loaded anew while the plug is out still gets everything', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await stage.start()
  await stage.toHaveRow(3)
  await stage.pull()
  await stage.toCountAtLeast('missing', 2)
  await page.reload()
  await stage.toShow('your run')
  await stage.toBeWhole()
  expect(stage.calls()).toBe(1)
})

test('a run that nobody cuts is whole, and nothing is replayed', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await stage.start(FAST)
  await stage.toBeWhole()
  await stage.toCount('received', MESSAGES)
  await stage.toCount('replayed', 0)
})
