/** Dragging, with a mouse or with a finger. */
import type { Page } from '@playwright/test'

export type Point = { readonly x: number; readonly y: number }
type Drag = (from: Point, to: Point) => Promise<void>

export const dragWith = async (page: Page, hasTouch: boolean): Promise<Drag> => (hasTouch ? finger(page) : mouse(page))

const mouse =
  (page: Page): Drag =>
  async (from, to) => {
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 12 })
    await page.mouse.up()
  }

/** Playwright has no touch drag: the events go straight to Chromium, where they are real touches. */
async function finger(page: Page): Promise<Drag> {
  const devtools = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  return async (from, to) => {
    await touch('touchStart', [from])
    for (let step = 1; step <= 12; step++) {
      const part = step / 12
      await touch('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }])
    }
    await touch('touchEnd', [])
  }
}
