/** Sums a CPU profile up: how much of the time was spent in what, by the place of the function that was running. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ functionName: string, url: string, lineNumber: number }} Frame */

/** The first that fits wins. @type {readonly [name: string, fits: (frame: Frame) => boolean][]} */
const BUCKETS = [
  ['idle', ({ functionName }) => functionName === '(idle)'],
  ['garbage collection', ({ functionName }) => functionName === '(garbage collector)'],
  [
    'native: writing to sockets',
    ({ functionName }) => /^(writev|writeUtf8String|writeLatin1String|writeBuffer|shutdown)$/.test(functionName),
  ],
  ['native and unnamed', ({ functionName, url }) => functionName === '(program)' || url === ''],
  ['node: async hooks', ({ url }) => /async_hooks|async_context|async_local_storage/.test(url)],
  ['node: web streams', ({ url }) => url.includes('webstreams')],
  ['node: http and net', ({ url }) => /^node:(_http|http|net|_?stream|internal\/(streams|stream_base|http))/.test(url)],
  ['node: the rest', ({ url }) => url.startsWith('node:')],
  ['the app and the SDK (.next)', ({ url }) => url.includes('/.next/')],
  ['Next', ({ url }) => url.includes('/node_modules/next/')],
  ['other packages', ({ url }) => url.includes('/node_modules/')],
]

/** @param {string} folder with .cpuprofile files: the largest is the server's @returns {import('../numbers.mjs').Table} */
export function summarise(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'))
  if (files.length === 0) throw new Error('the server left no CPU profile')
  const [largest = ''] = files.map((file) => join(folder, file)).sort((a, b) => statSync(b).size - statSync(a).size)
  const { nodes, samples, timeDeltas } =
    /** @type {{ nodes: { id: number, callFrame: Frame }[], samples: number[], timeDeltas: number[] }} */ (
      JSON.parse(readFileSync(largest, 'utf8'))
    )
  const frames = new Map(nodes.map((node) => [node.id, node.callFrame]))
  /** @type {Map<string, number>} */
  const sums = new Map()
  /** @type {Map<string, number>} */
  const functions = new Map()
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id)
    if (!frame) continue
    const bucket = BUCKETS.find(([, fits]) => fits(frame))?.[0] ?? 'elsewhere'
    if (bucket === 'idle') continue
    const spent = timeDeltas[index] ?? 0
    sums.set(bucket, (sums.get(bucket) ?? 0) + spent)
    const named = `${frame.functionName || '(anonymous)'} ${place(frame)}`
    functions.set(named, (functions.get(named) ?? 0) + spent)
  }
  const busy = [...sums.values()].reduce((sum, time) => sum + time, 0)
  const top = (/** @type {Map<string, number>} */ map, /** @type {number} */ count) => [...map].sort((a, b) => b[1] - a[1]).slice(0, count)
  const most = top(functions, 8).map(([name, time]) => `${name.trim()} ${percent(time / busy)}`)
  return {
    title: "Where the server's time goes",
    about: `Self time while busy, from one CPU profile of the load above. Functions with most: ${most.join('; ')}.`,
    head: ['in', 'share'],
    rows: top(sums, BUCKETS.length).map(([bucket, time]) => [bucket, percent(time / busy)]),
  }
}

/** @param {number} part */
const percent = (part) => `${(part * 100).toFixed(1)} %`

/** @param {Frame} frame */
function place({ url, lineNumber }) {
  if (url === '') return ''
  const short = url.replace(/^file:\/\/.*\/node_modules\//, '').replace(/^file:\/\/.*\/\.next\//, '.next/')
  return `(${short.startsWith('node:') ? short : short.split('/').slice(-2).join('/')}:${lineNumber + 1})`
}
