/**
 * Network and server faults in any order, over the real server and the real client. What the specification lets come back comes back, once
 * and in order; the rest ends at once with its reason. Nothing hangs, and the diagnosis of our own server is always empty.
 */
import { afterAll, describe, expect, test } from 'vitest'
import { createIdleTimeout } from '../../lib/client/network/idle-timeout'
import { createNetwork, type Network } from '../../lib/client/network/network'
import type { FaultCommand } from '../../lib/faults/commands'
import { diagnose } from '../../lib/trace/diagnosis/diagnosis'
import { findingSentence } from '../../lib/words/run/findings'
import { ENGLISH } from '../../lib/words/t'
import { runs, SEED } from '../support/random'
import { type Life, randomFrom, turnsUntil } from './harness'
import { createTraced, type Traced } from './traced'

const RUNS = runs(100)

type Step =
  | { readonly kind: 'cut'; readonly afterBytes?: number; readonly out: number }
  | { readonly kind: 'fault'; readonly command: FaultCommand }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'network'; readonly how: 'silence' | 'slow' | 'idle-proxy' | 'drop'; readonly ms: number; readonly amount: number }

/** What a run may do to its call: `gentle` faults lose nothing. */
type Severity = 'gentle' | 'evicting' | 'restarting' | 'ending'
const SEVERITIES: readonly Severity[] = ['gentle', 'evicting', 'restarting', 'ending']

function scheduleFrom(seed: number): { readonly severity: Severity; readonly steps: readonly Step[]; readonly work: number } {
  const random = randomFrom(seed)
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  const severity = SEVERITIES[seed % 2 === 0 ? 0 : 1 + upTo(2)] ?? 'gentle'
  const steps = Array.from({ length: 2 + upTo(8) }, (): Step => {
    const choice = random()
    if (choice < 0.35) return { kind: 'cut', ...(random() < 0.6 && { afterBytes: upTo(900) }), out: upTo(400) }
    if (choice < 0.45) return { kind: 'wait', ms: upTo(1500) }
    if (choice < 0.6) {
      const how = (['silence', 'slow', 'idle-proxy', 'drop'] as const)[upTo(3)] ?? 'drop'
      return { kind: 'network', how, ms: upTo(2500), amount: 200 + upTo(4000) }
    }
    return { kind: 'fault', command: commandFrom(severity, upTo) }
  })
  return { severity, steps, work: 4 + upTo(60) }
}

function commandFrom(severity: Severity, upTo: (most: number) => number): FaultCommand {
  const gentle: readonly FaultCommand[] = [
    { fault: 'polite-close' },
    { fault: 'polite-close', stream: 'call-2' },
    { fault: 'hold', on: true },
    { fault: 'hold', on: false },
    { fault: 'keep-alive', on: false },
    { fault: 'keep-alive', on: true, every: 100 },
  ]
  const harsh: Readonly<Record<Severity, readonly FaultCommand[]>> = {
    gentle: [],
    evicting: [{ fault: 'evict', leave: upTo(6) }],
    restarting: [{ fault: 'restart', keeps: 'log' }],
    ending: [
      { fault: 'end', how: 'deleted' },
      { fault: 'end', how: 'expired' },
      { fault: 'restart', keeps: 'nothing' },
    ],
  }
  const all = severity !== 'gentle' && upTo(1) === 0 ? harsh[severity] : gentle
  return all[upTo(all.length - 1)] ?? { fault: 'polite-close' }
}

/** Pulls the plug, after so many bytes or at once, and pushes it back in. */
async function cut(traced: Traced, life: Life, { afterBytes, out }: Extract<Step, { kind: 'cut' }>): Promise<void> {
  if (afterBytes === undefined) life.plug.pull()
  else {
    let left = afterBytes
    life.cutAt = (_, length) => {
      if (length >= left) return left
      left -= length
      return undefined
    }
    await traced.pass(300)
    life.cutAt = () => undefined
    if (life.plug.state === 'in') life.plug.pull()
  }
  await traced.pass(out)
  life.plug.push()
}

/** Spoils the network for a while, and says so. */
async function spoil(traced: Traced, network: Network, { how, ms, amount }: Extract<Step, { kind: 'network' }>): Promise<void> {
  if (how === 'drop') return void network.drop()
  const set = (on: boolean) => {
    traced.observe({ kind: 'fault.set', fault: how, state: on ? 'on' : 'off' })
    if (how === 'silence') network.silence(on)
    else if (how === 'slow') network.slow(on ? amount : undefined)
    else network.idleProxy(on ? amount : undefined)
  }
  set(true)
  await traced.pass(ms)
  set(false)
}

/** How long the client bears an exchange without a byte. */
const PATIENCE_MS = 3000

/** The reasons that a call may fail with, by what was done to it. */
const REASONS: Readonly<Record<Severity, RegExp | undefined>> = {
  gentle: undefined,
  // The words of the refusal may be cut off with the rest.
  evicting: /^resume refused with 400.*; the missed events cannot be replayed: call again$/,
  restarting: /^The server restarted while "work" was running, and nothing goes on with it\. Call again\.$/,
  ending: /the session is gone: start a new one$/,
}

async function run(seed: number, outcomes: Map<string, number>): Promise<void> {
  const { severity, steps, work } = scheduleFrom(seed)
  const traced = createTraced()
  const network = createNetwork({ sleep: traced.sleep })
  const idleTimeout = createIdleTimeout({ sleep: traced.sleep, limit: PATIENCE_MS })
  const life = await traced.begin({ fetch: network.wrap(traced.bench.fetch), idleTimeout })
  try {
    const { answer, progress } = life.call('a', work)
    await turnsUntil(() => life.facts.filter(({ kind }) => kind === 'connection.answered').length >= 4, 'the call is answered')
    for (const step of steps) {
      if (step.kind === 'wait') await traced.pass(step.ms)
      else if (step.kind === 'cut') await cut(traced, life, step)
      else if (step.kind === 'network') await spoil(traced, network, step)
      // Refused where there is nothing to do it to: no connection, or no session any more.
      else await traced.control(life, step.command).catch(() => {})
    }
    await traced.control(life, { fault: 'hold', on: false }).catch(() => {})
    const outcome = await settled(answer)
    // Whatever is dead without knowing it has been given up by then, and asked for anew.
    await traced.pass(2 * PATIENCE_MS)
    outcomes.set(
      `${severity}: ${outcome === 'done' ? 'done' : 'failed'}`,
      (outcomes.get(`${severity}: ${outcome === 'done' ? 'done' : 'failed'}`) ?? 0) + 1,
    )
    if (outcome !== 'done') expect(outcome).toMatch(REASONS[severity] ?? /^never$/)
    const { ledger, streams } = traced.snapshot()
    expect(ledger).toMatchObject({ duplicated: 0, underway: 0 })
    if (severity === 'gentle' || severity === 'restarting') {
      expect(ledger).toMatchObject({ missing: 0, lost: 0, received: ledger.stored })
      expect(streams.find(({ name }) => name === 'call-2')?.completedAt).toBeDefined()
    }
    expect(progress).toEqual(Array.from({ length: progress.length }, (_, i) => i + 1))
    if (outcome === 'done') expect(progress).toHaveLength(work)
    expect(traced.bench.runs.get('a')).toBe(1)
    expect(diagnose(traced.snapshot()).findings.map((finding) => findingSentence(finding, ENGLISH))).toEqual([])
  } catch (error) {
    throw new Error(`PTP_SEED=${seed} PTP_RUNS=1 fails (${severity}); schedule ${JSON.stringify({ work, steps })}\n${error}`, {
      cause: error,
    })
  } finally {
    await traced.close()
  }
}

/** How a call ended: `done`, or with which reason. A call that hangs fails the test. */
async function settled(answer: Promise<{ readonly text: string }>): Promise<string> {
  let outcome: string | undefined
  answer.then(
    ({ text }) => {
      outcome = text.startsWith('a done') ? 'done' : text
    },
    (error: Error) => {
      outcome = error.message
    },
  )
  await turnsUntil(() => outcome !== undefined, 'the call has ended', 20_000)
  return outcome ?? ''
}

describe('faults of all kinds, mixed', () => {
  const outcomes = new Map<string, number>()
  afterAll(() => console.info(`PTP_SEED=${SEED} runs ${RUNS}: ${JSON.stringify(Object.fromEntries(outcomes))}`))

  test(
    `${RUNS} random schedules from seed ${SEED}`,
    async () => {
      for (let i = 0; i < RUNS; i++) await run(SEED + i, outcomes)
      if (RUNS >= 50) expect(outcomes.get('gentle: done')).toBeGreaterThan(RUNS / 4)
    },
    60_000 + 1000 * RUNS,
  )
})
