import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs, SEED } from '../../../test/support/random'
import { type Point, place } from '../curve'
import { createPlugDrag } from './plug-drag'
import type { PlugMover } from './plug-mover'
import { hanging, PHONE, type Pose, pluggedIn, type Scene, WIDE } from './pose'

console.info(`PTP_SEED=${SEED}`)

/** The plug's body, tail to pins, in units along and across its axis: where a hand can take it. */
const GRIPS = { x: { min: 20, max: 215 }, y: { min: -28, max: 28 } }
const STEPS = 12

function setup(scene: Scene, plug: 'in' | 'out') {
  let pose: Pose = plug === 'in' ? pluggedIn(scene) : hanging(scene)
  let now = plug
  const done: string[] = []
  const mover: PlugMover = {
    pose: () => pose,
    show: (next) => {
      pose = next
    },
    jump: () => {},
    fade: () => {},
    travel: async (to) => {
      done.push(`travels ${to}`)
    },
    stop: () => {},
    locate: (x, y) => ({ x, y }),
    visible: () => true,
  }
  const drag = createPlugDrag(scene, mover, {
    plug: () => now,
    onPull: () => {
      now = 'out'
      done.push('pulled')
    },
    onPush: () => done.push('pushed'),
    settle: () => done.push('settles'),
    onChange: () => {},
  })
  const event = ({ x, y }: Point) => ({ button: 0, pointerId: 1, clientX: x, clientY: y }) as PointerEvent
  return {
    done,
    grip: (at: Point) => place(pose.tail, pose.angle, at),
    /** A straight drag, let go of at its end. */
    drag(from: Point, ...to: Point[]) {
      drag.down(event(from))
      let last = from
      for (const next of to) {
        for (let i = 1; i <= STEPS; i++)
          drag.move(event({ x: last.x + ((next.x - last.x) * i) / STEPS, y: last.y + ((next.y - last.y) * i) / STEPS }))
        last = next
      }
      drag.up(event(last))
    },
  }
}

const gripAnywhere = fc.record({
  x: fc.integer(GRIPS.x),
  y: fc.integer(GRIPS.y),
})
/** On the socket, or a little beside its face. */
const bySocket = ({ socket }: Scene) =>
  fc.record({ x: fc.integer({ min: -30, max: 40 }), y: fc.integer({ min: -30, max: 30 }) }).map((off) => ({
    x: socket.x + off.x,
    y: socket.y + off.y,
  }))

describe.each([WIDE, PHONE])('the plug in the hand, in the $kind scene', (scene) => {
  test('it goes home from every grip, wherever on the socket the hand lets go', () => {
    fc.assert(
      fc.property(gripAnywhere, bySocket(scene), (at, to) => {
        const { drag, grip, done } = setup(scene, 'out')
        drag(grip(at), to)
        expect(done).toContain('travels in')
      }),
      { seed: SEED, numRuns: runs(2_000) },
    )
  })

  test('it goes home when the hand brings its part of the plug to where it is in the socket', () => {
    fc.assert(
      fc.property(gripAnywhere, (at) => {
        const { drag, grip, done } = setup(scene, 'out')
        const home = pluggedIn(scene)
        drag(grip(at), place(home.tail, home.angle, at))
        expect(done).toContain('travels in')
      }),
      { seed: SEED, numRuns: runs(500) },
    )
  })

  test('moved about where it hangs, or away from the socket, it stays out', () => {
    const about = fc.record({ x: fc.integer({ min: -5, max: 5 }), y: fc.integer({ min: -5, max: 5 }) })
    const away = fc.record({ x: fc.integer({ min: -120, max: 0 }), y: fc.integer({ min: -60, max: 0 }) })
    fc.assert(
      fc.property(gripAnywhere, fc.oneof(about, away), (at, by) => {
        const { drag, grip, done } = setup(scene, 'out')
        const from = grip(at)
        drag(from, { x: from.x + by.x, y: from.y + by.y })
        expect(done).not.toContain('travels in')
      }),
      { seed: SEED, numRuns: runs(1_000) },
    )
  })

  test('pulled out by hand it does not jump back, and can be put back in the same drag', () => {
    const out = setup(scene, 'in')
    const from = out.grip({ x: 100, y: 0 })
    out.drag(from, { x: from.x - 100, y: from.y })
    expect(out.done).toEqual(['pulled', 'settles'])

    const back = setup(scene, 'in')
    back.drag(from, { x: from.x - 190, y: from.y + 30 }, { x: from.x - 40, y: from.y })
    expect(back.done).toEqual(['pulled', 'travels in'])
  })
})
