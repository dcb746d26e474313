/**
 * What is wrong with a layout, as sentences; none when all is well:
 *
 *   wide         the page scrolls sideways
 *   small        text under the smallest size
 *   clipped      text cut off where neither an ellipsis nor a scroller is meant
 *   overlap      text over other text, and pairs of things that must not meet
 *   out of view  what must be seen without scrolling
 */
import type { Page } from '@playwright/test'
import { type Box, type Measures, measure, type TextBox } from './measure'

export type LayoutRules = {
  /** CSS pixels */
  readonly smallestText: number
  /** pairs of selectors whose boxes must not overlap */
  readonly apart: readonly (readonly [string, string])[]
  /** what must be whole inside the window, without scrolling */
  readonly inView: readonly string[]
  /** left out of all checks */
  readonly ignored: readonly string[]
}

/** Every fault of the page's layout, once. */
export async function layoutFaults(page: Page, rules: LayoutRules): Promise<string[]> {
  const things = [...new Set([...rules.apart.flat(), ...rules.inView])]
  return faultsOf(await page.evaluate(measure, { ignored: rules.ignored, things }), rules)
}

/** Rounding of a browser. */
const SLACK = 1.5

export function faultsOf({ page, window, texts, things }: Measures, { smallestText, apart, inView }: LayoutRules): string[] {
  const pairs = apart.filter(([one, other]) => things[one]?.some((box) => things[other]?.some((second) => meet(box, second, SLACK))))
  const hidden = inView.filter((name) => !things[name]?.some((box) => isInside(box, window)))
  return [
    ...new Set([
      ...(page > window.width + 1 ? [`wide: the page is ${page} px wide in a window of ${window.width} px`] : []),
      ...texts
        .filter(({ size }) => size > 0 && size < smallestText - 0.05)
        .map(({ name, size }) => `small: ${name} is ${size.toFixed(1)} px`),
      ...texts.filter((text) => text.cut || leaves(text, window.width)).map(({ name }) => `clipped: ${name}`),
      ...overlaps(texts),
      ...pairs.map(([one, other]) => `overlap: ${one} and ${other}`),
      ...hidden.map(
        (name) =>
          `out of view: ${name} from ${Math.round(things[name]?.[0]?.top ?? 0)} to ${Math.round(things[name]?.[0]?.bottom ?? 0)} px`,
      ),
    ]),
  ]
}

const leaves = ({ boxes }: TextBox, width: number): boolean =>
  boxes.some(({ left, right }) => left < width && (right > width + SLACK || left < -SLACK))

const isInside = ({ left, top, right, bottom }: Box, { width, height }: Measures['window']): boolean =>
  left >= -SLACK && top >= -SLACK && right <= width + SLACK && bottom <= height + SLACK

function overlaps(texts: readonly TextBox[]): string[] {
  const inked = texts.map(({ name, boxes }) => ({ name, boxes: boxes.map(inkOf) }))
  return inked.flatMap((one, i) =>
    inked
      .slice(i + 1)
      .filter((other) => one.boxes.some((box) => other.boxes.some((second) => meet(box, second, 2))))
      .map((other) => `overlap: ${one.name} and ${other.name}`),
  )
}

/** A line box is higher than its letters. */
function inkOf({ left, top, right, bottom }: Box): Box {
  const air = (bottom - top) * 0.22
  return { left, top: top + air, right, bottom: bottom - air }
}

/** By more than `slack` in both directions. */
const meet = (a: Box, b: Box, slack: number): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack
