/**
 * Dragging the plug with mouse or finger: out along its axis, free once it is out, home when its pins or the hand come near the socket.
 * Decides only when the learner has pulled or pushed; what the plug does after letting go is the caller's `settle`.
 */
import { mix, mixPoint, type Point, place } from '../curve'
import type { PlugMover } from './plug-mover'
import { FREE, hanging, middleOf, PIN, type Pose, PULLED, pluggedIn, type Scene, tailFor } from './pose'

type DragHooks = {
  readonly plug: () => 'in' | 'out'
  readonly onPull: () => void
  readonly onPush: () => void
  /** the plug was let go of, or has been pushed home */
  readonly settle: () => void
  /** a drag begins or ends */
  readonly onChange: (dragging: boolean) => void
}

export type PlugDrag = {
  active(): boolean
  down(event: PointerEvent): void
  move(event: PointerEvent): void
  up(event: PointerEvent): void
  /** true once after a drag: the click that follows it is none */
  takeClick(): boolean
}

/** In units. A press that moves less is a click. */
const CLICK = 3
/**
 * The socket catches the plug when its pins or the hand come this near to its face: `moving` while the plug is in the hand, `letGo` when it
 * is let go of. On a phone the plug hangs nearer than that: there a part of the distance at which it hangs counts.
 */
const REACH = { moving: { pins: 60, hand: 50 }, letGo: { pins: 80, hand: 80 } } as const
const PART_OF_HANGING = { moving: 0.6, letGo: 0.78 } as const
/** A plug drawn out by hand is caught only after its pins have been this far away. */
const FAR = 80
/** A plug drawn out by hand hangs fully this far from the socket. */
const SPAN = 130
/** A grip by the middle of the plug hardly moves while the plug turns: its way to its place tells nothing. */
const NEAR_ITS_PLACE = 60

type Drag = {
  readonly id: number
  /** where it was gripped: in the scene, and on the plug */
  readonly from: Point
  readonly grip: Point
  /** from the grip to its place before the socket, when it hangs */
  readonly span: number
  readonly fromOut: boolean
  moved: boolean
  /** off the axis: it goes where the pointer goes */
  free: boolean
  far: boolean
  asked: boolean
}

function grab(scene: Scene, pose: Pose, from: Point, id: number, out: boolean): Drag {
  const grip = place({ x: 0, y: 0 }, -pose.angle, { x: from.x - pose.tail.x, y: from.y - pose.tail.y })
  const span = out ? distance(from, placeBefore(scene, grip)) : SPAN
  return { id, from, grip, span, fromOut: out, moved: false, free: out, far: false, asked: out }
}

/** Where the grip is when the plug stands before the socket, free and level. */
const placeBefore = (scene: Scene, grip: Point): Point => place(pluggedIn(scene, FREE).tail, 0, grip)

/** From the tips of the pins to the face of the socket. */
function pinsToSocket(scene: Scene, { tail, angle }: Pose): number {
  const tip = place(tail, angle, { x: PIN.tip, y: 0 })
  return distance(tip, scene.socket)
}

function isCaught(scene: Scene, pose: Pose, hand: Point, when: keyof typeof REACH): boolean {
  const reach = REACH[when]
  const pins = Math.min(reach.pins, PART_OF_HANGING[when] * pinsToSocket(scene, hanging(scene)))
  return pinsToSocket(scene, pose) <= pins || distance(hand, scene.socket) <= reach.hand
}

export function createPlugDrag(scene: Scene, mover: PlugMover, hooks: DragHooks): PlugDrag {
  let drag: Drag | undefined
  let dragged = false

  const letGo = (): void => {
    drag = undefined
    hooks.onChange(false)
  }
  const along = (current: Drag, at: Point): void => {
    const slide = current.from.x - at.x
    mover.show(pluggedIn(scene, Math.min(FREE, Math.max(-3, slide))))
    if (slide > PULLED && !current.asked) {
      current.asked = true
      hooks.onPull()
    }
    if (slide > FREE && hooks.plug() === 'out') current.free = true
  }
  const freely = (current: Drag, at: Point): void => {
    const pose = freePose(scene, current, at)
    mover.show(pose)
    current.far ||= pinsToSocket(scene, pose) > FAR
    if (mayGoHome(current) && isCaught(scene, pose, at, 'moving')) goHome()
  }
  const mayGoHome = (current: Drag): boolean => current.free && (current.far || current.fromOut) && hooks.plug() === 'out'
  const goHome = (): void => {
    letGo()
    mover.travel('in').then(() => {
      hooks.onPush()
      hooks.settle()
    })
  }
  return {
    active: () => drag?.moved === true,
    down(event) {
      if (event.button !== 0 || drag) return
      const from = mover.locate(event.clientX, event.clientY)
      drag = grab(scene, mover.pose(), from, event.pointerId, hooks.plug() === 'out')
      dragged = false
    },
    move(event) {
      if (!drag || drag.id !== event.pointerId) return
      const at = mover.locate(event.clientX, event.clientY)
      if (!drag.moved && Math.hypot(at.x - drag.from.x, at.y - drag.from.y) < CLICK) return
      if (!drag.moved) {
        mover.stop()
        drag.moved = true
        dragged = true
        hooks.onChange(true)
      }
      if (drag.free) freely(drag, at)
      else along(drag, at)
    },
    up(event) {
      if (!drag || drag.id !== event.pointerId) return
      const current = drag
      const at = mover.locate(event.clientX, event.clientY)
      if (current.moved && mayGoHome(current) && isCaught(scene, mover.pose(), at, 'letGo')) return goHome()
      letGo()
      if (current.moved) hooks.settle()
    },
    takeClick() {
      const was = dragged
      dragged = false
      return was
    },
  }
}

/**
 * The grip stays under the pointer as far as the cable lets it. The plug rights itself as the grip nears its place before the socket, and as
 * the hand goes towards the socket, whichever is further on.
 */
function freePose(scene: Scene, { from, grip, span, fromOut }: Drag, at: Point): Pose {
  const rest = hanging(scene)
  const toPlace = span < NEAR_ITS_PLACE ? 1 : distance(at, placeBefore(scene, grip)) / span
  const toSocket = fromOut ? 1 - advance(from, at, scene.socket) / Math.max(span, NEAR_ITS_PLACE) : 1
  const t = Math.min(1, Math.max(0, Math.min(toPlace, toSocket)))
  const eased = smooth(t)
  const angle = mix(0, rest.angle, eased)
  const middle = keepIn(scene, middleOf({ tail: place(at, angle, { x: -grip.x, y: -grip.y }), angle }))
  const tail = tailFor(middle, angle)
  const guides = [0, Math.min(1, Math.max(0, (t - 0.3) / 0.5))] as const
  return { tail, late: tail, angle, slack: eased, give: 0, shadow: Math.min(1, t * 2), guides }
}

const smooth = (t: number): number => t * t * (3 - 2 * t)
/** How far a move from `from` to `at` goes in the direction of `goal`. */
function advance(from: Point, at: Point, goal: Point): number {
  return ((at.x - from.x) * (goal.x - from.x) + (at.y - from.y) * (goal.y - from.y)) / distance(from, goal)
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** The plug stays where its cable and the scene let it be: left of the socket, near enough to be drawn. */
function keepIn(scene: Scene, middle: Point): Point {
  const home = middleOf(pluggedIn(scene, FREE))
  const rest = middleOf(hanging(scene))
  const centre = mixPoint(home, rest, 0.5)
  const [dx, dy] = [middle.x - centre.x, middle.y - centre.y]
  const limit = scene.kind === 'wide' ? { x: 130, y: 120 } : { x: 190, y: 70 }
  return {
    x: Math.min(home.x + 6, centre.x + Math.max(-limit.x, dx)),
    y: centre.y + Math.min(limit.y, Math.max(-limit.y, dy)),
  }
}
