/** The counter-example: the same tool and the same cut, on a server that keeps no event log. */
import { expect, test } from './fixtures'
import { lastEventIdOf, MESSAGES, ROWS, Stage } from './stage'

test('without an event log the loss stays, and the call fails at once with a reason', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await stage.openSettings()
  await stage.withoutResumability.click()
  await expect(stage.withoutResumability).toBeChecked()
  await stage.start()
  await stage.toHaveRow(4)
  await stage.pull()

  await expect(stage.notice).toContainText(/\w{3,}/)
  expect((await stage.rowsReceived()).length).toBeLessThan(ROWS)
  expect(stage.requests.map(lastEventIdOf).filter(Boolean), 'there is no id to resume after').toEqual([])
  await stage.toCountAtLeast('lost', 1)
  expect(await stage.read('received')).toBeLessThan(MESSAGES)
  await stage.toCount('replayed', 0)
})

test('switched back on, the next run is whole again', async ({ page }) => {
  const stage = new Stage(page)
  await stage.open()
  await stage.openSettings()
  await stage.withoutResumability.click()
  await stage.withoutResumability.click()
  await expect(stage.withoutResumability).not.toBeChecked()
  await stage.start()
  await stage.toHaveRow(3)
  await stage.pull()
  await stage.toCountAtLeast('missing', 1)
  await stage.push()
  await stage.toBeWhole()
})
