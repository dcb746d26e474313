/** What the layout of a page is, as data: every text that is seen, with its size and boxes, and the boxes of things. Runs in the page. */

export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

export type TextBox = {
  /** what it is in, and its first words */
  readonly name: string
  /** CSS pixels on the screen; 0 hides a character that is drawn otherwise */
  readonly size: number
  /** its lines, as far as they are in view in all scrollers */
  readonly boxes: readonly Box[]
  /** cut off at a side where no ellipsis and no scroller is meant */
  readonly cut: boolean
}

export type Measures = {
  readonly page: number
  readonly window: { readonly width: number; readonly height: number }
  readonly texts: readonly TextBox[]
  readonly things: Readonly<Record<string, readonly Box[]>>
}

/** Runs in the page: it uses nothing from outside. `ignored`: selectors; `things`: selectors whose boxes are wanted. */
export function measure({ ignored, things }: { readonly ignored: readonly string[]; readonly things: readonly string[] }): Measures {
  type Clip = Box & { meant: boolean }
  const isSeen = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) &&
    !ignored.some((selector) => element.closest(selector))
  const boxOf = ({ left, top, right, bottom }: Box): Box => ({ left, top, right, bottom })
  const both = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  })
  const isSome = ({ left, top, right, bottom }: Box) => right - left > 1.5 && bottom - top > 1.5

  function clipsOf(element: Element): Clip[] {
    const clips: Clip[] = []
    for (let it: Element | null = element; it && it !== document.documentElement; it = it.parentElement) {
      const { overflowX, overflowY, textOverflow, clipPath, position, webkitLineClamp, paddingRight } = getComputedStyle(it)
      // said, not shown
      if (clipPath.startsWith('inset(50%')) return [{ left: 0, top: 0, right: 0, bottom: 0, meant: true }]
      const shortens = textOverflow === 'ellipsis'
      const meant = shortens || /auto|scroll/.test(overflowX + overflowY) || webkitLineClamp !== 'none'
      const { left, top, right, bottom } = it.getBoundingClientRect()
      // an ellipsis stands before the padding
      const air = shortens ? Number.parseFloat(paddingRight) : 0
      if (overflowX !== 'visible' || overflowY !== 'visible') clips.push({ left, top, right: right - air, bottom, meant })
      if (position === 'fixed') break
    }
    return clips
  }

  /** Under an opaque layer, such as a sheet. */
  function isCovered(element: Element, { left, top, right, bottom }: Box): boolean {
    const layers = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2)
    const above = layers.slice(0, Math.max(layers.indexOf(element), 0))
    return above.some((layer) => !layer.contains(element) && !/, 0\)$/.test(getComputedStyle(layer).backgroundColor))
  }

  function textOf(node: Node): TextBox | undefined {
    const element = node.parentElement
    const words = node.textContent?.trim()
    if (!element || !words || element.closest('script, style, noscript, select, title') || !isSeen(element)) return undefined
    const range = document.createRange()
    range.selectNodeContents(node)
    const clips = clipsOf(element)
    const lines = [...range.getClientRects()].filter(isSome)
    const boxes = lines.map((line) => clips.reduce<Box>(both, boxOf(line))).filter((box) => isSome(box) && !isCovered(element, box))
    const within = clips.slice(0, clips.findIndex(({ meant }) => meant) >>> 0)
    const cut =
      boxes.length > 0 && within.some((clip) => lines.some(({ left, right }) => left < clip.left - 1.5 || right > clip.right + 1.5))
    const scale = element instanceof SVGElement ? (element.closest('svg')?.getScreenCTM()?.a ?? 1) : 1
    const room = element.closest('[class]')?.getAttribute('class')?.split(' ')[0] ?? element.tagName.toLowerCase()
    const name = `${room} "${element.textContent?.trim().slice(0, 32)}"`
    return boxes.length === 0 ? undefined : { name, size: Number.parseFloat(getComputedStyle(element).fontSize) * scale, boxes, cut }
  }

  const texts: TextBox[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = textOf(node)
    if (text) texts.push(text)
  }
  const boxesOf = (selector: string) =>
    [...document.querySelectorAll(selector)].filter(isSeen).map((it) => boxOf(it.getBoundingClientRect()))
  const { scrollWidth, clientWidth } = document.documentElement
  return {
    page: scrollWidth,
    window: { width: clientWidth, height: innerHeight },
    texts,
    things: Object.fromEntries(things.map((selector) => [selector, boxesOf(selector)])),
  }
}
