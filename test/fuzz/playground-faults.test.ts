/**
 * The playground's verbs over real sockets: what a learner switches on is done to the real connections, is read from the snapshot, and ends
 * with the whole run. Waits and silences are real, and short.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { FaultId } from '../../lib/faults/faults'
import type { Snapshot } from '../../lib/trace/snapshot-types'
import { type Browser, openBrowser, type Tab } from './page'

// A slow machine is no reason to fail: what hangs is told by its own limit of turns.
vi.setConfig({ testTimeout: 60_000 })

let browser: Browser
beforeEach(async () => {
  browser = await openBrowser({ http: true })
})
afterEach(() => browser.close())

const WHOLE = { stored: 17, received: 17, missing: 0, lost: 0, duplicated: 0 }
const out = ({ plug }: Snapshot) => plug === 'out'
const stateOf = (snapshot: Snapshot, fault: FaultId) =>
  snapshot.faults.find((record) => record.fault === fault && record.vantage === 'client')?.state

/** Lets the tool say everything, and waits for the whole run. */
async function toTheEnd(tab: Tab, ended: Promise<void>): Promise<Snapshot> {
  browser.row(17)
  await ended
  expect(tab.playground.getState()).toMatchObject({ phase: 'settled', problem: undefined })
  return tab.until(({ ledger }) => ledger.received === 17)
}

async function started(rows: number): Promise<{ tab: Tab; ended: Promise<void> }> {
  const tab = browser.open()
  const ended = tab.playground.start()
  browser.row(rows)
  await tab.until(({ ledger }) => ledger.received >= rows)
  return { tab, ended }
}

test('a moment armed before a run waits for it, strikes once in it, and not in the next', async () => {
  const tab = browser.open()
  tab.playground.setFault('yank-mid-frame', true)
  expect(tab.playground.getState().armed).toEqual(['yank-mid-frame'])
  const ended = tab.playground.start()
  browser.row(3)
  const cut = await tab.until(out)
  expect(stateOf(cut, 'yank-mid-frame')).toBe('struck')
  expect(tab.playground.getState().armed).toEqual([])
  tab.playground.push()
  expect((await toTheEnd(tab, ended)).ledger).toMatchObject(WHOLE)
  const again = tab.playground.start()
  const whole = await toTheEnd(tab, again)
  expect(whole.faults).toEqual([])
  expect(whole.ledger).toMatchObject({ ...WHOLE, replayed: 0 })
})

test.each(['yank', 'yank-stored-unwritten', 'yank-in-wait'] as const)('%s in the middle of a run', async (fault) => {
  const { tab, ended } = await started(4)
  tab.playground.setFault(fault, true)
  // A hold has to reach the server before something is stored under it.
  if (fault === 'yank-stored-unwritten') await tab.until(({ faults }) => faults.some(({ vantage }) => vantage === 'server'))
  browser.row(2)
  const cut = await tab.until(out)
  expect(stateOf(cut, fault)).toBe('struck')
  tab.playground.push()
  expect((await toTheEnd(tab, ended)).ledger).toMatchObject(WHOLE)
})

test('silence: the client gives the dead connections up, and goes on when the network is back', async () => {
  const { tab, ended } = await started(4)
  tab.playground.setFault('silence', true, { amount: 100 })
  browser.row(3)
  const silent = await tab.until(({ connections }) => connections.some(({ failure }) => failure?.reason.code === 'given-up'))
  expect(silent).toMatchObject({ plug: 'in', ledger: { received: 4 } })
  tab.playground.setFault('silence', false)
  const { ledger, connections } = await toTheEnd(tab, ended)
  expect(ledger).toMatchObject(WHOLE)
  expect(connections.some(({ end }) => end?.how === 'closed' && end.reason?.code === 'given-up')).toBe(true)
})

test('slow, chosen before the run, goes on in it and in the next', async () => {
  const tab = browser.open()
  tab.playground.setFault('slow', true, { amount: 20_000 })
  for (let i = 0; i < 2; i++) {
    const { ledger, faults } = await toTheEnd(tab, tab.playground.start())
    expect(ledger).toMatchObject(WHOLE)
    expect(faults).toMatchObject([{ fault: 'slow', state: 'on', detail: { code: 'bytes-a-second', rate: 20_000 } }])
  }
  tab.playground.setFault('slow', false)
  expect(tab.playground.getState().armed).toEqual([])
})

test('the idle proxy cuts at both ends, and the run goes on', async () => {
  const { tab, ended } = await started(4)
  tab.playground.setFault('idle-proxy', true, { amount: 60 })
  await tab.until(({ connections }) => connections.filter(({ end }) => end?.how === 'severed').length >= 3)
  tab.playground.setFault('idle-proxy', false)
  expect((await toTheEnd(tab, ended)).ledger).toMatchObject(WHOLE)
})

describe('edited headers', () => {
  test('are used once, are said to be refused, and the kept ones bring everything', async () => {
    const { tab, ended } = await started(4)
    tab.playground.pull()
    tab.playground.editHeaders({ sessionId: { kind: 'left-out' } })
    tab.playground.push()
    const refused = await tab.until(({ refused }) => refused?.edited === true && refused.status === 400)
    expect(refused.call?.settled).toBeUndefined()
    expect(refused.session?.state).toBe('open')
    expect(tab.playground.getState().edits).toBeUndefined()
    browser.row(3)
    tab.playground.askAsKept()
    expect((await toTheEnd(tab, ended)).ledger).toMatchObject(WHOLE)
    // Each stream's refusal lasts until that stream is answered.
    await tab.until(({ refused }) => refused === undefined)
    expect(tab.snapshot().refused).toBeUndefined()
  })

  test('a made-up session id is answered 404 and ends no session', async () => {
    const { tab, ended } = await started(4)
    tab.playground.pull()
    tab.playground.editHeaders({ sessionId: { kind: 'value', value: 'nobody' } })
    tab.playground.push()
    const refused = await tab.until(({ refused }) => refused?.status === 404)
    expect(refused.session?.state).toBe('open')
    tab.playground.askAsKept()
    expect((await toTheEnd(tab, ended)).ledger).toMatchObject(WHOLE)
  })
})

test('a frozen wait stands still until it is let go', async () => {
  const { tab, ended } = await started(4)
  tab.playground.freezeWait(true)
  tab.playground.setFault('polite-close', true)
  const frozen = await tab.until(({ waiting }) => waiting?.frozen === true)
  expect(frozen.waiting).toMatchObject({ stream: 'call-2', attempt: 1 })
  tab.playground.freezeWait(false)
  expect((await toTheEnd(tab, ended)).ledger).toMatchObject(WHOLE)
})

test('a server that ends the session: the call fails at once, and the learner is told to begin anew', async () => {
  const { tab, ended } = await started(4)
  tab.playground.setFault('end-session', true)
  await ended
  expect(tab.playground.getState().problem?.kind).toBe('session-ended')
})

test('answered with JSON: one body, no stream, nothing to resume', async () => {
  const tab = browser.open()
  tab.playground.setFault('json-answer', true)
  const ended = tab.playground.start()
  await tab.until(({ connections }) => connections.some(({ rpc }) => rpc?.method === 'tools/call'))
  browser.row(3)
  tab.playground.pull()
  await ended
  expect(tab.playground.getState().problem?.kind).toBe('unreachable')
  expect(tab.snapshot().connections.filter(({ lastEventId }) => lastEventId?.startsWith('call-'))).toEqual([])
})
