/**
 * The playground over the real server and the real client, in one process: the verbs, and what the screen would show.
 */
import { afterEach, describe, expect, test } from 'vitest'
import { memoryStorage, PAGE_PARTS } from '../../test/fuzz/page-parts'
import { stepwise } from '../../test/support/server/time'
import { cutRun, resumedRun } from '../../test/support/trace/fixtures'
import { connectClient } from '../client/connect'
import { createFaults } from '../client/network/client-faults'
import { createPlug } from '../client/network/plug'
import { createMemoryLog } from '../event-store/memory-log'
import { createRemoteRuntime } from '../runtime/remote'
import { createEndpoint, type Endpoint } from '../server/endpoint'
import { snapshotAt } from '../trace/snapshot'
import type { Snapshot } from '../trace/snapshot-types'
import { extentOf } from '../trace/trace'
import { createPlayground, type PlaygroundOptions } from './playground'
import type { Playground } from './types'

const open: { endpoint: Endpoint; playground: Playground }[] = []

afterEach(async () => {
  for (const { endpoint, playground } of open.splice(0)) {
    playground.leave()
    await endpoint.close()
  }
})

/** A playground whose tool goes on only when the test lets it: `row()` releases the next message. */
function setup(shared: { endpoint?: Endpoint; storage?: Storage; row?: () => void; fetchIt?: typeof fetch } = {}) {
  const steps = stepwise()
  const endpoint =
    shared.endpoint ??
    createEndpoint({
      openLog: (observe) => createMemoryLog({ maxEvents: 1000, maxBytes: 1_000_000 }, observe),
      sleep: steps.sleep,
    })
  const row = shared.row ?? steps.row
  const storage = shared.storage ?? memoryStorage()
  const reachEndpoint: typeof fetch = (input, init) => {
    const request = new Request(input, init)
    const serve = new URL(request.url).pathname === '/observations' ? endpoint.feed : endpoint.handle
    return serve(new Request(request, { headers: { ...Object.fromEntries(request.headers), host: 'localhost' } }))
  }
  const recording = cutRun()
  const options: PlaygroundOptions = {
    recording,
    opensAt: extentOf(recording)?.to ?? 0,
    ...PAGE_PARTS,
    storage,
    loadEngine: async () => ({
      connectClient,
      createPlug,
      createFaults,
      runtime: createRemoteRuntime(new URL('http://localhost/'), { fetch: shared.fetchIt ?? reachEndpoint }),
    }),
  }
  const playground = createPlayground(options)
  open.push({ endpoint, playground })
  return { playground, endpoint, storage, row, until: (condition: (snapshot: Snapshot) => boolean) => until(playground, condition) }
}

/** Resolves with the newest snapshot for which `condition` holds. */
function until(playground: Playground, condition: (snapshot: Snapshot) => boolean): Promise<Snapshot> {
  return new Promise((resolve) => {
    const look = () => {
      const { trace, now } = playground.getState()
      const snapshot = snapshotAt(trace, now)
      if (!condition(snapshot)) return false
      resolve(snapshot)
      return true
    }
    if (look()) return
    const stop = playground.subscribe(() => {
      if (look()) stop()
    })
  })
}

const rows = (count: number) => (snapshot: Snapshot) => snapshot.ledger.received >= count

describe('the main story', () => {
  test('pull after five rows, three more are stored, push: exactly those three are replayed and the run ends with its answer', async () => {
    const { playground, row, until } = setup()
    const ended = playground.start()
    for (let i = 0; i < 5; i++) row()
    await until(rows(5))
    playground.pull()
    for (let i = 0; i < 3; i++) row()
    const cut = await until((s) => s.ledger.missing === 3)
    expect(cut).toMatchObject({ plug: 'out', ledger: { stored: 8, received: 5, missing: 3, replayed: 0 } })
    expect(cut.kept.lastEventIds['call-2']).toBe('call-2/5')

    playground.push()
    const back = await until((s) => s.ledger.missing === 0 && s.ledger.replayed > 0)
    expect(back.ledger).toMatchObject({ stored: 8, received: 8, replayed: 3, duplicated: 0 })
    expect(back.connections.filter(({ lastEventId }) => lastEventId === 'call-2/5').at(-1)).toMatchObject({
      method: 'GET',
      answer: { status: 200 },
    })
    for (let i = 0; i < 8; i++) row()
    await ended
    const { phase, problem, trace, now } = playground.getState()
    expect({ phase, problem }).toEqual({ phase: 'settled', problem: undefined })
    expect(snapshotAt(trace, now).ledger).toMatchObject({ stored: 17, received: 17, missing: 0, replayed: 3, duplicated: 0, lost: 0 })
  })

  test('a page that is loaded anew in the middle has only what was kept, and ends with the answer and the whole trace', async () => {
    const first = setup()
    void first.playground.start()
    for (let i = 0; i < 4; i++) first.row()
    await first.until(rows(4))
    first.playground.save()
    first.playground.leave()
    const second = setup(first)
    const ended = second.playground.restore()
    for (let i = 0; i < 12; i++) first.row()
    await ended
    const last = await second.until((s) => s.call?.settled !== undefined && s.ledger.stored === 17)
    expect(last.ledger).toMatchObject({ stored: 17, received: 17, missing: 0, duplicated: 0 })
    expect(last.call?.settled?.outcome).toBe('result')
  })
})

test('without resumability the cut ends the call at once with the reason, and what was missed is lost', async () => {
  const { playground, row, until } = setup()
  playground.setOptions({ resumability: false })
  const ended = playground.start()
  for (let i = 0; i < 5; i++) row()
  await until(rows(5))
  playground.pull()
  await ended
  expect(playground.getState().problem?.kind).toBe('no-id')
  for (let i = 0; i < 3; i++) row()
  const after = await until((s) => s.ledger.lost === 3)
  expect(after.ledger).toMatchObject({ stored: 8, received: 5, missing: 0, lost: 3, replayed: 0 })
})

test('a server out of reach is said at once, and the recording is still there to be shown', async () => {
  const { playground, endpoint } = setup({ fetchIt: () => Promise.reject(new TypeError('fetch failed')) })
  await playground.start()
  expect(playground.getState()).toMatchObject({ phase: 'settled', problem: { kind: 'unreachable' } })
  playground.show(cutRun())
  expect(playground.getState()).toMatchObject({ phase: 'recorded', problem: undefined })
  expect(endpoint.sessions()).toEqual([])
})

test('a recording rests on the end of its run, not on the keep-alive after it', () => {
  const { playground } = setup()
  playground.show(resumedRun())
  const { trace, now } = playground.getState()
  expect(trace.observations.at(-1)?.kind).toBe('comment.received')
  expect(now).toBe(trace.observations.find(({ kind }) => kind === 'call.settled')?.at)
})

test('looking at the past changes nothing but the playhead, and acting returns to now', async () => {
  const { playground, row, until } = setup()
  void playground.start()
  for (let i = 0; i < 3; i++) row()
  await until(rows(3))
  const before = playground.getState().trace
  playground.jump('first')
  expect(playground.getState().playhead.kind).toBe('at')
  playground.step(1)
  expect(playground.getState().trace).toBe(before)
  playground.pull()
  expect(playground.getState().playhead).toEqual({ kind: 'now' })
})

test('on the recorded run the plug plays what happened next, and nothing goes out', async () => {
  const { playground, endpoint } = setup()
  playground.setSpeed(1000)
  playground.jump('first')
  playground.push()
  expect(playground.getState()).toMatchObject({ phase: 'recorded', playing: true })
  await new Promise<void>((resolve) => playground.subscribe(({ playing }) => !playing && resolve()))
  expect(playground.getState()).toMatchObject({ phase: 'recorded', playhead: { kind: 'now' } })
  expect(endpoint.sessions()).toEqual([])
})
