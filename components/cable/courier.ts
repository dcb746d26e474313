/**
 * What travels the cable when, and only when, an observation says that it did: an event from the wall to the picture, or the id of a resume
 * from its tag to the wall. Measures the laid-out line at the moment of the ride. Decoration: says nothing that is not said elsewhere.
 */
import type { Point } from './curve'

export type Courier = {
  /** the observation it stands for: each key rides once */
  readonly key: string
  /** `resume` rides from client to server, the others from server to client */
  readonly kind: 'received' | 'replayed' | 'resume'
  readonly stream: 'call' | 'standalone'
  /** the id a resume carries */
  readonly label?: string
}

const RIDE_MS = 320
/** More than this at once is a burst nobody can follow. */
const MOST_AT_ONCE = 12

/** Sends one courier along the cable of a `.line` whose plug is in. */
export function ride(line: HTMLElement, courier: Courier): void {
  if (line.querySelectorAll(':scope > .courier').length >= MOST_AT_ONCE) return
  const course = courseOf(line, courier)
  if (course.length < 2) return
  const rider = document.createElement('span')
  rider.className = 'courier'
  rider.dataset.kind = courier.kind
  rider.dataset.stream = courier.stream
  rider.textContent = courier.kind === 'resume' ? (courier.label ?? '') : ''
  rider.style.offsetPath = `path("M${course.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}")`
  line.append(rider)
  const frames = { offsetDistance: ['0%', '100%'], opacity: [0, 1, 1, 0] }
  const done = () => rider.remove()
  rider.animate(frames, { duration: RIDE_MS, easing: 'cubic-bezier(.3,.2,.3,1)' }).finished.then(done, done)
}

/** The way along the cable, in px of the line's own box. */
function courseOf(line: HTMLElement, { kind, stream }: Courier): Point[] {
  const origin = line.getBoundingClientRect()
  const box = (selector: string): DOMRect | undefined => {
    const shown = [...(line.parentElement?.querySelectorAll(selector) ?? [])].find((element) => element.getClientRects().length > 0)
    const rect = shown?.getBoundingClientRect()
    return rect && new DOMRect(rect.x - origin.x, rect.y - origin.y, rect.width, rect.height)
  }
  const toWall = [...plugCourse(line, origin, stream), ...feedCourse(box('.feed-call'), box('.feed-out'), stream)]
  const corner = box('.bend-top')
  const dock = box('.bend-dock')
  if (!corner) return []
  const around: Point[] = [{ x: corner.left, y: corner.bottom }, bisect(corner), { x: corner.right, y: corner.top }]
  const [start] = toWall
  if (kind === 'resume') {
    const tags = line.parentElement?.querySelectorAll('.tag') ?? []
    const tag = tags[stream === 'call' ? 1 : 2]?.getBoundingClientRect()
    if (!tag || !start) return []
    const from = { x: corner.left, y: tag.y + tag.height / 2 - origin.y }
    return dock ? [from, { x: dock.left, y: dock.top }, { x: dock.right, y: dock.bottom }, ...toWall] : [from, ...around, ...toWall]
  }
  const string = box(dock ? '.hang-left' : '.hang-right')
  if (!string) return []
  const picture = [
    { x: string.x + 1, y: string.bottom + 6 },
    { x: string.x + 1, y: string.y },
  ]
  const back = dock ? [...around.toReversed(), { x: dock.left, y: dock.top }, { x: dock.right, y: dock.bottom }] : []
  return [...picture, ...back, ...toWall].toReversed()
}

/** Along the core to the plug, and through it to the socket's face. */
function plugCourse(line: HTMLElement, origin: DOMRect, stream: Courier['stream']): Point[] {
  const part = stream === 'call' ? 'coreCall' : 'coreStandalone'
  const core = [...line.querySelectorAll<SVGPathElement>(`[data-part="${part}"]`)].find((path) => path.getClientRects().length > 0)
  const matrix = core?.getScreenCTM()
  if (!core || !matrix) return []
  const length = core.getTotalLength()
  const points = Array.from({ length: 13 }, (_, i) => core.getPointAtLength((length * i) / 12).matrixTransform(matrix))
  const face = core.parentElement?.querySelector('[data-part="socket"]')?.getBoundingClientRect()
  if (face) points.push(new DOMPoint(face.x + face.width / 4, face.y + face.height / 2))
  return points.map((point) => ({ x: point.x - origin.x, y: point.y - origin.y }))
}

function feedCourse(call: DOMRect | undefined, standalone: DOMRect | undefined, stream: Courier['stream']): Point[] {
  const feed = stream === 'call' ? call : standalone
  return feed
    ? [
        { x: feed.left, y: feed.top },
        { x: feed.right, y: feed.top },
      ]
    : []
}

/** A point of a round top-left corner, on its diagonal. */
const bisect = (corner: DOMRect): Point => ({ x: corner.left + corner.width * 0.25, y: corner.top + corner.height * 0.25 })
