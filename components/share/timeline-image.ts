/**
 * The timeline as it stands on screen, as a picture that needs no style sheet: a copy of the drawing with every colour and font written
 * into it, on the ground of the stage. The drawing names a session by its ends only.
 */
import { xmlCharacters } from '../../lib/share/export/xml'
import { msg } from '../../lib/words/message'

/** What the drawing's style sheets set. */
const STYLED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'letter-spacing',
  'text-anchor',
  'paint-order',
  'visibility',
  'display',
] as const

/** Pixels of the PNG a unit of the drawing. */
const SCALE = 2
const NAMESPACE = 'http://www.w3.org/2000/svg'

class NoTimelineError extends Error {
  constructor() {
    super(msg('The timeline is not on screen. Open it first, then save it.'))
    this.name = 'NoTimelineError'
  }
}

/** The SVG text. `title` and `words` say what it shows to those who do not see it. Throws NoTimelineError. */
export function timelineSvg(title: string, words: string): { text: string; width: number; height: number } {
  const drawing = document.querySelector<SVGSVGElement>('#timeline .time svg')
  if (!drawing) throw new NoTimelineError()
  const { width, height } = drawing.viewBox.baseVal
  if (!width || !height) throw new NoTimelineError()
  const copy = drawing.cloneNode(true) as SVGSVGElement
  inscribe(drawing, copy)
  copy.removeAttribute('aria-hidden')
  copy.removeAttribute('class')
  copy.removeAttribute('style')
  for (const [name, value] of Object.entries({ xmlns: NAMESPACE, width, height, role: 'img' })) copy.setAttribute(name, String(value))
  const ground = element('rect', {
    width,
    height,
    fill: getComputedStyle(document.querySelector('.stage') ?? document.body).backgroundColor,
  })
  copy.prepend(element('title', {}, title), element('desc', {}, words), ground)
  return { text: `${xmlCharacters(new XMLSerializer().serializeToString(copy))}\n`, width, height }
}

/** The same as PNG, twice as fine. */
export async function timelinePng(title: string, words: string): Promise<Blob> {
  const { text, width, height } = timelineSvg(title, words)
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * SCALE
    canvas.height = height * SCALE
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error(msg('This browser made no picture of the timeline. Save it as SVG.'))
    return blob
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** Writes the computed style of each element into its copy. */
function inscribe(from: Element, to: Element): void {
  const style = getComputedStyle(from)
  for (const name of STYLED) {
    const value = style.getPropertyValue(name)
    if (value) to.setAttribute(name, value)
  }
  to.removeAttribute('class')
  const copies = [...to.children]
  for (const [i, child] of [...from.children].entries()) if (copies[i]) inscribe(child, copies[i])
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const made = document.createElementNS(NAMESPACE, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  if (text !== undefined) made.textContent = text
  return made
}
