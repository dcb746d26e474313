/** Replay: our log from 1,000 to 1,000,000 events, beside the SDK's example store. Each size in a process of its own. */

import { bundle } from '../../scripts/build/vite.mjs'
import { run } from '../../scripts/tools/run.mjs'
import { median, ms, times, whole } from '../numbers.mjs'

const SIZES = [1_000, 10_000, 100_000, 1_000_000]
/** A million would take the example store minutes to fill and sort. */
const EXAMPLE_UP_TO = 100_000

/** @returns {Promise<import('../numbers.mjs').Table[]>} */
export async function benchReplay() {
  const file = await bundle('bench/engine/replay.ts')
  /** @type {Map<number | undefined, number>} */
  const ours = new Map()
  /** @type {Map<number, number>} */
  const example = new Map()
  for (const size of SIZES) {
    ours.set(size, median(await measure(file, `m.replayOurs(${size}, 400)`)))
    if (size <= EXAMPLE_UP_TO) example.set(size, median(await measure(file, `m.replayExample(${size}, ${size < 100_000 ? 50 : 9})`)))
  }
  const rows = SIZES.map((size) => {
    const [own = Number.NaN, first = Number.NaN, other] = [ours.get(size), ours.get(SIZES[0]), example.get(size)]
    return [
      whole(size),
      ms(own),
      times(own / first),
      other === undefined ? 'not run' : ms(other),
      other === undefined ? '' : times(other / own),
    ]
  })
  return [
    {
      title: 'Replay of 100 events',
      about:
        'Milliseconds to find 100 events and hand each to an async send; median of 400 (of the example store 50, at 100,000 events 9), each size in its own process.',
      head: ['events in the log', 'our memory log', 'beside 1,000', 'SDK example store', 'ours is faster by'],
      rows,
    },
    await exactness(file),
  ]
}

/** @param {string} file @returns {Promise<import('../numbers.mjs').Table>} */
async function exactness(file) {
  const { ours, example } = await measure(file, 'm.sameMillisecond(200)')
  const row = (/** @type {string} */ name, /** @type {import('./replay').Exactness} */ it) => [
    name,
    `${it.exact} of ${it.trials}`,
    `${it.lost} of ${it.events}`,
  ]
  return {
    title: 'Four events in one millisecond',
    about: 'One event, then four in the same millisecond; replay after the first. 200 trials.',
    head: ['store', 'all four, in order', 'events not replayed'],
    rows: [row('our memory log', ours), row('SDK example store', example)],
  }
}

/** Runs an expression on the bundled module `m` in a process of its own. @param {string} file @param {string} call @returns {Promise<any>} */
async function measure(file, call) {
  const source = `const m = await import(${JSON.stringify(`file://${file}`)}); console.log(JSON.stringify(await ${call}))`
  const command = [process.execPath, '--max-old-space-size=3000', '--input-type=module', '-e', source]
  const { ok, stdout, output } = await run(command, { seconds: 300, capture: true })
  if (!ok) throw new Error(`${call} failed\n${output}`)
  return JSON.parse(stdout)
}
