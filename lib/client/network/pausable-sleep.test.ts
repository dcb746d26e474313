import { expect, test } from 'vitest'
import { createPausableSleep } from './pausable-sleep'

/** A clock and a sleep that a test moves on by hand. */
function byHand() {
  let now = 0
  const sleeping = new Set<{ until: number; wake: () => void }>()
  return {
    clock: () => now,
    sleep: (wait: number, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const one = { until: now + wait, wake: resolve }
        sleeping.add(one)
        signal.addEventListener('abort', () => {
          sleeping.delete(one)
          reject(signal.reason)
        })
      }),
    /** Time passes, and nobody has noticed yet. */
    pass(ms: number) {
      now += ms
    },
    ring() {
      for (const one of sleeping) if (one.until <= now) one.wake()
    },
  }
}

test('FZ1 frozen, a wait does not end; let go, it lasts what was left', async () => {
  const time = byHand()
  const freezer = createPausableSleep(time)
  const heard: string[] = []
  const done = freezer.sleep(1000, new AbortController().signal, (left, frozen) => void heard.push(`${left} ${frozen}`))
  time.pass(400)
  freezer.freeze(true)
  await expect.poll(() => heard).toEqual(['600 true'])
  time.pass(10_000)
  freezer.freeze(false)
  await expect.poll(() => heard).toEqual(['600 true', '600 false'])
  time.pass(600)
  time.ring()
  await done
})

test('FZ1 a wait of which nothing is left is over: it cannot be frozen', async () => {
  const time = byHand()
  const freezer = createPausableSleep(time)
  const heard: string[] = []
  const done = freezer.sleep(1000, new AbortController().signal, (left, frozen) => void heard.push(`${left} ${frozen}`))
  // The timer is due and has not rung: a busy page.
  time.pass(1003)
  freezer.freeze(true)
  await done
  expect(heard).toEqual([])
})
