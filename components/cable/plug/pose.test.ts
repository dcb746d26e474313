import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs, SEED } from '../../../test/support/random'
import { at, bend, type Cubic, part, place } from '../curve'
import { pullSteps, pushSteps, slideOf } from './plug-steps'
import { cableOf, drawPose, FREE, hanging, middleOf, mixPose, PHONE, PIN, type Pose, pluggedIn, poseOf, WIDE } from './pose'

const scenes = [WIDE, PHONE]
const check = (property: fc.IProperty<[number]>) => fc.assert(property, { seed: SEED, numRuns: runs(100), verbose: false })
console.info(`PTP_SEED=${SEED}`)

describe.each(scenes)('the plug in the $kind scene', (scene) => {
  test('plugged in, its pins end behind the holes of the socket and it lies on the axis', () => {
    const pose = pluggedIn(scene)
    const tip = place(pose.tail, pose.angle, { x: PIN.tip, y: -PIN.off })
    expect(tip.x).toBeGreaterThan(scene.socket.x)
    expect(tip.y).toBe(scene.socket.y - PIN.off)
  })

  test('drawn out as far as it counts as free, its pins have left the face of the socket behind by no more than its recess', () => {
    const pose = pluggedIn(scene, FREE)
    expect(Math.abs(pose.tail.x + PIN.tip - scene.socket.x)).toBeLessThan(20)
  })

  test('hanging, it clears the socket and shows the way home from pin to hole', () => {
    const drawing = drawPose(scene, hanging(scene))
    const tip = place(scene.hang.tail, scene.hang.angle, { x: PIN.tip, y: -PIN.off })
    expect(tip.x).toBeLessThan(scene.socket.x - 40)
    expect(drawing.guideCall).toMatch(/^M/)
    expect(drawing.shadowOpacity).toBe(1)
    expect(drawPose(scene, pluggedIn(scene)).guideCall).toBe('')
  })

  test('the cable begins level at the join and ends inside the plug, in every pose between the two of rest', () => {
    check(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (t) => {
        const pose = mixPose(pluggedIn(scene), hanging(scene), t)
        const [start, lead, , end] = cableOf(scene, pose)
        expect(start.y).toBe(scene.join.y)
        expect(lead.y).toBe(scene.join.y)
        expect(start.x).toBeGreaterThanOrEqual(scene.join.x)
        expect(Math.hypot(end.x - pose.tail.x, end.y - pose.tail.y)).toBeCloseTo(4)
      }),
    )
  })

  test('between two poses the middle of the body moves straight, however far the spring turns it', () => {
    check(
      fc.property(fc.double({ min: 0, max: 1.3, noNaN: true }), (t) => {
        const [a, b] = [pluggedIn(scene, FREE), hanging(scene)]
        const [from, to, now] = [middleOf(a), middleOf(b), middleOf(mixPose(a, b, t))]
        const cross = (to.x - from.x) * (now.y - from.y) - (to.y - from.y) * (now.x - from.x)
        expect(Math.abs(cross)).toBeLessThan(1e-6)
      }),
    )
  })

  test.each(['in', 'out'] as const)('a travel to "%s" ends exactly in the pose of rest, from wherever it starts', (plug) => {
    const starts: Pose[] = [
      pluggedIn(scene),
      pluggedIn(scene, 30),
      pluggedIn(scene, FREE),
      hanging(scene),
      mixPose(pluggedIn(scene), hanging(scene), 0.4),
    ]
    for (const from of starts) {
      const steps = (plug === 'in' ? pushSteps : pullSteps)(scene, from)
      expect(steps.at(-1)?.to).toEqual(poseOf(scene, plug))
    }
  })
})

test('a pull from rest presses first; a pull already begun by hand does not', () => {
  expect(pullSteps(WIDE, pluggedIn(WIDE)).map((step) => step.kind)).toEqual(['ease', 'ease', 'swing', 'ease'])
  expect(pullSteps(WIDE, pluggedIn(WIDE, 30)).map((step) => step.kind)).toEqual(['ease', 'swing', 'ease'])
  expect(pullSteps(WIDE, hanging(WIDE)).map((step) => step.kind)).toEqual(['swing', 'ease'])
})

test('a push from hanging runs the guides in, swings up in front of the socket, and slides home a little past and back', () => {
  const steps = pushSteps(WIDE, hanging(WIDE))
  expect(steps.map((step) => slideOf(WIDE, step.to))).toEqual([undefined, FREE, -4, 0])
})

test('a part of a curve runs along the curve it was cut from', () => {
  const curve: Cubic = bend({ x: 0, y: 26 }, { x: 0, y: 0 }, { x: 26, y: 0 })
  check(
    fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), (t) => {
      const cut = part(curve, t / 2, t)
      for (const [s, on] of [
        [0, t / 2],
        [0.5, t * 0.75],
        [1, t],
      ] as const) {
        expect(at(cut, s).x).toBeCloseTo(at(curve, on).x, 6)
        expect(at(cut, s).y).toBeCloseTo(at(curve, on).y, 6)
      }
    }),
  )
})
