/** A lesson as its reader meets it: question, goal, steps. The stage beside it is the playground's own (stage.ts). */
import { expect, type Locator, type Page } from '@playwright/test'
import { Stage } from './stage'

/** Milliseconds between two rows: long enough to act in the middle of a run on a slow machine. */
const UNHURRIED = 1000

export class LessonPage {
  readonly stage: Stage
  readonly guide: Locator
  readonly goals: Locator
  readonly next: Locator

  constructor(
    readonly page: Page,
    words: { readonly guide: string; readonly goals: string } = { guide: 'Lesson', goals: 'Goals' },
  ) {
    this.stage = new Stage(page)
    this.guide = page.getByRole('article', { name: words.guide })
    this.goals = this.guide.getByRole('list', { name: words.goals })
    this.next = this.guide.locator('.next')
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await this.page.waitForFunction(() => 'pullThePlug' in window)
    await this.unhurried()
  }

  /** Every step sets the run anew; the tests want more time than a reader does. */
  async unhurried(): Promise<void> {
    await this.page.evaluate((delay) => window.pullThePlug?.setOptions({ delay }), UNHURRIED)
  }

  choice(words: string): Locator {
    return this.guide.getByRole('radio', { name: words })
  }

  /** The goal of the current step. */
  get goal(): Locator {
    return this.goals.locator('li[data-current]')
  }

  toBeReached(how: 'done' | 'shown' = 'done'): Promise<void> {
    return expect(this.goal).toHaveAttribute('data-reached', how, { timeout: 45_000 })
  }

  /** Waits until that many messages of the call are at the client. */
  toHaveReceived(count: number): Promise<void> {
    return this.stage.toCountAtLeast('received', count)
  }

  toMiss(count: number): Promise<void> {
    return this.stage.toCountAtLeast('missing', count)
  }

  async start(): Promise<void> {
    await this.stage.pill.click()
    await this.stage.toBe('running')
  }
}
