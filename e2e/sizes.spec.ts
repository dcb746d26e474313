/**
 * Every size, every length: each screen in each window with the longest content it meets. Nothing lies over anything, nothing is cut
 * off, no page scrolls sideways, no text is too small, and stage and button are in view at once.
 */
import { expect, test } from './fixtures'
import { layoutFaults } from './sizes/layout'
import { open, putOnStage, rulesOf, SCREENS, seenAt } from './sizes/screens'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const screen of SCREENS) {
  test(`${screen.name} holds the longest content in every window`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await open(page, screen)
    const faults: string[] = []
    for (const state of screen.states ?? [undefined]) {
      if (state) await putOnStage(page, state)
      for (const size of screen.sizes) {
        await seenAt(page, size)
        const where = [size.join(' × '), ...(state ? [state.name] : [])].join(', ')
        faults.push(...(await layoutFaults(page, rulesOf(screen, size))).map((fault) => `${where}: ${fault}`))
      }
    }
    expect(faults).toEqual([])
  })
}
