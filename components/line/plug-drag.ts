/**
 * Dragging the plug with mouse or finger: out along its axis, free once it is out, home when it comes within reach of the socket.
 * Decides only when the learner has pulled or pushed; what the plug does after letting go is the caller's `settle`.
 */
import { mix, mixPoint, type Point } from './curve'
import type { PlugMover } from './plug-mover'
import { FREE, hanging, middleOf, type Pose, PULLED, pluggedIn, type Scene, tailFor } from './pose'

export type DragHooks = {
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

/** In units: a press that moves less is a click; the socket catches within reach, once the plug has been further away than that. */
const CLICK = 3
const REACH = 44
const ARMED = 70

type Drag = {
  readonly id: number
  readonly from: Point
  readonly pose: Pose
  moved: boolean
  free: boolean
  armed: boolean
  asked: boolean
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
    const grip = middleOf(current.pose)
    const middle = keepIn(scene, { x: grip.x + at.x - current.from.x, y: grip.y + at.y - current.from.y })
    const front = middleOf(pluggedIn(scene, FREE))
    const distance = Math.hypot(middle.x - front.x, middle.y - front.y)
    mover.show(freePose(scene, middle, distance))
    if (distance > ARMED) current.armed = true
    if (current.armed && distance < REACH) {
      letGo()
      mover.travel('in').then(() => {
        hooks.onPush()
        hooks.settle()
      })
    }
  }
  return {
    active: () => drag?.moved === true,
    down(event) {
      if (event.button !== 0 || drag) return
      const pose = mover.pose()
      const out = hooks.plug() === 'out'
      drag = {
        id: event.pointerId,
        from: mover.locate(event.clientX, event.clientY),
        pose,
        moved: false,
        free: out,
        armed: out,
        asked: out,
      }
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

/** Off the axis the plug hangs the more, the further it is from the socket. */
function freePose(scene: Scene, middle: Point, distance: number): Pose {
  const t = Math.min(1, distance / 170)
  const eased = t * t * (3 - 2 * t)
  const angle = mix(0, hanging(scene).angle, eased)
  const tail = tailFor(middle, angle)
  return { tail, late: tail, angle, slack: eased, give: 0, shadow: Math.min(1, t * 2), guides: [0, 1] }
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
