/** An embed on a page of a course system that has the H5P resizer: it is as high as its content, in a sandbox too, and never runs after itself. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { otherOrigin } from './other-origin'

type Course = { readonly resized: Readonly<Record<string, readonly number[]>> }

const coursePage = otherOrigin('course-page.html')

/** Height of the frame, and of what is in it. */
async function heights(page: Page, id: string): Promise<{ outside: number; inside: number }> {
  const frame = page.locator(`#${id}`)
  const outside = await frame.evaluate((element) => element.clientHeight)
  const inside = await frame
    .contentFrame()
    .locator('.app')
    .evaluate((element) => element.getBoundingClientRect().height)
  return { outside, inside }
}

const toFit = (page: Page, id: string) =>
  expect
    .poll(async () => {
      const { outside, inside } = await heights(page, id)
      return outside > 200 && Math.abs(outside - inside) <= 2
    })
    .toBe(true)

const said = (page: Page, id: string) => page.evaluate((name) => (window as unknown as Course).resized[name]?.length ?? 0, id)

/** Time for a loop to show itself: every turn of it takes at most two frames. */
const sixtyFrames = (page: Page) =>
  page.evaluate(async () => {
    for (let i = 0; i < 60; i++) await new Promise(requestAnimationFrame)
  })

for (const id of ['own', 'sandboxed']) {
  test(`the H5P resizer makes a frame ${id === 'own' ? 'with an origin of its own' : 'in a sandbox'} as high as its content, and lets it shrink`, async ({
    page,
  }) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.setViewportSize({ width: 1000, height: 900 })
    await page.goto(coursePage())
    await toFit(page, id)
    const wide = (await heights(page, id)).outside
    await page.setViewportSize({ width: 380, height: 900 })
    await expect.poll(async () => (await heights(page, id)).outside).not.toBe(wide)
    await toFit(page, id)
    await page.setViewportSize({ width: 1000, height: 900 })
    await expect.poll(async () => (await heights(page, id)).outside).toBe(wide)
    await sixtyFrames(page)
    const before = await said(page, id)
    await sixtyFrames(page)
    expect(await said(page, id), 'nobody moved anything').toBe(before)
    expect(errors, 'the page of the course is not disturbed').toEqual([])
  })
}
