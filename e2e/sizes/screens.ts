/** The screens, what is put on their stages, and the windows they are seen in: the table of sizes.spec.ts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Observation } from '../../lib/protocol/observation'
import { msg } from '../../lib/words/message'
import type { Problem } from '../../lib/words/run/problem'
import type { LayoutRules } from './layout'
import { atRow, whileOut, withLongIds, withManyRows } from './long-run'

export type Size = readonly [width: number, height: number]

export const SIZES: readonly Size[] = [
  [1440, 900],
  [1366, 768],
  [1024, 768],
  [390, 844],
  [320, 640],
  [1920, 1080],
  [2560, 1440],
]
/** Where a stage has least room. */
const SMALL = SIZES.slice(0, 5)
const PROJECTORS: readonly Size[] = [
  [1280, 720],
  [1024, 768],
  [1920, 1080],
]

export type StageState = {
  readonly name: string
  readonly run: readonly Observation[]
  readonly at?: number
  /** a notice lies open over it */
  readonly notice?: boolean
}

export type Screen = {
  readonly name: string
  readonly path: string
  readonly sizes: readonly Size[]
  readonly states?: readonly StageState[]
  readonly smallestText: number
  /** before anything is put on stage */
  readonly first?: (page: Page) => Promise<void>
  /** the screen is looked at before any script: an embed at rest */
  readonly atRest?: boolean
  /** the width of a window from which on stage, sum, timeline and button are in view at once */
  readonly wholeFrom?: number
}

const recorded = (name: string): readonly Observation[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../lib/recordings/data/${name}.recording.json`), 'utf8')).observations

const RUN = recorded('first-run')
const LONG = withLongIds(RUN)
const MANY = withManyRows(RUN, 400)

const plugged: StageState = { name: 'in the middle of a run', run: RUN, at: atRow(RUN, 5) }
const longCut: StageState = { name: 'unplugged, ids of 59 characters', run: LONG, at: whileOut(LONG) }
const longReplayed: StageState = { name: 'after the replay, ids of 59 characters', run: LONG }
const longNotice: StageState = { ...longCut, name: 'a notice over ids of 59 characters', notice: true }
const many: StageState = { name: 'hundreds of rows', run: MANY, at: whileOut(MANY) }
const nothing: StageState = { name: 'nothing yet', run: [] }
const lost: StageState = { name: 'without resumability, a notice', run: recorded('lessons/pull-the-plug-1'), notice: true }
const gone: StageState = { name: 'the session is gone, a notice', run: recorded('lessons/refused-1'), notice: true }

const chooseLesson = (n: number) => async (page: Page) => {
  const choice = page.getByRole('combobox').first()
  await choice.selectOption(String(n - 1))
  await page.locator('.board .eyebrow', { hasText: new RegExp(`\\b${n} (?:of|von) 12`) }).waitFor()
  // a new lesson begins on an untouched stage
  await page.waitForFunction(() => window.pullThePlug?.getState().trace.observations.length === 0)
}

/** Text on a page, and what a back row can read. */
const PAGE = 12
const BOARD = 16

export const SCREENS: readonly Screen[] = [
  {
    name: 'the playground',
    path: '/',
    sizes: SIZES,
    states: [plugged, longReplayed, longNotice, many, lost],
    smallestText: PAGE,
    wholeFrom: 1024,
  },
  {
    name: 'the playground in German',
    path: '/de',
    sizes: SMALL,
    states: [longReplayed, longNotice, lost],
    smallestText: PAGE,
    wholeFrom: 1024,
  },
  {
    name: 'a lesson',
    path: '/lessons/one-stream/2',
    sizes: SMALL,
    states: [nothing, longCut, longNotice],
    smallestText: PAGE,
    wholeFrom: 1024,
  },
  {
    name: 'a lesson in German',
    path: '/de/lessons/what-changed/2',
    sizes: SMALL,
    states: [longReplayed],
    smallestText: PAGE,
    wholeFrom: 1024,
  },
  {
    name: 'the classroom, lesson 2',
    path: '/classroom',
    sizes: PROJECTORS,
    first: chooseLesson(2),
    states: [lost, longCut, many],
    smallestText: BOARD,
    wholeFrom: 1024,
  },
  {
    name: 'the classroom in German, lesson 9',
    path: '/de/classroom',
    sizes: PROJECTORS,
    first: chooseLesson(9),
    states: [gone, longReplayed],
    smallestText: BOARD,
    wholeFrom: 1024,
  },
  {
    name: 'an embed at rest',
    path: '/embed/v1/first-cut',
    sizes: [
      [760, 520],
      [720, 520],
      [640, 900],
      [390, 980],
      [320, 900],
      [1000, 700],
    ],
    smallestText: PAGE,
    atRest: true,
  },
  { name: 'the list of lessons', path: '/lessons', sizes: SMALL, smallestText: PAGE },
  { name: 'the coverage', path: '/coverage', sizes: SMALL, smallestText: PAGE },
]

/** What must not touch, whatever is on stage. */
const APART: LayoutRules['apart'] = [
  ['.tag', '.cnt'],
  ['.tag', '#timeline .time'],
  ['.tag', '.wall'],
  ['.ledger', '#timeline .time'],
  ['.ledger', '.wall'],
  ['.ledger', '#pill'],
  ['.tag', '#pill'],
  ['#pill', '.wall'],
  ['#pill', '.picture'],
  ['.act small', '.wall'],
  ['.act small', '.tag'],
  ['.notice', '.stage'],
  ['.notice', '#pill'],
  ['.who', '.plug-button'],
]

/** Cause and effect are seen at once. */
const WHOLE_STAGE = ['.picture, .sheet', '.plug-button', '.kept', '.ledger', '#pill', '#timeline .time']

export const rulesOf = (screen: Screen, [width]: Size): LayoutRules => ({
  smallestText: screen.smallestText,
  apart: width > 600 ? APART : APART.filter(([first]) => first !== '.notice'),
  inView: screen.wholeFrom !== undefined && width >= screen.wholeFrom ? WHOLE_STAGE : [],
  // squares are drawn over their characters
  // the words of the timeline are placed and measured in components/timeline
  ignored: ['.time *', '.inline-square', '.print-sheet', '[hidden]'],
})

/** Whole UUIDs and a server's own words: the longest notice. */
const NOTICE: Problem = {
  kind: 'refused',
  title: msg('The server refused to resume: {status}.', { status: 400 }),
  detail: [
    { quote: 'Cannot replay after 35c16155-400f-4a37-8acc-fdf62338f9f8_1795854767187_m1kkbsc9: this id is not in the store.' },
    msg('Check that it is running, then run again. The recording still plays.'),
  ],
}

export async function putOnStage(page: Page, { run, at, notice }: StageState): Promise<void> {
  await page.evaluate(
    ([observations, moment, problem]) => {
      window.pullThePlug?.show({ observations }, moment)
      if (problem) window.pullThePlug?.tell(problem)
    },
    [run, at, notice ? NOTICE : undefined] as const,
  )
}

export async function open(page: Page, { path, first, atRest }: Screen): Promise<void> {
  await page.goto(path)
  if (atRest) return
  if (first || /lessons\/|classroom|^\/(de)?$/.test(path)) await page.waitForFunction(() => 'pullThePlug' in window)
  await first?.(page)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** Two frames: what measures itself has been drawn anew. */
export async function seenAt(page: Page, [width, height]: Size): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))))
}
