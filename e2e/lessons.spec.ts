/** Lessons in a real browser: one with the mouse, one with the keyboard alone, one on a phone in German; and the classroom. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { LessonPage } from './lesson'

test.describe('at a desk', () => {
  test.skip(({ isMobile }) => isMobile, 'phones have their own')

  test('a lesson with the mouse: predict, cut, resume, and be quoted beside the wire', async ({ page }) => {
    const lesson = new LessonPage(page)
    await lesson.open('/lessons/plug-back-in')
    await expect(page).toHaveTitle(/It came back/)
    await expect(lesson.goal).toContainText('Not yet, because no tool has been called')
    await toHaveNoViolations(page, 'lesson')
    await lesson.choice('Only new rows').check()
    await lesson.start()
    await lesson.toHaveReceived(4)
    await lesson.stage.pull()
    await expect(lesson.goal).toContainText('the plug is out')
    await lesson.toMiss(3)
    await expect(lesson.goal).toContainText(/\d events missing \(call-2\/\d+ to call-2\/\d+\)/)
    await lesson.stage.push()
    await lesson.toBeReached()
    const quoted = lesson.guide.locator('.quoted')
    await expect(quoted).toContainText('You saidOnly new rows')
    await expect(quoted).toContainText(/The wire showedc\d+ sent call-2\/\d+; replayed: call-2/)
    await expect(quoted).toContainText('Not as you predicted.')
    await toHaveNoViolations(page, 'lesson done')

    await lesson.next.click()
    await expect(page).toHaveURL('/lessons/plug-back-in/2')
    await expect(lesson.goal).toContainText('No longer possible in this run, because the answer arrived after 1 of 2 cuts.')
    await page.goBack()
    await expect(page).toHaveURL('/lessons/plug-back-in')
    await lesson.toBeReached()
  })

  test('the rest of it: two cuts in one run, and the list knows', async ({ page }) => {
    const lesson = new LessonPage(page)
    await lesson.open('/lessons/plug-back-in/2')
    await lesson.start()
    await lesson.toHaveReceived(3)
    await lesson.stage.pull()
    await lesson.toMiss(1)
    await lesson.stage.push()
    await lesson.stage.toCount('missing', 0)
    await lesson.stage.pull()
    await lesson.stage.push()
    await lesson.toBeReached()
    await page.goto('/lessons')
    await expect(page.getByRole('link', { name: /It came back/ })).toContainText('1 of 2 steps')
    await toHaveNoViolations(page, 'list')
  })

  test('a lesson with the keyboard alone', async ({ page }) => {
    const lesson = new LessonPage(page)
    await lesson.open('/lessons/two-headers')
    await tabTo(page, lesson.choice('Once, when the stream begins'))
    await page.keyboard.press('ArrowDown')
    await expect(lesson.choice('With every event that arrives')).toBeChecked()
    await tabTo(page, lesson.stage.pill)
    await page.keyboard.press('Enter')
    await lesson.toHaveReceived(3)
    await page.keyboard.press('Enter')
    await lesson.stage.toBePlugged('out')
    await lesson.toBeReached()
    await expect(lesson.guide.locator('.quoted')).toContainText('As you predicted.')

    await tabTo(page, lesson.next)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/lessons/two-headers/2')
    await expect(lesson.guide.getByRole('heading', { level: 2 })).toBeFocused()
    await lesson.toMiss(1)
    const tag = page.getByRole('button', { name: /^call-2\/\d+: select this event$/ })
    await tabTo(page, tag)
    await page.keyboard.press('Enter')
    await lesson.toBeReached()
    const id = (await tag.textContent()) ?? ''
    await expect(lesson.guide.locator('.prose .figure[data-figure="last-id"][data-on]'), 'the figure lights with the selection').toHaveText(
      id,
    )
  })

  test('the solution can be shown, and counts as shown, not solved', async ({ page }) => {
    const lesson = new LessonPage(page)
    await lesson.open('/lessons/server-hangs-up')
    await lesson.guide.getByRole('button', { name: 'Hint' }).click()
    await lesson.guide.getByRole('button', { name: 'Stronger hint' }).click()
    await lesson.guide.getByRole('button', { name: 'Show me' }).click()
    await lesson.toBeReached('shown')
    await expect(lesson.goal).toContainText('Shown, not solved.')
    await page.reload()
    await expect(lesson.goal, 'kept over a reload').toHaveAttribute('data-reached', 'shown')
  })

  test('every other way to break the stream is at hand in a lesson, and the guide comes back', async ({ page }) => {
    await page.goto('/lessons/refused/2')
    const guide = page.getByRole('article', { name: 'Lesson' })
    const opener = page.locator('.break-open')
    await opener.click()
    const panel = page.getByRole('complementary', { name: 'More ways to break it' })
    await expect(panel).toBeVisible()
    await expect(guide).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(guide).toBeVisible()
    await expect(opener).toBeFocused()
  })

  test('the classroom: the remote turns pages, the answer waits to be revealed, the notes follow', async ({ page, context }) => {
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto('/classroom')
    const board = page.getByRole('article', { name: 'Lesson' })
    await expect(board).toContainText('Step 1 of 2')
    await toHaveNoViolations(page, 'classroom')
    const opening = context.waitForEvent('page')
    await page.getByRole('button', { name: 'Speaker notes' }).click()
    const notes = await opening
    await expect(notes.getByRole('heading', { level: 2 })).toContainText('One request, many events.')
    await page.bringToFront()
    await page.keyboard.press('PageDown')
    await expect(board.locator('.goal-line'), 'before any run: the goal, and what is missing').toBeInViewport({ ratio: 1 })
    await page.keyboard.press('PageDown')
    await expect(board, 'the first press reveals, the second goes on').toContainText('Step 2 of 2')
    await expect(notes.getByRole('heading', { level: 2 })).toContainText('Find the response')
    await page.locator('body').press('b')
    await expect(page.getByText('Paused', { exact: true })).toBeVisible()
    await page.locator('body').press('b')
    await notes.getByRole('button', { name: 'Next' }).click()
    await expect(board).toContainText('Lesson 2 of 12')
  })

  test('the classroom holds every step of every lesson at 1280 × 720, asked, answered and judged, in the longer language', async ({
    page,
  }) => {
    await page.goto('/de/lessons')
    const links = await page
      .locator('main a[href^="/de/lessons/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    const slugs = [...new Set(links.map((href) => /lessons\/([\w-]+)/.exec(href)?.[1] ?? ''))]
    expect(slugs).toHaveLength(12)
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto('/de/classroom')
    await page.waitForFunction(() => 'pullThePlug' in window)
    const board = page.getByRole('article', { name: 'Lektion' })
    const fits = async (state: string) =>
      expect(await board.evaluate((element) => element.scrollHeight - element.clientHeight), state).toBeLessThanOrEqual(1)
    for (const [index, slug] of slugs.entries()) {
      await page.getByRole('combobox').first().selectOption(String(index))
      await expect(board).toContainText(`Lektion ${index + 1} von 12 · Schritt 1`)
      const steps = Number(/Schritt 1 von (\d)/.exec((await board.textContent()) ?? '')?.[1])
      for (let step = 1; step <= steps; step++) {
        await expect(board).toContainText(`Schritt ${step} von ${steps}`)
        await fits(`${slug} ${step}, asked`)
        const question = await board.getByRole('button', { name: 'Aufdecken' }).isVisible()
        if (question) {
          await page.keyboard.press('PageDown')
          await expect(board.locator('.goal-line')).toBeVisible()
          await fits(`${slug} ${step}, revealed before any run`)
        }
        const file = join(import.meta.dirname, `../lib/recordings/data/lessons/${slug}-${step}.recording.json`)
        const { observations } = JSON.parse(readFileSync(file, 'utf8'))
        await page.evaluate((seen) => window.pullThePlug?.show({ observations: seen }), observations)
        await expect(board.locator('.goal-line')).toBeVisible()
        await fits(`${slug} ${step}, judged`)
        if (step < steps) await page.keyboard.press('PageDown')
      }
    }
  })
})

test('the document says its language without any script', async ({ request, isMobile }) => {
  test.skip(isMobile, 'the same document everywhere')
  const languageOf = async (path: string) => /<html lang="(\w+)"/.exec(await (await request.get(path)).text())?.[1]
  for (const path of ['/de/lessons', '/de/lessons/refused/2', '/de/classroom', '/de/classroom/notes'])
    expect(await languageOf(path), path).toBe('de')
  for (const path of ['/', '/lessons', '/lessons/refused/2', '/classroom', '/embed/v1/first-cut', '/nothing']) {
    expect(await languageOf(path), path).toBe('en')
  }
})

test.describe('on paper', () => {
  test.skip(({ isMobile }) => isMobile, 'paper is the same everywhere')

  test('a lesson nobody has run prints as text with the numbers of its recorded runs, drawn after it', async ({ page }) => {
    await page.goto('/lessons/two-headers/2')
    await page.locator('[data-paper-ready]').waitFor({ state: 'attached' })
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    const text = page.locator('.print-sheet')
    await expect(text).toBeVisible()
    await expect(text).toContainText(/Last-Event-ID is call-2\/\d+: not the newest event of the server.*The server has stored \d+\./)
    await expect(text).not.toContainText('…')
    await expect(text.getByText('What I expect, and why')).toBeVisible()
    const runs = page.locator('.paper-run')
    await expect(runs).toHaveCount(2)
    for (const run of await runs.all()) {
      await expect(run).toHaveAttribute('data-run', 'recorded')
      await expect(run).toContainText('Recorded: the reference solution')
      await expect(run.locator('.run-drawing')).toBeVisible()
      await expect(run.locator('.qr')).toBeVisible()
      await expect(run.locator('table')).toContainText('call-2/3')
    }
    await expect(runs.last().locator('.printed-address')).toHaveText(/\/lessons\/two-headers\/2$/)
    await expect(page.locator('.stage')).toBeHidden()
  })

  test('without a script the text has its numbers all the same', async ({ browser, baseURL }) => {
    const page = await browser.newPage({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) })
    await page.goto('/de/lessons/two-headers/2')
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.print-sheet')).toContainText(/Der Server hat \d+ gespeichert\./)
    await page.close()
  })

  test('a step that was run prints the run of the reader, and says so', async ({ page }) => {
    const lesson = new LessonPage(page)
    await lesson.open('/lessons/two-headers/2')
    await lesson.start()
    await lesson.toHaveReceived(2)
    await lesson.stage.pull()
    await lesson.toMiss(1)
    const id = await page.locator('.tag[data-tag="call"] button').first().textContent()
    await page.locator('[data-paper-ready]').waitFor({ state: 'attached' })
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await expect(page.locator('.print-sheet')).toContainText(`Last-Event-ID is ${id}:`)
    await expect(page.locator('.print-sheet')).toContainText('The numbers are those of your run.')
    await expect(page.locator('.paper-run').first()).toHaveAttribute('data-run', 'recorded')
    await expect(page.locator('.paper-run').last()).toHaveAttribute('data-run', 'own')
  })
})

test.describe('on a phone', () => {
  test.skip(({ isMobile }) => !isMobile, 'desks have their own')

  test('eine Lektion auf Deutsch: vorhersagen, trennen, einstecken', async ({ page }) => {
    const lesson = new LessonPage(page, { guide: 'Lektion', goals: 'Ziele' })
    await lesson.open('/de/lessons/pull-the-plug#read')
    await expect(page).toHaveTitle(/Was weg ist/)
    await toHaveNoViolations(page, 'Lektion')
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing is wider than the phone').toBeLessThanOrEqual(390)
    await lesson.choice('Es malt weiter').check()
    await lesson.start()
    await page.getByRole('link', { name: 'Tun', exact: true }).click()
    await lesson.toHaveReceived(3)
    await expect(lesson.stage.pill).toHaveText('Stecker ziehen')
    await lesson.stage.pill.click()
    await lesson.stage.toBePlugged('out')
    await lesson.stage.toCountAtLeast('lost', 1)
    await page.getByRole('link', { name: 'Lesen', exact: true }).click()
    await lesson.toBeReached()
    await expect(lesson.guide.locator('.quoted')).toContainText('Wie vorhergesagt.')

    await lesson.next.click()
    await expect(page).toHaveURL('/de/lessons/pull-the-plug/2#read')
    await expect(lesson.goal).toContainText('das Werkzeug noch malt')
    await lesson.stage.toCountAtLeast('lost', 10)
    await expect(lesson.goal).toContainText('der Stecker draußen ist')
    await lesson.stage.pill.click()
    await lesson.toBeReached()
    await toHaveNoViolations(page, 'Lektion am Ende')
  })
})

/** Presses Tab until `target` has the focus, as someone without a mouse must. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`120 presses of Tab did not reach ${target}`)
}

async function toHaveNoViolations(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  at ${target.join(' ')}\n  ${failureSummary}`),
  )
  expect(told, `axe, ${state}`).toEqual([])
}
