/** Replay: our log from 1,000 to 1,000,000 events, beside the SDK's example store. Each size in a process of its own. */

import { run } from '../scripts/run.mjs'
import { bundle } from './bundle.mjs'
import { median, ms, times, whole } from './numbers.mjs'

const SIZES = [1_000, 10_000, 100_000, 1_000_000]
/** A million would take the example store minutes to fill and sort. */
const EXAMPLE_UP_TO = 100_000

/** @returns {Promise<import('./numbers.mjs').Table[]>} */
export async function benchReplay() {
  const file = await bundle('bench/replay.ts')
  const ours = new Map()
  const example = new Map()
  for (const size of SIZES) {
    ours.set(size, median(await measure(file, `m.replayOurs(${size}, 400)`)))
    if (size <= EXAMPLE_UP_TO) example.set(size, median(await measure(file, `m.replayExample(${size}, ${size < 100_000 ? 50 : 9})`)))
  }
  const rows = SIZES.map((size) => [
    whole(size),
    ms(ours.get(size)),
    times(ours.get(size) / ours.get(SIZES[0])),
    example.has(size) ? ms(example.get(size)) : 'not run',
    example.has(size) ? times(example.get(size) / ours.get(size)) : '',
  ])
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

async function exactness(file) {
  const { ours, example } = await measure(file, 'm.sameMillisecond(200)')
  const row = (name, it) => [name, `${it.exact} of ${it.trials}`, `${it.lost} of ${it.events}`]
  return {
    title: 'Four events in one millisecond',
    about: 'One event, then four in the same millisecond; replay after the first. 200 trials.',
    head: ['store', 'all four, in order', 'events not replayed'],
    rows: [row('our memory log', ours), row('SDK example store', example)],
  }
}

async function measure(file, call) {
  const source = `const m = await import(${JSON.stringify(`file://${file}`)}); console.log(JSON.stringify(await ${call}))`
  const command = [process.execPath, '--max-old-space-size=3000', '--input-type=module', '-e', source]
  const { ok, stdout, output } = await run(command, { seconds: 300, capture: true })
  if (!ok) throw new Error(`${call} failed\n${output}`)
  return JSON.parse(stdout)
}
