/**
 * A scenario that a link tells is done on the real playground, over real sockets, and the run that comes of it tells the same scenario
 * again: what was shared is what happens.
 */

import { afterEach, beforeEach, expect, test } from 'vitest'
import { DEFAULT_OPTIONS } from '../../lib/model/run-options'
import { linkOf, readLink } from '../../lib/share/link'
import { performScenario } from '../../lib/share/performer'
import { type Scenario, SHARED_FAULTS, scenarioOf } from '../../lib/share/scenario'
import type { Snapshot } from '../../lib/trace/snapshot-types'
import { type Browser, openBrowser, type Tab } from './page'

let browser: Browser
beforeEach(async () => {
  browser = await openBrowser({ http: true })
})
afterEach(() => browser.close())

const KNOWN = { pictures: ['lighthouse', 'boat'], faults: SHARED_FAULTS, usual: DEFAULT_OPTIONS }

function told(link: string): Scenario {
  const read = readLink(link, KNOWN)
  if (read.kind !== 'scenario') throw new Error(`"${link}" tells no scenario.`)
  expect(read.ignored).toEqual([])
  return read.scenario
}

/** Says one message after the other, each once the last was stored, so that every count is passed one by one. */
async function sayAll(tab: Tab): Promise<void> {
  for (let n = 1; n <= 17; n++) {
    browser.row()
    await tab.until(({ stage, ledger, session, call }) => {
      const isStored = ledger.stored >= n || stage.call?.completedAt !== undefined
      const isKnown = isStored && ledger.underway === 0
      return isKnown || session?.state === 'ended' || call?.settled !== undefined
    })
  }
}

async function performed(link: string): Promise<{ tab: Tab; end: Snapshot; again: string }> {
  const tab = browser.open()
  const ended = performScenario(told(link), tab.playground)
  await tab.until(({ call }) => call !== undefined)
  await sayAll(tab)
  await ended
  const { trace } = tab.playground.getState()
  // The settings have been changed since: what is told is the run's own.
  return { tab, end: tab.snapshot(), again: linkOf(scenarioOf(trace, { ...DEFAULT_OPTIONS, tool: 'countdown' }), DEFAULT_OPTIONS) }
}

test.each([
  '#v=1&do=pull@r4~push@s8',
  '#v=1&picture=boat&delay=100&do=pull@r2~push@s3~pull@r5~push@s9',
  '#v=1&do=+slow.20000@r0~pull@r4~push@s8~-slow@r9',
  '#v=1&do=+yank-mid-frame@r0~push@s5',
  '#v=1&do=pull@r5~edit.session@s7~push@s7~as-kept@r5',
  '#v=1&do=pull@r5~edit.version.1999-01-01@s7~edit.call.call-2%2F2@s7~push@s7~as-kept@r5',
  '#v=1&do=pull@r5~edit.call.get%2F0@s7~push@s7~as-kept@r5',
  '#v=1&do=pull@r5~edit.call@s7~push@s7~as-kept@r5',
  '#v=1&do=+impatient@r0~pull@r5~push@s7',
])('%s is done as told, nothing is lost, and the run tells it again', async (link) => {
  const { end, again } = await performed(link)
  expect(end.ledger).toMatchObject({ stored: 17, received: 17, missing: 0, lost: 0 })
  expect(again).toBe(link)
})

// The server is asked out of band, and goes on meanwhile: one message more or less.
test('a polite close by the server is done too, and told again', async () => {
  const { end, again } = await performed('#v=1&do=+polite-close@r3')
  expect(end.ledger).toMatchObject({ stored: 17, received: 17, missing: 0, lost: 0 })
  expect(again).toMatch(/^#v=1&do=\+polite-close@r[345]$/)
})

test('a fault of the server that ends the session is done too, and told again', async () => {
  const { end, again } = await performed('#v=1&do=+end-session@r6')
  expect(end.session?.state).toBe('ended')
  expect(end.ledger.received).toBeLessThan(17)
  expect(again).toMatch(/^#v=1&do=\+end-session@r[678]$/)
})

test('without an event log the same cut loses what was said meanwhile', async () => {
  const link = '#v=1&log=off&do=pull@r4~push@s8'
  const { tab } = await performed(link)
  // The call fails with the cut, and the plug goes back in all the same.
  const end = await tab.until(({ ledger, plug }) => ledger.stored === 17 && plug === 'in')
  expect(end.call?.settled?.outcome).toBe('error')
  expect(end.ledger).toMatchObject({ received: 4, missing: 0, lost: 13 })
})

test('an experiment that is told without the way on stops at its result: the holes stay', async () => {
  const tab = browser.open()
  const ended = performScenario(told('#v=1&do=pull@r5~edit.call@s7~push@s7'), tab.playground)
  await tab.until(({ call }) => call !== undefined)
  await sayAll(tab)
  const end = await tab.until(({ refused }) => refused?.edited === true)
  expect(end.ledger).toMatchObject({ stored: 17, received: 5, missing: 12 })
  expect(end.call?.settled).toBeUndefined()
  tab.playground.askAsKept()
  await ended
  expect(tab.snapshot().ledger).toMatchObject({ received: 17, missing: 0 })
})

test('only the run that was started with it is acted in', async () => {
  const { tab } = await performed('#v=1&do=pull@r4~push@s8')
  const later = tab.playground.start()
  await tab.until(({ call, ledger }) => call !== undefined && ledger.stored === 0)
  await sayAll(tab)
  await later
  expect(tab.snapshot().ledger).toMatchObject({ received: 17, replayed: 0 })
})

test('a moment looked back at is shared as the acts until then', async () => {
  const { tab } = await performed('#v=1&do=pull@r4~push@s8')
  const { trace } = tab.playground.getState()
  const pushed = trace.observations.find(({ kind }) => kind === 'plug.pushed')
  expect(scenarioOf(trace, DEFAULT_OPTIONS, (pushed?.at ?? 0) - 1).acts).toEqual([{ kind: 'pull', after: { count: 'received', n: 4 } }])
})
