/**
 * Dragging the plug with mouse or finger: out along its axis, free once it is out, home when it comes within reach of the socket.
 * Decides only when the learner has pulled or pushed; what the plug does after letting go is the caller's `settle`.
 */
import { mix, mixPoint, type Point, place } from '../curve'
import type { PlugMover } from './plug-mover'
import { FREE, hanging, middleOf, type Pose, PULLED, pluggedIn, type Scene, tailFor } from './pose'

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
/** The socket catches what comes back from far within reach, and what came from hanging once it is half way. */
const REACH = 44
const FAR = 80
/** A plug drawn out by hand hangs fully this far from the socket. */
const SPAN = 130

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
  const before = place(pluggedIn(scene, FREE).tail, 0, grip)
  const span = out ? Math.max(24, Math.hypot(from.x - before.x, from.y - before.y)) : SPAN
  return { id, from, grip, span, fromOut: out, moved: false, free: out, far: false, asked: out }
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
    const { pose, distance } = freePose(scene, current, at)
    mover.show(pose)
    current.far ||= distance > FAR
    if (distance > (current.far ? REACH : current.span / 2) || hooks.plug() === 'in') return
    if (!current.far && !current.fromOut) return
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
      const { moved } = drag
      letGo()
      if (moved) hooks.settle()
    },
    takeClick() {
      const was = dragged
      dragged = false
      return was
    },
  }
}

/** The grip stays under the pointer; the plug rights itself as the grip nears where it is when the plug stands before the socket. */
function freePose(scene: Scene, { grip, span }: Drag, at: Point): { pose: Pose; distance: number } {
  const before = place(pluggedIn(scene, FREE).tail, 0, grip)
  const distance = Math.hypot(at.x - before.x, at.y - before.y)
  const t = Math.min(1, distance / span)
  const eased = t * t * (3 - 2 * t)
  const angle = mix(0, hanging(scene).angle, eased)
  const middle = keepIn(scene, middleOf({ tail: place(at, angle, { x: -grip.x, y: -grip.y }), angle }))
  const tail = tailFor(middle, angle)
  const guides = [0, Math.min(1, Math.max(0, (t - 0.3) / 0.5))] as const
  return { pose: { tail, late: tail, angle, slack: eased, give: 0, shadow: Math.min(1, t * 2), guides }, distance }
}

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
