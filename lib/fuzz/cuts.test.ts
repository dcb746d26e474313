import { afterAll, describe, expect, test } from 'vitest'
import { expectBytesAgree, expectReceivedOnce, expectResumesExact } from './agreement'
import { begin, createBench, type Life, memoryStorage, randomFrom, turn, turnsUntil } from './harness'

const SEED = Number(process.env.PTP_SEED ?? Date.now() % 1_000_000_000)
const RUNS = Number(process.env.PTP_RUNS ?? 1000)
/** Runs that failed once. */
const PINNED: readonly number[] = []

/** When the plug is pulled next: after so many more bytes of all connections together, or after so many turns; and for how many turns. */
type Cut = { readonly after: number; readonly unit: 'bytes' | 'turns'; readonly out: number }
type Schedule = { readonly steps: number; readonly calls: number; readonly cuts: readonly Cut[] }

function scheduleFrom(seed: number): Schedule {
  const random = randomFrom(seed)
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  const cuts = Array.from({ length: 1 + upTo(11) }, (): Cut => {
    const unit = random() < 0.75 ? 'bytes' : 'turns'
    // Often soon after the last push: in the first frame, during the replay, before anything new has come.
    const after = unit === 'turns' ? upTo(12) : random() < 0.5 ? upTo(60) : upTo(1500)
    return { after, unit, out: random() < 0.2 ? 0 : upTo(8) }
  })
  return { steps: 1 + upTo(7), calls: 1 + upTo(1), cuts }
}

/** Cuts a life by its schedule until `over`. */
async function driveCuts(life: Life, cuts: readonly Cut[], over: () => boolean): Promise<void> {
  for (const { after, unit, out } of cuts) {
    let left = after
    let turns = 0
    if (unit === 'bytes')
      life.cutAt = (_, length) => {
        if (length >= left) return left
        left -= length
        return undefined
      }
    while (life.plug.state === 'in' && !over()) {
      if (unit === 'turns' && turns++ >= after) life.plug.pull()
      await turn()
    }
    life.cutAt = () => undefined
    for (let i = 0; i < out; i++) await turn()
    life.plug.push()
  }
}

async function run(seed: number): Promise<{ cuts: number }> {
  const { steps, calls, cuts } = scheduleFrom(seed)
  const bench = createBench()
  const life = await begin(bench, { storage: memoryStorage() })
  const progress = new Map<string, number[]>()
  // The first call is on the wire before the first cut: a POST that never got an answer is another story (defects.test.ts).
  const labels = Array.from({ length: calls }, (_, i) => `job${i}`)
  const answers = labels.map((label) =>
    life.client.callTool({
      call: label,
      tool: 'work',
      args: { label, steps },
      onProgress: (step) => progress.set(label, [...(progress.get(label) ?? []), step.progress]),
    }),
  )
  let settled = false
  const all = Promise.all(answers).finally(() => {
    settled = true
  })
  all.catch(() => {})
  await turnsUntil(() => life.facts.filter((fact) => fact.kind === 'connection.answered').length >= 3 + calls, 'calls answered')
  await driveCuts(life, cuts, () => settled)
  await turnsUntil(() => settled, 'calls settled')
  const results = await all
  await turnsUntil(() => life.logged.length >= labels.length * steps + bench.announced.length, 'every message delivered')

  expect(results).toEqual(labels.map((label) => ({ text: `${label} done 🟦`, isError: false })))
  for (const label of labels) {
    const numbers = Array.from({ length: steps }, (_, i) => i + 1)
    expect(progress.get(label)).toEqual(numbers)
    expect(life.logged.filter((text) => text.startsWith(label))).toEqual(numbers.map((i) => `${label} ${i} 🟩🟥é`))
    expect(bench.runs.get(label)).toBe(1)
  }
  expect(life.logged.filter((text) => text.startsWith('standalone'))).toEqual(bench.announced)
  expectReceivedOnce(life.facts, bench.server)
  expectResumesExact(life.facts)
  await life.client.end()
  await turnsUntil(() => life.facts.filter(({ kind }) => kind === 'connection.opened').length === closedOf(life), 'connections ended')
  expectBytesAgree(life.facts, life.bytes)
  await bench.endpoint.close()
  return { cuts: life.facts.filter(({ kind }) => kind === 'plug.pulled').length }
}

const closedOf = (life: Life) => life.facts.filter(({ kind }) => kind === 'connection.ended' || kind === 'connection.failed').length

async function runTold(seed: number): Promise<{ cuts: number }> {
  try {
    return await run(seed)
  } catch (error) {
    throw new Error(`PTP_SEED=${seed} PTP_RUNS=1 fails; schedule ${JSON.stringify(scheduleFrom(seed))}\n${error}`, { cause: error })
  }
}

describe('any cut, any time', () => {
  let cuts = 0
  afterAll(() => console.info(`cuts: PTP_SEED=${SEED} PTP_RUNS=${RUNS}, ${cuts} cuts`))

  test(`${RUNS} random schedules from seed ${SEED}: every message exactly once, in order, and trace, log and bytes agree`, async () => {
    for (let i = 0; i < RUNS; i++) cuts += (await runTold(SEED + i)).cuts
    expect(cuts).toBeGreaterThanOrEqual(RUNS)
  }, 120_000)

  test.runIf(PINNED.length > 0)('runs that failed once', async () => {
    for (const seed of PINNED) await runTold(seed)
  })
})

/** One call in a session of its own. Its first connection is cut after `offsets[0]` bytes, the one that resumes it after `offsets[1]`, … */
async function cutAtBytes(offsets: readonly number[]): Promise<{ readonly bytes: number; readonly resumed: number }> {
  const bench = createBench()
  const life = await begin(bench)
  const isCall = (index: number) => life.asked[index] === 'tools/call' || life.asked[index]?.startsWith('call-') === true
  let cuts = 0
  life.cutAt = (index, length) => {
    const offset = offsets[cuts]
    if (offset === undefined || !isCall(index)) return undefined
    const left = offset - (life.bytes[index] ?? 0)
    return length >= left ? left : undefined
  }
  const progress: number[] = []
  const onProgress = (step: { progress: number }) => void progress.push(step.progress)
  let answer: unknown
  const call = life.client.callTool({ call: 'k', tool: 'work', args: { label: 'k', steps: 3 }, onProgress })
  call.then(
    (given) => (answer = given),
    (error) => (answer = error),
  )
  const everything = () => answer !== undefined && cuts === offsets.length && life.logged.length === 3 + bench.announced.length
  await turnsUntil(
    () => {
      if (life.plug.state === 'out') {
        cuts++
        life.plug.push()
      }
      return everything()
    },
    `the answer and every message, ${JSON.stringify({ offsets, cuts, answer: String(answer), logged: life.logged })}`,
  )
  expect({ offsets, answer, progress, runs: bench.runs.get('k') }).toEqual({
    offsets,
    answer: { text: 'k done 🟦', isError: false },
    progress: [1, 2, 3],
    runs: 1,
  })
  expect(life.logged.filter((text) => text.startsWith('standalone'))).toEqual(bench.announced)
  expectReceivedOnce(life.facts, bench.server)
  expectResumesExact(life.facts)
  await life.client.end()
  await bench.endpoint.close()
  const sizes = life.bytes.filter((_, index) => isCall(index))
  return { bytes: sizes[0] ?? 0, resumed: sizes[1] ?? 0 }
}

describe('every byte', () => {
  test('one cut after each byte of a whole call, the standalone stream beside it', async () => {
    const { bytes } = await cutAtBytes([])
    expect(bytes).toBeGreaterThan(1000)
    for (let k = 0; k <= bytes; k++) await cutAtBytes([k])
  }, 120_000)

  test('a first cut in the first frame, and a second after each byte of what the resume brings', async () => {
    const { resumed } = await cutAtBytes([9])
    expect(resumed).toBeGreaterThan(1000)
    for (let k = 0; k < resumed; k++) await cutAtBytes([9, k])
  }, 120_000)
})
