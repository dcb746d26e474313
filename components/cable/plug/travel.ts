/** Runs the steps of a travel with motion's own clock, easings and spring. Loaded when the plug first moves. */
import { animateValue, cubicBezier } from 'motion'
import { EASE, type Step, SWING } from './plug-steps'
import { mixPose, type Pose } from './pose'

const CURVES = { out: cubicBezier(...EASE.out), in: cubicBezier(...EASE.in) }

export type Travel = { readonly done: Promise<void>; stop(): void }

/** Shows every pose on the way. `done` settles at the end, and never after `stop()`. */
export function travel(steps: readonly Step[], from: Pose, show: (pose: Pose) => void, onSwing: () => void): Travel {
  let stopped = false
  let running: { stop(): void } | undefined
  const run = async (): Promise<void> => {
    let start = from
    for (const step of steps) {
      if (stopped) return new Promise(() => {})
      if (step.kind === 'swing') onSwing()
      const animation = animateStep(step, start, show)
      running = animation
      await animation.finished
      start = step.to
    }
    if (stopped) return new Promise(() => {})
  }
  return {
    done: run(),
    stop() {
      stopped = true
      running?.stop()
    },
  }
}

function animateStep(step: Step, from: Pose, show: (pose: Pose) => void) {
  const common = { keyframes: [0, 1], onUpdate: (t: number) => show(mixPose(from, step.to, t)) }
  if (step.kind === 'swing') return animateValue({ ...common, type: 'spring', ...SWING, restDelta: 0.004, restSpeed: 0.05 })
  return animateValue({ ...common, duration: step.ms, ease: CURVES[step.curve] })
}
