/**
 * The page as a learner meets it: what can be pressed, and what can be read. Everything the specs know about the page's markup is
 * here: accessible names for what people press, `data-testid` and state attributes for what is only drawn.
 */
import { expect, type Locator, type Page, type Request } from '@playwright/test'

export type Count = 'stored' | 'received' | 'missing' | 'replayed' | 'duplicated'
export type Kept = 'session' | 'call' | 'get'
type Phase = 'recorded' | 'starting' | 'running' | 'settled'

/** Rows of the picture, one progress message each. */
export const ROWS = 16
/** Messages of the call: the rows, and the response. */
export const MESSAGES = ROWS + 1

export class Stage {
  /** what the page sent to the MCP endpoint, in order */
  readonly requests: Request[] = []
  readonly root: Locator
  /** the one obvious button: it starts, pulls and pushes */
  readonly pill: Locator
  readonly playhead: Locator
  readonly withoutResumability: Locator

  constructor(readonly page: Page) {
    this.root = page.getByTestId('stage')
    this.pill = page.getByTestId('pill')
    this.playhead = page.getByRole('slider', { name: 'Playhead' })
    this.withoutResumability = page.getByRole('switch', { name: 'Without resumability' })
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/mcp') this.requests.push(request)
    })
  }

  async open(): Promise<void> {
    await this.page.goto('/')
    await expect(this.root).toHaveAttribute('data-source', 'recorded')
    await expect(this.pill).toBeEnabled()
  }

  /** Leaves the recorded run for a live one. */
  async start(): Promise<void> {
    await this.startButton().click()
    await expect(this.root).toHaveAttribute('data-source', 'live')
    await this.toBe('running')
  }

  /** A page may show a start button of its own beside the pill, which pushes the recorded plug. */
  startButton(): Locator {
    return this.page.getByTestId('start').or(this.pill).first()
  }

  /** The plug itself, a button with the same name as the pill. */
  plug(): Locator {
    return this.page.getByTestId('plug')
  }

  async pull(): Promise<void> {
    await expect(this.pill).toHaveAccessibleName(/Pull the plug/)
    await this.pill.click()
    await this.toBePlugged('out')
  }

  async push(): Promise<void> {
    await expect(this.pill).toHaveAccessibleName(/Plug back in/)
    await this.pill.click()
    await this.toBePlugged('in')
  }

  toBe(phase: Phase): Promise<void> {
    return expect(this.root).toHaveAttribute('data-phase', phase, { timeout: 30_000 })
  }

  toBePlugged(plug: 'in' | 'out'): Promise<void> {
    return expect(this.root).toHaveAttribute('data-plug', plug)
  }

  row(n: number): Locator {
    return this.page.locator(`[data-row="${n}"]`).first()
  }

  /** Waits until the client has row `n`. */
  toHaveRow(n: number): Promise<void> {
    return expect(this.row(n)).toHaveAttribute('data-fate', /^(received|replayed)$/)
  }

  /** The rows whose fate is one of those named, in order. */
  async rowsThatAre(...fates: string[]): Promise<number[]> {
    const rows: number[] = []
    for (let n = 1; n <= ROWS; n++) {
      const fate = await this.row(n).getAttribute('data-fate')
      if (fate !== null && fates.includes(fate)) rows.push(n)
    }
    return rows
  }

  ledger(count: Count): Locator {
    return this.page.getByTestId(`ledger-${count}`)
  }

  async read(count: Count): Promise<number> {
    return Number(await this.ledger(count).textContent())
  }

  toCount(count: Count, number: number): Promise<void> {
    return expect(this.ledger(count)).toHaveText(String(number), { timeout: 30_000 })
  }

  toCountAtLeast(count: Count, number: number): Promise<void> {
    return expect.poll(() => this.read(count), { timeout: 30_000 }).toBeGreaterThanOrEqual(number)
  }

  kept(which: Kept): Locator {
    return this.page.getByTestId(`kept-${which}`)
  }

  async keptValue(which: Kept): Promise<string> {
    const value = await this.kept(which).getAttribute('data-value')
    expect(value, `the kept ${which} value`).toBeTruthy()
    return value ?? ''
  }

  /** Waits for the request that resumes the call after `lastEventId`. Ask before pushing. */
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
    expect(await this.rowsThatAre('received', 'replayed')).toHaveLength(ROWS)
  }
}

/** The value of Last-Event-ID of a GET to the MCP endpoint. */
export function lastEventIdOf(request: Request): string | undefined {
  if (request.method() !== 'GET' || new URL(request.url()).pathname !== '/mcp') return undefined
  return request.headers()['last-event-id']
}
