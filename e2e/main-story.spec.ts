/** The one thing everyone must see: cut, what was kept, plug in, and exactly the missed events come back. On desktop and phone. */
import { expect, test } from './fixtures'
import { MESSAGES, Stage } from './stage'

test('the first paint is a recorded run that was cut, with holes in the picture', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await stage.toBePlugged('out')
  expect(await stage.read('missing')).toBeGreaterThan(0)
  expect(await stage.read('stored')).toBe((await stage.read('received')) + (await stage.read('missing')))
  expect(stage.requests).toHaveLength(0)
})

test('the recorded run plays to its end when its plug is pushed in, and offers a live one', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await stage.push()
  await stage.toCount('missing', 0)
  await stage.toCount('received', MESSAGES)
  expect(stage.requests).toHaveLength(0)
  await stage.toBe('settled')
  await stage.pill.click()
  await stage.toShow('your run')
  await stage.toBeWhole()
})

test('what was missed comes back after the plug is pushed in, each row once', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await stage.start()
  await stage.toHaveRow(3)
  await stage.pull()

  const received = (await stage.rowsReceived()).length
  const call = await stage.keptValue('call')
  const session = await stage.keptValue('session')
  expect(call).toBe(`call-2/${received}`)

  await stage.toCountAtLeast('missing', 3)
  await expect(stage.kept('call')).toHaveText(call)
  await expect(stage.kept('session')).toHaveAttribute('title', session)
  await stage.toCount('received', received)

  const resume = stage.resumeAfter(call)
  await stage.push()
  expect((await resume).headers()['mcp-session-id']).toBe(session)

  await stage.toBeWhole()
  const replayed = await stage.rowsThatAre('replayed')
  expect(replayed.length).toBeGreaterThanOrEqual(3)
  expect(replayed, 'the replay begins with the first row that was missed and leaves out none').toEqual(
    replayed.map((_, index) => received + 1 + index),
  )
  expect(stage.calls(), 'a resume does not call the tool again').toBe(1)
})

test('when the tool ended during the outage, what is replayed is exactly what was missing', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await stage.start()
  await stage.toHaveRow(3)
  await stage.pull()
  await stage.toCount('stored', MESSAGES)
  const missing = await stage.read('missing')
  expect(missing + (await stage.read('received'))).toBe(MESSAGES)
  await stage.push()
  await stage.toBeWhole()
  await stage.toCount('replayed', missing)
})

test('a second run starts from nothing, in a session of its own', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await stage.start()
  await stage.toHaveRow(2)
  const first = await stage.keptValue('session')
  await stage.toBeWhole()
  await stage.pill.click()
  await stage.toBe('running')
  await expect(stage.kept('session')).not.toHaveAttribute('title', first)
  await stage.toBeWhole()
  await stage.toCount('replayed', 0)
  expect(stage.calls()).toBe(2)
})
