/**
 * The page as a learner meets it: what can be pressed, and what can be read. Everything the specs know about the page's markup is
 * here: accessible names for what people press, roles and a few state attributes for what is only drawn.
 */
import { expect, type Locator, type Page, type Request } from '@playwright/test'

type Count = 'stored' | 'received' | 'missing' | 'lost' | 'replayed' | 'duplicated'
type Kept = 'session' | 'call' | 'standalone'

/** Rows of the picture, one progress message each. */
export const ROWS = 16
/** Messages of the call: the rows, and the response. */
export const MESSAGES = ROWS + 1

/** The pause between two rows, as the settings say it: long enough to act in the middle of a run on a slow machine. */
const PAUSE = 'every 0.5 s'
/** For a test that only watches the run: nothing has to be met in its middle. */
export const FAST = 'every 0.1 s'
/** For a test that does something long in the middle of a run, such as an analysis of the whole page. */
export const LONG_PAUSE = 'every 1 s'
/** A whole run takes 8 seconds. */
const RUN = { timeout: 45_000 }

export class Stage {
  /** what the page sent to the MCP endpoint, in order */
  readonly requests: Request[] = []
  readonly root: Locator
  /** the one obvious button: it starts, pulls and pushes */
  readonly pill: Locator
  /** the plug itself; its name says what it would do */
  readonly plug: Locator
  readonly playhead: Locator
  readonly withoutResumability: Locator
  /** what went wrong, and what to do */
  readonly notice: Locator

  constructor(readonly page: Page) {
    this.root = page.locator('#do')
    this.pill = page.locator('#pill')
    this.plug = page.getByRole('button', { name: /^Plug: / })
    this.playhead = page.getByRole('slider', { name: 'Playhead' })
    this.withoutResumability = page.getByRole('switch', { name: 'Without resumability' })
    this.notice = page.getByRole('alert').filter({ hasText: /\w/ })
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/mcp') this.requests.push(request)
    })
  }

  async open(path = '/'): Promise<void> {
    await this.page.goto(path)
    await this.toShow('a recorded run')
    await this.page.waitForFunction(() => 'pullThePlug' in window)
  }

  /** Leaves the recorded run, or the last one, for a new live one. */
  async start(pause = PAUSE): Promise<void> {
    await this.openSettings()
    await this.slowDown(pause)
    await this.page.getByRole('button', { name: /^Run (it live|again)$/ }).click()
    await this.closeSettings()
    await this.toShow('your run')
    // a fast run may be over by now
    if (pause !== FAST) await this.toBe('running')
  }

  /** The tool takes its time, so that there is time to act. */
  async slowDown(pause = PAUSE): Promise<void> {
    await this.page.getByLabel('Pause between two events').selectOption({ label: pause })
  }

  /** On a phone the settings of the run are a sheet behind a button. */
  async openSettings(): Promise<void> {
    if (!(await this.withoutResumability.isVisible())) await this.page.getByRole('button', { name: 'Settings of the run' }).click()
    await expect(this.withoutResumability).toBeVisible()
  }

  async closeSettings(): Promise<void> {
    const behind = this.page.getByRole('button', { name: 'Settings of the run' })
    if ((await behind.isVisible()) && (await this.withoutResumability.isVisible())) await this.page.keyboard.press('Escape')
  }

  /** The terms of the next run: which server, where it is. Behind a button in the settings. */
  async openTerms(): Promise<Locator> {
    await this.openSettings()
    const terms = this.page.locator('#run-terms')
    if (!(await terms.isVisible())) await this.page.locator('.terms-open').click()
    await expect(terms).toBeVisible()
    return terms
  }

  async closeTerms(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await this.closeSettings()
  }

  async pull(): Promise<void> {
    await expect(this.pill).toHaveText('Pull the plug')
    await this.pill.click()
    await this.toBePlugged('out')
  }

  async push(): Promise<void> {
    await expect(this.pill).toHaveText('Plug back in')
    await this.pill.click()
    await this.toBePlugged('in')
  }

  toShow(what: 'a recorded run' | 'your run'): Promise<void> {
    return expect(this.page.getByRole('article', { name: 'What happens here', includeHidden: true })).toContainText(new RegExp(what, 'i'))
  }

  /** `running`: the plug can be pulled. `settled`: the call has its answer and a new run may begin. */
  toBe(phase: 'running' | 'settled'): Promise<void> {
    return expect(this.pill).toHaveAttribute('data-act', phase === 'running' ? 'pull' : 'start', RUN)
  }

  toBePlugged(plug: 'in' | 'out'): Promise<void> {
    return expect(this.root).toHaveAttribute('data-plug', plug)
  }

  /** Waits until the client has row `n`. */
  toHaveRow(n: number): Promise<void> {
    return expect(this.page.getByRole('button', { name: `Row ${n}, received`, exact: true })).toBeVisible(RUN)
  }

  /** The rows whose event has that fate on the server's wall, in order. */
  async rowsThatAre(...fates: string[]): Promise<number[]> {
    const labels = await this.page
      .getByRole('list', { name: /^Event store/ })
      .getByRole('button')
      .evaluateAll(labelsOf)
    return labels.flatMap((label) => {
      const [, n = '0', fate = ''] = /^call-2\/(\d+), (\w+)$/.exec(label) ?? []
      return fates.includes(fate) && Number(n) <= ROWS ? [Number(n)] : []
    })
  }

  /** The rows of the picture that the client has, as their numbers say. */
  async rowsReceived(): Promise<number[]> {
    const labels = await this.page.getByRole('button', { name: /^Row \d+, received$/ }).evaluateAll(labelsOf)
    return labels.map((label) => Number(/\d+/.exec(label)?.[0]))
  }

  ledger(count: Count): Locator {
    return this.page.locator(`.cnt[data-kind="${count}"] b`)
  }

  async read(count: Count): Promise<number> {
    return Number(await this.ledger(count).textContent())
  }

  toCount(count: Count, number: number): Promise<void> {
    return expect(this.ledger(count)).toHaveText(String(number), RUN)
  }

  toCountAtLeast(count: Count, number: number): Promise<void> {
    return expect.poll(() => this.read(count), RUN).toBeGreaterThanOrEqual(number)
  }

  kept(which: Kept): Locator {
    return this.page.locator(`[data-tag="${which}"] button:not(.tag-edit)`)
  }

  /** The value of a kept header, whole. */
  async keptValue(which: Kept): Promise<string> {
    const value = await (which === 'session' ? this.kept(which).getAttribute('title') : this.kept(which).textContent())
    expect(value, `the kept ${which} value`).toBeTruthy()
    return value ?? ''
  }

  /** Waits for the request that resumes a stream after `lastEventId`. Ask before pushing. */
  resumeAfter(lastEventId: string): Promise<Request> {
    return this.page.waitForRequest((request) => lastEventIdOf(request) === lastEventId)
  }

  /** How often the tool was called: a resume must never call it again. */
  calls(): number {
    return this.requests.filter((request) => request.postData()?.includes('"tools/call"')).length
  }

  /** The whole picture, each row once, nothing missing: the exact end of a run. */
  async toBeWhole(): Promise<void> {
    await this.toBe('settled')
    await this.toCount('stored', MESSAGES)
    await this.toCount('received', MESSAGES)
    await this.toCount('missing', 0)
    await this.toCount('duplicated', 0)
    expect(await this.rowsReceived()).toHaveLength(ROWS)
  }
}

/** Runs in the page. */
const labelsOf = (elements: Element[]): string[] => elements.map((element) => element.getAttribute('aria-label') ?? '')

/** The value of Last-Event-ID of a GET to the MCP endpoint. */
export function lastEventIdOf(request: Request): string | undefined {
  if (request.method() !== 'GET' || new URL(request.url()).pathname !== '/mcp') return undefined
  return request.headers()['last-event-id']
}
