/**
 * Where the plug is, and everything that follows from it: transforms, the cable's end, the guides. Pure, so that the server renders
 * the two poses of rest with the code that draws every frame between them.
 *
 * Units: one unit is `--u` in CSS px. Origin of the wide scene: the wall's left edge at the height of the rail. Of the phone's scene:
 * the stage's right edge at the height of the socket's centre. The plug points along its own x axis, its tail is its origin.
 *
 *   join ======)                      wide: the rail comes in from the left
 *               )   [plug> (socket|   wall
 *                `--'
 */
import { type Cubic, mix, mixPoint, type Point, part, pathData, place, round, stripData } from '../curve'

export type Pose = {
  /** where the cable leaves the plug */
  readonly tail: Point
  /** the tail as the cable's slack knows it: it follows late */
  readonly late: Point
  /** degrees, clockwise */
  readonly angle: number
  /** 0: the cable as it lies when the plug is in; 1: as it lies when the plug hangs */
  readonly slack: number
  /** the socket's give, along x */
  readonly give: number
  /** opacity of the shadow: the plug can be lifted */
  readonly shadow: number
  /** the part of the guides that is drawn, from pin (0) to hole (1) */
  readonly guides: readonly [number, number]
}

export type Scene = {
  readonly kind: 'wide' | 'phone'
  /** centre of the socket's face */
  readonly socket: Point
  /** where the cable enters the scene, running to the right */
  readonly join: Point
  /** where the cable begins to bend and how far its control points reach, plug in and plug out */
  readonly cable: { readonly in: CableReach; readonly out: CableReach }
  readonly hang: { readonly tail: Point; readonly angle: number }
}

type CableReach = { readonly start: number; readonly lead: number; readonly back: number }

/** From the tail to the socket's face when the plug is in. */
const DEPTH = 172
/** How far the pins must come to be free. */
export const FREE = 71
/** A pull counts from here. */
export const PULLED = 24
/** Tip of the pins, and their distance from the axis. */
export const PIN = { tip: 227, off: 25.5 } as const
/** The plug turns about its middle when it is moved freely. */
const MIDDLE = 130

export const WIDE: Scene = {
  kind: 'wide',
  socket: { x: -67, y: 174 },
  join: { x: -374, y: 0 },
  cable: { in: { start: 0, lead: 120, back: 130 }, out: { start: 40, lead: 36, back: 50 } },
  hang: { tail: { x: -274, y: 45 }, angle: 66 },
}

export const PHONE: Scene = {
  kind: 'phone',
  socket: { x: -89.2, y: 0 },
  join: { x: -469, y: -50 },
  cable: { in: { start: 0, lead: 120, back: 110 }, out: { start: 0, lead: 30, back: 38 } },
  hang: { tail: { x: -402.7, y: -40.5 }, angle: 16 },
}

/** The plug in its socket, drawn out by `slide` units along its axis. */
export function pluggedIn(scene: Scene, slide = 0): Pose {
  const tail = { x: scene.socket.x - DEPTH - slide, y: scene.socket.y }
  return { tail, late: tail, angle: 0, slack: 0, give: 0, shadow: 0, guides: [0, 0] }
}

/** The plug hanging from its cable, with the way home dotted. */
export function hanging(scene: Scene): Pose {
  return { tail: scene.hang.tail, late: scene.hang.tail, angle: scene.hang.angle, slack: 1, give: 0, shadow: 1, guides: [0, 1] }
}

export const poseOf = (scene: Scene, plug: 'in' | 'out'): Pose => (plug === 'in' ? pluggedIn(scene) : hanging(scene))

/** The middle of the plug's body: what stays put while it turns. */
export const middleOf = (pose: Pick<Pose, 'tail' | 'angle'>): Point => place(pose.tail, pose.angle, { x: MIDDLE, y: 0 })

/** The tail of a plug turned to `angle` about its middle. */
export const tailFor = (middle: Point, angle: number): Point => place(middle, angle, { x: -MIDDLE, y: 0 })

/** Between two poses: the middle moves straight, the body turns about it. `turn` may pass 1 (a spring does); the rest stays within. */
export function mixPose(a: Pose, b: Pose, t: number, turn = t): Pose {
  const within = Math.min(1, Math.max(0, t))
  const angle = mix(a.angle, b.angle, turn)
  const tail = a.angle === b.angle ? mixPoint(a.tail, b.tail, t) : tailFor(mixPoint(middleOf(a), middleOf(b), within), angle)
  return {
    tail,
    late: tail,
    angle,
    slack: mix(a.slack, b.slack, within),
    give: mix(a.give, b.give, t),
    shadow: mix(a.shadow, b.shadow, within),
    guides: [mix(a.guides[0], b.guides[0], within), mix(a.guides[1], b.guides[1], within)],
  }
}

/** What a pose puts into the SVG: attributes by part. */
export type Drawing = {
  readonly socket: string
  readonly plug: string
  readonly shadow: string
  readonly shadowOpacity: number
  readonly outline: string
  readonly jacket: string
  readonly cores: string
  /** what lies on either side of the cable's middle: each core is seen on its own side only */
  readonly callSide: string
  readonly standaloneSide: string
  readonly guideCall: string
  readonly guideStandalone: string
}

/** Wider than half a cable, at every scale. */
const SIDE = 14

export function drawPose(scene: Scene, pose: Pose): Drawing {
  const cable = cableOf(scene, pose)
  const { tail, angle } = pose
  const before = (by: number) => ({ x: scene.join.x - by, y: scene.join.y })
  const turn = `translate(${round(tail.x)} ${round(tail.y)}) rotate(${round(angle)})`
  return {
    socket: `translate(${round(scene.socket.x + pose.give)} ${round(scene.socket.y)})`,
    plug: turn,
    shadow: `translate(12 12) ${turn}`,
    shadowOpacity: round(pose.shadow),
    // each layer begins a little before the one below it: no edge shows through where the straight run ends
    outline: pathData(before(0), cable),
    jacket: pathData(before(2), cable),
    cores: pathData(before(4), cable),
    callSide: stripData(before(5), cable, cable[3], -SIDE),
    standaloneSide: stripData(before(5), cable, cable[3], SIDE),
    guideCall: guideData(scene, pose, -PIN.off),
    guideStandalone: guideData(scene, pose, PIN.off),
  }
}

/** The cable's end, from where it leaves the straight to a little inside the plug's relief. */
export function cableOf(scene: Scene, pose: Pose): Cubic {
  const reach = mixReach(scene.cable.in, scene.cable.out, pose.slack)
  const start = { x: scene.join.x + reach.start, y: scene.join.y }
  const pull = place(pose.late, pose.angle, { x: -reach.back, y: 0 })
  return [start, { x: start.x + reach.lead, y: start.y }, pull, place(pose.tail, pose.angle, { x: 4, y: 0 })]
}

function mixReach(a: CableReach, b: CableReach, t: number): CableReach {
  return { start: mix(a.start, b.start, t), lead: mix(a.lead, b.lead, t), back: mix(a.back, b.back, t) }
}

function guideData(scene: Scene, pose: Pose, off: number): string {
  const [from, to] = pose.guides
  if (to - from < 0.01) return ''
  const curve = part(guideOf(scene, pose, off), from, to)
  return pathData(curve[0], curve)
}

/** From a pin's tip to its hole: where the plug wants to go. */
function guideOf(scene: Scene, pose: Pose, off: number): Cubic {
  const lower = off > 0
  const start = place(pose.tail, pose.angle, { x: 240, y: off })
  const lead = place(pose.tail, pose.angle, { x: 240 + (lower ? 36 : 22), y: off })
  const hole = { x: scene.socket.x - 28, y: scene.socket.y + off * 0.9 }
  const back = scene.kind === 'phone' ? { x: -26, y: 0 } : lower ? { x: -14, y: 80 } : { x: -34, y: 8 }
  return [start, lead, { x: hole.x + back.x, y: hole.y + back.y }, hole]
}
