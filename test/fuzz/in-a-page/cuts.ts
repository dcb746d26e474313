/**
 * For tests: the fuzz suite, unchanged, as something a page can run. `e2e/in-page.spec.ts` bundles it with vitest.ts in Vitest's place.
 */
import { run } from './vitest'

// The harness waits for turns of the event loop; a page has no setImmediate.
const { port1, port2 } = new MessageChannel()
const due = new Map<number, () => void>()
let turns = 0
port1.onmessage = ({ data }: MessageEvent<number>) => {
  const work = due.get(data)
  due.delete(data)
  work?.()
}
Object.assign(globalThis, {
  setImmediate(work: () => void) {
    due.set(++turns, work)
    port2.postMessage(turns)
    return turns
  },
  clearImmediate: (turn: number) => due.delete(turn),
})

Object.assign(globalThis, { fuzz: import('../cuts.test').then(() => import('../every-byte.test')).then(run) })
