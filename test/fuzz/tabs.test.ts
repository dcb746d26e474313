/**
 * The client's faults that take a page: reloaded, closed and opened anew, and opened twice. What the learner is told, and what becomes of the run.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Browser, openBrowser, type Tab } from './page'

// A slow machine is no reason to fail: what hangs is told by its own limit of turns.
vi.setConfig({ testTimeout: 60_000 })

let browser: Browser
beforeEach(async () => {
  browser = await openBrowser()
})
afterEach(() => browser.close())

/** A tab whose picture has come as far as `rows`. */
async function painting(rows: number): Promise<{ tab: Tab; ended: Promise<void> }> {
  const tab = browser.open()
  const ended = tab.playground.start()
  browser.row(rows)
  await tab.until(({ ledger }) => ledger.received >= rows)
  return { tab, ended }
}

const isWhole = { stored: 17, received: 17, missing: 0, lost: 0, duplicated: 0 }
const problemOf = (tab: Tab) => tab.playground.getState().problem?.kind

describe('second-tab', () => {
  /** As a browser does: the new tab begins with a copy of the sessionStorage of its opener. */
  async function secondTab(first: Tab): Promise<{ second: Tab; ended: Promise<void> }> {
    first.playground.save()
    const second = browser.open({ own: new Map(first.own) })
    const ended = second.playground.restore()
    await second.until(({ connections }) => connections.some(({ lastEventId, answer }) => lastEventId?.startsWith('call-2/') && answer))
    return { second, ended }
  }

  test('takes the run over; the first is told, stops, and does not fight; the second has the whole run and its answer', async () => {
    const { tab: first, ended } = await painting(5)
    const { second, ended: over } = await secondTab(first)
    await ended
    expect(problemOf(first)).toBe('taken-over')
    const asked = first.snapshot().connections.length
    browser.row(12)
    await over
    await second.until(({ ledger }) => ledger.received === 17)
    expect(second.snapshot().ledger).toMatchObject(isWhole)
    expect(second.snapshot().call?.settled?.outcome).toBe('result')
    expect(first.snapshot().connections.length).toBe(asked)
    expect(problemOf(second)).toBeUndefined()
    expect(browser.sessions()).toHaveLength(1)
  })

  test('a first that was waiting to ask again waits no more, not even with its wait frozen', async () => {
    const { tab: first, ended } = await painting(5)
    first.playground.freezeWait(true)
    first.playground.setFault('polite-close', true)
    await first.until(({ waiting }) => waiting !== undefined)
    const { ended: over } = await secondTab(first)
    await ended
    expect(first.snapshot().waiting).toBeUndefined()
    browser.row(40)
    await over
  })

  test('the first can take it back: then the second is told, and the first has the whole run', async () => {
    const { tab: first, ended } = await painting(5)
    const { second, ended: over } = await secondTab(first)
    await ended
    browser.row(3)
    await second.until(({ ledger }) => ledger.received >= 8)
    const back = first.playground.takeBack()
    await over
    expect(problemOf(second)).toBe('taken-over')
    browser.row(9)
    await back
    await first.until(({ ledger }) => ledger.received === 17)
    expect(first.snapshot().ledger).toMatchObject(isWhole)
    expect(problemOf(first)).toBeUndefined()
  })

  test('a new run in the first leaves the session to the second', async () => {
    const { tab: first, ended } = await painting(5)
    const { ended: over } = await secondTab(first)
    await ended
    void first.playground.start()
    await first.until(({ session }) => session?.state === 'open')
    expect(browser.sessions()).toHaveLength(2)
    browser.row(40)
    await over
  })

  test('is opened by the page, with everything saved before', async () => {
    const opened: boolean[] = []
    const tab = browser.open({ page: { openTab: () => opened.push(tab.own.size === 2) } })
    void tab.playground.start()
    browser.row(2)
    await tab.until(({ ledger }) => ledger.received >= 2)
    tab.playground.setFault('second-tab', true)
    expect(opened).toEqual([true])
    expect(tab.snapshot().faults).toContainEqual(expect.objectContaining({ fault: 'second-tab', state: 'struck' }))
  })
})

describe('close-tab', () => {
  test('a tab that is opened after it picks the run up, whole', async () => {
    const { tab } = await painting(5)
    tab.playground.setFault('close-tab', true)
    tab.gone()
    browser.row(3)
    const next = browser.open()
    const ended = next.playground.restore()
    browser.row(9)
    await ended
    await next.until(({ ledger }) => ledger.received === 17)
    expect(next.snapshot().ledger).toMatchObject(isWhole)
    expect(next.snapshot().ledger.replayed).toBeGreaterThan(0)
    expect(next.snapshot().faults).toContainEqual(expect.objectContaining({ fault: 'close-tab', state: 'armed' }))
    expect([...browser.shared.keys()].filter((key) => key.includes('/left/'))).toEqual([])
  })

  test('two ordinary tabs do not share a run: not while one lives, not when one is reloaded, not when it is over', async () => {
    const { tab } = await painting(5)
    const other = browser.open()
    await other.playground.restore()
    expect(other.playground.getState().phase).toBe('recorded')
    tab.gone()
    const reloadedOther = browser.open({ fresh: false })
    await reloadedOther.playground.restore()
    expect(reloadedOther.playground.getState().phase).toBe('recorded')
    const same = browser.open({ own: tab.own, fresh: false })
    const ended = same.playground.restore()
    browser.row(12)
    await ended
    expect(same.snapshot().call?.settled?.outcome).toBe('result')
    same.gone()
    const later = browser.open()
    await later.playground.restore()
    expect(later.playground.getState().phase).toBe('recorded')
  })

  test('a tab that comes back after another has picked its run up is told, and may take it back', async () => {
    const { tab } = await painting(5)
    tab.gone()
    const next = browser.open()
    const ended = next.playground.restore()
    await next.until(({ connections }) => connections.some(({ lastEventId }) => lastEventId?.startsWith('call-2/')))
    const back = browser.open({ own: tab.own, fresh: false })
    await back.playground.restore()
    expect(problemOf(back)).toBe('taken-over')
    const taken = back.playground.takeBack()
    await ended
    expect(problemOf(next)).toBe('taken-over')
    browser.row(12)
    await taken
    expect(back.snapshot().call?.settled?.outcome).toBe('result')
  })
})

describe('reload', () => {
  test('is done by the page, and the run goes on in its next life', async () => {
    const tab = browser.open({ page: { reload: () => tab.gone() } })
    void tab.playground.start()
    browser.row(5)
    await tab.until(({ ledger }) => ledger.received >= 5)
    tab.playground.setFault('reload', true)
    const next = browser.open({ own: tab.own, fresh: false })
    const ended = next.playground.restore()
    browser.row(12)
    await ended
    await next.until(({ ledger }) => ledger.received === 17)
    expect(next.snapshot().ledger).toMatchObject(isWhole)
    expect(next.snapshot().faults).toContainEqual(expect.objectContaining({ fault: 'reload', state: 'struck' }))
  })
})
