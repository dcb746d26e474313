/**
 * How the plug travels: the steps of pulling and pushing from whatever pose it is in (visual/notes.md "Motion"). Pure; travel.ts runs them.
 */
import { FREE, hanging, type Pose, pluggedIn, type Scene } from './pose'

export type Step =
  | { readonly kind: 'ease'; readonly to: Pose; readonly ms: number; readonly curve: keyof typeof EASE }
  | { readonly kind: 'swing'; readonly to: Pose }

export const EASE = { out: [0.2, 0.8, 0.2, 1], in: [0.5, 0, 0.9, 0.4] } as const

/** The swing overshoots 66° to about 73° and comes back once. */
export const SWING = { stiffness: 140, damping: 14 } as const

/** How far the plug is drawn out along its axis, or undefined when it is off the axis. */
export function slideOf(scene: Scene, pose: Pose): number | undefined {
  const off = Math.abs(pose.tail.y - scene.socket.y) + Math.abs(pose.angle)
  return off < 0.5 ? pluggedIn(scene).tail.x - pose.tail.x : undefined
}

/** Press, slide out, fall, show the way home. */
export function pullSteps(scene: Scene, from: Pose): Step[] {
  const slide = slideOf(scene, from)
  const rest = hanging(scene)
  const fall: Step[] = [
    { kind: 'swing', to: { ...rest, guides: [0, 0] } },
    { kind: 'ease', to: rest, ms: 200, curve: 'out' },
  ]
  if (slide === undefined || slide >= FREE) return fall
  const out: Step = { kind: 'ease', to: pluggedIn(scene, FREE), ms: 160, curve: 'in' }
  const press: Step = { kind: 'ease', to: { ...pluggedIn(scene, -3), give: 3 }, ms: 80, curve: 'out' }
  return slide > 1 ? [out, ...fall] : [press, out, ...fall]
}

/** The guides run into the holes, the plug swings up in front of the socket, slides home, a little past, and back. */
export function pushSteps(scene: Scene, from: Pose): Step[] {
  const guides: Step[] = from.guides[1] > from.guides[0] ? [{ kind: 'ease', to: { ...from, guides: [1, 1] }, ms: 80, curve: 'in' }] : []
  const home: Step[] = [
    { kind: 'ease', to: { ...pluggedIn(scene, -4), give: 2 }, ms: 80, curve: 'in' },
    { kind: 'ease', to: pluggedIn(scene), ms: 60, curve: 'out' },
  ]
  const slide = slideOf(scene, from)
  if (slide !== undefined && slide <= FREE + 1) return slide < 0.5 ? home.slice(1) : [...guides, ...home]
  return [...guides, { kind: 'ease', to: { ...pluggedIn(scene, FREE), guides: [1, 1] }, ms: 240, curve: 'out' }, ...home]
}

export const stepsTo = (plug: 'in' | 'out', scene: Scene, from: Pose): Step[] => (plug === 'in' ? pushSteps : pullSteps)(scene, from)
