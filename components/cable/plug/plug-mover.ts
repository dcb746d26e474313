/**
 * Puts poses on screen: the one place that writes to the plug's SVG after the first render. Knows nothing of React, of the trace, or of
 * what a pull means. Nothing is running while the plug rests.
 */
import { mixPoint, type Point } from '../curve'
import { stepsTo } from './plug-steps'
import { type Drawing, drawPose, type Pose, poseOf, type Scene } from './pose'
import type { Travel } from './travel'

export type PlugMover = {
  pose(): Pose
  /** Draws a pose at once; the cable's slack follows late. */
  show(pose: Pose): void
  /** Draws a pose of rest at once, and stops any travel. */
  jump(plug: 'in' | 'out'): void
  /** Swaps to a pose of rest in one cross-fade of 120 ms. */
  fade(plug: 'in' | 'out'): void
  /** Travels to a pose of rest from wherever the plug is. Settles on arrival, never if something else takes over. */
  travel(plug: 'in' | 'out'): Promise<void>
  stop(): void
  /** Where a point of the window lies in the scene's units. */
  locate(clientX: number, clientY: number): Point
  /** false where another scene is shown instead */
  visible(): boolean
}

/** How late the cable's control points follow. */
const LATE_MS = 60
const FADE_MS = 120

export function createPlugMover(scene: Scene, host: HTMLElement, plug: 'in' | 'out'): PlugMover {
  const svg = host.querySelector('svg') as SVGSVGElement
  const button = host.querySelector('button')
  const put = partsOf(svg)
  let now = poseOf(scene, plug)
  let shownAt = 0
  let running: Travel | undefined
  let turn = 0

  const draw = (pose: Pose): void => {
    now = pose
    put(drawPose(scene, pose))
    if (button) placeButton(button, pose)
  }
  const show = (pose: Pose): void => {
    const at = performance.now()
    const follow = 1 - Math.exp(-Math.min(at - shownAt, 100) / LATE_MS)
    shownAt = at
    draw({ ...pose, late: mixPoint(now.late, pose.tail, follow) })
  }
  const stop = (): void => {
    turn++
    running?.stop()
    running = undefined
  }
  const jump = (to: 'in' | 'out'): void => {
    stop()
    draw(poseOf(scene, to))
  }
  const travelTo = async (to: 'in' | 'out'): Promise<void> => {
    stop()
    const mine = turn
    const { travel } = await import('./travel')
    if (mine !== turn) return new Promise(() => {})
    shownAt = performance.now()
    running = travel(stepsTo(to, scene, now), now, show, () => sway(host))
    await running.done
    jump(to)
  }
  return {
    pose: () => now,
    show,
    jump,
    fade(to) {
      fadeOut(svg)
      jump(to)
    },
    travel: travelTo,
    stop,
    locate(clientX, clientY) {
      const matrix = svg.getScreenCTM()
      const point = new DOMPoint(clientX, clientY).matrixTransform(matrix?.inverse())
      return { x: point.x, y: point.y }
    },
    visible: () => svg.getClientRects().length > 0,
  }
}

/** The button's place follows from three numbers; CSS turns them into px. */
export function buttonPlace(pose: Pose): Record<'--x' | '--y' | '--angle', number> {
  return { '--x': pose.tail.x, '--y': pose.tail.y, '--angle': pose.angle }
}

function placeButton(button: HTMLElement, pose: Pose): void {
  for (const [name, value] of Object.entries(buttonPlace(pose))) button.style.setProperty(name, String(value))
}

function partsOf(svg: SVGSVGElement): (drawing: Drawing) => void {
  const part = (name: string): Element => svg.querySelector(`[data-part="${name}"]`) as Element
  const [socket, shadow, pins, body] = [part('socket'), part('shadow'), part('pins'), part('body')]
  const lines = (['outline', 'jacket', 'callSide', 'standaloneSide', 'guideCall', 'guideStandalone'] as const).map(
    (name) => [name, part(name)] as const,
  )
  const cores = (['coreCall', 'coreStandalone', 'between'] as const).map(part)
  return (drawing) => {
    socket.setAttribute('transform', drawing.socket)
    shadow.setAttribute('transform', drawing.shadow)
    shadow.setAttribute('opacity', String(drawing.shadowOpacity))
    pins.setAttribute('transform', drawing.plug)
    body.setAttribute('transform', drawing.plug)
    for (const element of cores) element.setAttribute('d', drawing.cores)
    for (const [name, element] of lines) element.setAttribute('d', drawing[name])
  }
}

/** What was there fades over what is there now. */
function fadeOut(svg: SVGSVGElement): void {
  const ghost = svg.cloneNode(true) as SVGSVGElement
  ghost.dataset.ghost = ''
  svg.after(ghost)
  const done = () => ghost.remove()
  ghost.animate({ opacity: [1, 0] }, FADE_MS).finished.then(done, done)
  svg.animate({ opacity: [0, 1] }, FADE_MS)
}

/** The picture hangs on the same cable: it sways one degree, and back. */
function sway(host: HTMLElement): void {
  const picture = host.closest('.stage')?.querySelector('.picture, .sheet')
  const origin = '50% -30px'
  const frames = [0, 1, -0.4, 0].map((angle) => ({ rotate: `${angle}deg`, transformOrigin: origin }))
  picture?.animate(frames, { duration: 700, easing: 'ease-in-out' })
}
