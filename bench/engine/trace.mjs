/** The trace: fold, seek, growth and layout at 1,000 and 10,000 observations. */
import { load } from '../../scripts/build/vite.mjs'
import { median, ms, quantile, whole } from '../numbers.mjs'

/** @returns {Promise<import('../numbers.mjs').Table[]>} */
export async function benchTrace() {
  const { measureTrace } = /** @type {typeof import('./trace')} */ (await load('bench/engine/trace.ts'))
  measureTrace(2_000, 100)
  const rows = [1_000, 10_000].flatMap((size) => {
    const { observations, events, ...samples } = measureTrace(size, 300)
    return Object.entries(samples).map(([what, took]) => [
      `${whole(observations)} observations, ${whole(events)} events`,
      NAMES[what] ?? what,
      ms(median(took)),
      ms(quantile(took, 0.95)),
    ])
  })
  return [
    {
      title: 'The trace: fold and seek',
      about:
        'Milliseconds in Node, one thread; a frame at 60 Hz is 16.7. "fold" starts from nothing, messages parsed; "seek" is a random moment of a run already folded; "grow" is one frame of a live run, 20 observations, the server\'s late; "layout" is the whole timeline.',
      head: ['run', 'what', 'median', '95 %'],
      rows,
    },
  ]
}

/** @type {Readonly<Record<string, string>>} */
const NAMES = { fold: 'fold', seek: 'seek', grow: 'grow by 20', layout: 'layout' }
