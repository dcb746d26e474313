/**
 * One random run over the real server and client, as a trace: cuts, faults, experiments, restarts, reloads, other servers. It need not end
 * well: what is said of it must be so all the same.
 */
import { EXPERIMENTS } from '../../../lib/faults/experiments'
import type { FaultId } from '../../../lib/faults/faults'
import type { ServerKind } from '../../../lib/model/run-options'
import type { Trace } from '../../../lib/trace/trace'
import { type Life, memoryStorage, randomFrom, turn } from '../harness'
import { createTraced, type Traced } from '../traced'

const MOMENTS: readonly FaultId[] = [
  'yank-before-priming',
  'yank-after-priming',
  'yank-mid-frame',
  'yank-before-response',
  'yank-in-replay',
  'yank-in-wait',
]
const AMOUNTS: Partial<Record<FaultId, number>> = { silence: 900, slow: 3000, 'idle-proxy': 300, evict: 2 }
const SERVERS: readonly ServerKind[] = ['sdk', 'sdk-example', 'broken-replays-nothing', 'broken-handoff-gap', 'broken-from-the-start']
const SERVER_FAULTS: readonly FaultId[] = [
  'polite-close',
  'evict',
  'restart-keeping',
  'restart-forgetting',
  'end-session',
  'expire-session',
]

/** The trace of the run that `seed` names. */
export async function randomRun(seed: number): Promise<Trace> {
  const random = randomFrom(seed)
  const traced = createTraced({}, 40)
  try {
    const storage = memoryStorage()
    const server = random() < 0.2 ? pick(SERVERS, random) : 'ours'
    const stallLimits = server === 'ours' ? undefined : { after: 3000, most: 3, mostEmpty: 10 }
    const resumability = server !== 'ours' || random() > 0.1
    const options = { storage, server, resumability, ...(stallLimits && { stallLimits }) } as const
    const run = { life: await traced.begin(options) }
    if (random() < 0.3) run.life.faults.set(pick(MOMENTS, random), true)
    run.life.call('a', 4 + Math.floor(random() * 36), { fail: random() < 0.1 })
    for (let acts = 3 + Math.floor(random() * 12); acts > 0; acts--) {
      await turns(Math.floor(random() * 7))
      await act(run, traced, options, random)
    }
    run.life.faults.set('silence', false)
    if (random() < 0.8) run.life.plug.push()
    await traced.pass(3000)
    run.life.client.close()
    return traced.trace()
  } finally {
    await traced.close()
  }
}

type Run = { life: Life }
type LifeOptions = Parameters<Traced['begin']>[0]

async function act(run: Run, traced: Traced, options: LifeOptions, random: () => number): Promise<void> {
  const { life } = run
  const dice = random()
  const set = (fault: FaultId, on = true) => life.faults.set(fault, on, { amount: AMOUNTS[fault] ?? 500 })
  if (dice < 0.22) life.plug.pull()
  else if (dice < 0.46) life.plug.push()
  else if (dice < 0.54) set(pick(MOMENTS, random), random() < 0.9)
  else if (dice < 0.64) set(pick(['silence', 'slow', 'idle-proxy', 'impatient'] as const, random), random() < 0.6)
  else if (dice < 0.76) set(pick(SERVER_FAULTS, random))
  else if (dice < 0.9) edit(life, traced, random)
  else if (dice < 0.95) askAsKept(life)
  else await reload(run, traced, options)
}

/** An experiment, and often the push that sends it. */
function edit(life: Life, traced: Traced, random: () => number): void {
  const previous = { lastEventIds: { 'call-9': 'call-9/3' } }
  const built = pick(EXPERIMENTS, random).build({ kept: life.client.kept.headers, snapshot: traced.snapshot(), previous })
  if (!('edits' in built)) return
  life.plug.pull()
  life.faults.editHeaders(built.edits)
  if (random() < 0.8) life.plug.push()
}

function askAsKept(life: Life): void {
  life.faults.editHeaders(undefined)
  life.client.askNow()
}

/** The page is left, and comes back with nothing but what it had kept. */
async function reload(run: Run, traced: Traced, options: LifeOptions): Promise<void> {
  run.life.client.close()
  await turns(3)
  traced.observe({ kind: 'page.loaded' })
  try {
    run.life = await traced.begin(options)
    run.life.client.adopt({})?.catch(() => {})
  } catch {
    // The session is gone: the run is over, and its trace is what it is.
  }
}

async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await turn()
}

const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)] as T
