/**
 * Saved states with damage, by a seed: any byte, any field. The process comes up, every session that was not damaged is there with its
 * events, and none answers 500. PTP_SEED repeats a run, PTP_RUNS makes it longer.
 */
import { afterAll, expect, it } from 'vitest'
import { createMemoryLog } from '../../lib/event-store/memory-log'
import { createEndpoint } from '../../lib/server/endpoint'
import { readSnapshot, snapshotText } from '../../lib/server/session/saved/snapshot'
import { LONG, runs, SEED } from '../support/random'
import { randomFrom } from '../support/server/hostile-requests'
import { testServerWith } from '../support/server/test-server'
import { turn } from './harness'

const RUNS = runs(100)

const setup = testServerWith(createMemoryLog)
const SESSIONS = 3

/** A state as a process leaves it: sessions with an answered call and a running one. */
async function leftState(): Promise<string> {
  const server = setup()
  for (let i = 0; i < SESSIONS; i++) {
    const session = await server.open()
    await (await session.post({ jsonrpc: '2.0', id: 1, method: 'tools/list' })).text()
    await session.call(2, 'countdown', { from: 3 })
    await server.work.step(2)
  }
  const failed: Error[] = []
  const text = snapshotText(server.endpoint.snapshot(), (error) => failed.push(error))
  expect(failed).toEqual([])
  await server.endpoint.close()
  return text
}

const idsIn = (text: string) => readSnapshot(text).snapshot.sessions.map(({ record }) => record.terms.id)

/** Every place in a JSON value where a value stands. */
function placesIn(root: unknown): readonly (readonly [holder: Record<string, unknown>, key: string])[] {
  if (typeof root !== 'object' || root === null) return []
  const holder = root as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...placesIn(holder[key])])
}

const STRANGE = [null, undefined, true, -1, 0, 1e15, 0.5, '', 'x', '__proto__', 'get', 'call-1', [], [null], {}, [[]], { length: 5 }]

/** Starts a process with a state, asks the sessions in it that are not as `whole` has them everything once, and ends it. */
async function expectToServe(text: string, whole: string): Promise<readonly string[]> {
  const { snapshot, problems } = readSnapshot(text)
  for (const problem of problems) expect(problem).toMatch(/^session \d+: .{8,}/)
  const errors: string[] = []
  const endpoint = createEndpoint({
    openLog: (observe, _, from) => createMemoryLog({ maxEvents: 4096, maxBytes: 1 << 20 }, observe, from),
    restore: snapshot,
    trustAllHosts: true,
    onError: (error) => errors.push(error.message),
  })
  await turn()
  const live = endpoint.sessions()
  for (const session of snapshot.sessions) {
    if (whole.includes(JSON.stringify(session).slice(1))) continue
    const { id } = session.record.terms
    const headers = { accept: 'application/json, text/event-stream', 'content-type': 'application/json', 'mcp-session-id': id }
    const ask = (init: RequestInit) => endpoint.handle(new Request('http://localhost/mcp', { headers, ...init }))
    const body = JSON.stringify({ jsonrpc: '2.0', id: 'later', method: 'tools/list' })
    const answers = [
      await ask({ method: 'POST', body }),
      await ask({ method: 'GET' }),
      await ask({ method: 'GET', headers: { ...headers, 'last-event-id': 'call-2/0' } }),
      await endpoint.feed(new Request('http://localhost/observations', { headers })),
    ]
    for (const answer of answers) {
      expect(answer.status).toBeLessThan(500)
      const reader = answer.body?.getReader()
      await reader?.read()
      await reader?.cancel().catch(() => {})
    }
  }
  await endpoint.close()
  expect(errors).toEqual([])
  return live
}

afterAll(() => console.info(`saved states: PTP_SEED=${SEED} PTP_RUNS=${RUNS}`))

it(
  'damage at random bytes costs at most the session that has the byte',
  async () => {
    const text = await leftState()
    const ids = idsIn(text)
    expect(ids).toHaveLength(SESSIONS)
    for (let run = 0; run < RUNS; run++) {
      const random = randomFrom(SEED + run)
      const bytes = Buffer.from(text)
      const at = Math.floor(random() * bytes.length)
      const kind = Math.floor(random() * 3)
      const damaged =
        kind === 0
          ? bytes.subarray(0, at)
          : kind === 1
            ? Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
            : Buffer.from(bytes.with(at, Math.floor(random() * 256)))
      const whole =
        kind === 0 ? ids.filter((id) => bytes.subarray(0, at).toString('utf8').split('\n').slice(0, -1).join('\n').includes(id)) : ids
      const live = await expectToServe(damaged.toString('utf8'), text).catch((error: unknown) => {
        throw new Error(`PTP_SEED=${SEED + run} PTP_RUNS=1 fails: damage ${kind} at byte ${at}\n${error}`, { cause: error })
      })
      const lost = whole.filter((id) => !live.includes(id))
      expect(lost.length, `PTP_SEED=${SEED + run}: damage ${kind} at byte ${at}`).toBeLessThanOrEqual(kind === 0 ? 0 : 1)
    }
  },
  LONG,
)

it(
  'damage at every field costs at most the session that has the field',
  async () => {
    const lines = (await leftState()).split('\n\n').slice(1)
    const ids = idsIn(lines.join('\n\n'))
    const count = placesIn(JSON.parse(lines[1] ?? '')).length
    expect(count).toBeGreaterThan(100)
    for (let place = 0; place < count; place++) {
      const session = JSON.parse(lines[1] ?? '')
      const [holder, key] = placesIn(session)[place] ?? [{}, '']
      const value = STRANGE[Math.floor(randomFrom(SEED + place)() * STRANGE.length)]
      holder[key] = value
      const text = [lines[0], JSON.stringify(session), ...lines.slice(2)].join('\n\n')
      const live = await expectToServe(text, lines.join()).catch((error: unknown) => {
        throw new Error(`PTP_SEED=${SEED} fails: ${key} = ${JSON.stringify(value)} (place ${place})\n${error}`, { cause: error })
      })
      for (const [i, id] of ids.entries()) if (i !== 1) expect(live, `${key} = ${JSON.stringify(value)}`).toContain(id)
    }
  },
  LONG,
)
