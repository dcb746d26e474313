/**
 * Every lesson is played: its reference solution reaches the goal on the real server and the real client, an untouched stage does not,
 * and no act of it can be left out.
 */
import { describe, expect, test } from 'vitest'
import { openPlayground, quietFor } from '../../test/fuzz/playground-bench'
import { LANGUAGES } from '../words/languages'
import { LESSONS } from './index'
import type { Act, Judgement, Lesson, LessonRun, Step } from './lesson'
import { playSolution, runOf } from './play-solution'

/** Between two rows: the tools wait no longer than they must. */
const DELAY = 8
/** A run in which nothing happens for so long waits for an act that was left out. Too short a rest cannot make these tests pass wrongly. */
const REST = 300
const PATIENCE = 60_000
const LIMIT = { timeout: 90_000 }

const STEPS = LESSONS.en.flatMap((lesson) => lesson.steps.map((step) => ({ lesson, step, name: `${lesson.slug}/${step.id}` })))

const nameOf = (act: Act, index: number) => `${index + 1}. ${act.do}${act.do === 'fault' ? ` ${act.fault}` : ''}`

type Played = { readonly judgement: Judgement; readonly reasons: readonly Judgement[]; readonly predicted?: string }

/** What the step's goal says of the run in every language. */
function judgedIn(lesson: Lesson, step: Step, run: LessonRun): readonly Judgement[] {
  const at = (one: Lesson) => one.steps[lesson.steps.findIndex(({ id }) => id === step.id)] as Step
  return LANGUAGES.map((language) => at(LESSONS[language].find(({ slug }) => slug === lesson.slug) as Lesson).goal.judge(run))
}

/** Where a wait is compared with the reconnection time, the two are far apart: a busy machine adds tens of milliseconds to each wait. */
const LONG_RECONNECTION = { retryMs: 1_000 }
const isTimed = ({ solution }: Step): boolean => solution.some((act) => act.do === 'fault' && act.fault === 'impatient')

async function play({ lesson, step }: { lesson: Lesson; step: Step }, solution: readonly Act[], rest?: number): Promise<Played> {
  const { playground, close } = openPlayground(isTimed(step) ? LONG_RECONNECTION : {})
  const signal = rest === undefined ? AbortSignal.timeout(PATIENCE) : quietFor(playground, rest)
  const delay = (step.setup?.delay ?? 0) > 1000 ? step.setup?.delay : DELAY
  const judgement = await playSolution(
    playground,
    { ...step, solution },
    { signal, options: { ...(delay === undefined ? {} : { delay }) } },
  )
  const run = runOf(playground.getState())
  const predicted = step.prediction?.answer(run)?.choice
  const reasons = judgedIn(lesson, step, run)
  await close()
  return { judgement, reasons, ...(predicted === undefined ? {} : { predicted }) }
}

describe.concurrent.each(STEPS)('$name', ({ lesson, step }) => {
  test('on an untouched stage the goal is not met, and the reason is given', async () => {
    const { playground, close } = openPlayground()
    playground.setOptions(step.setup ?? {})
    const run = runOf(playground.getState())
    expect(step.goal.judge(run).state).toBe('not-yet')
    for (const judgement of judgedIn(lesson, step, run)) expectReason(judgement)
    await close()
  })

  test('the reference solution reaches the goal, and the wire answers the prediction with one of the choices', LIMIT, async () => {
    const { judgement, predicted } = await play({ lesson, step }, step.solution)
    expect(judgement).toMatchObject({ state: 'done' })
    if (step.prediction) expect(step.prediction.choices.map(({ id }) => id)).toContain(predicted)
  })

  test.each(step.solution.map((act, index) => ({ act: nameOf(act, index), index })))(
    'without $act it is not reached',
    async ({ index }) => {
      const { judgement, reasons } = await play({ lesson, step }, step.solution.toSpliced(index, 1), REST)
      expect(judgement.state).not.toBe('done')
      for (const reason of [judgement, ...reasons]) expectReason(reason)
    },
  )
})

/** Meanwhile the client has asked in vain, as it does every second behind a pulled plug. */
const slowly = (act: Act): Act =>
  act.do === 'push'
    ? {
        ...act,
        when: (run) => (act.when?.(run) ?? true) && run.snapshot.connections.some(({ failure, lastEventId }) => failure && lastEventId),
      }
    : act

/** With one cut, and ids to ask with. */
const ONE_PUSH = STEPS.filter(
  ({ step }) => step.setup?.resumability !== false && step.solution.filter((act) => act.do === 'push').length === 1,
)

describe.concurrent('a reader who takes their time before plugging in', () => {
  test.each(ONE_PUSH)('reaches the goal of $name all the same', LIMIT, async ({ lesson, step }) => {
    const { judgement } = await play({ lesson, step }, step.solution.map(slowly))
    expect(judgement).toMatchObject({ state: 'done' })
  })
})

function expectReason(judgement: Judgement) {
  if (judgement.state === 'done') return
  expect(judgement.because).toMatch(/^\S.{8,}\.$/s)
}

describe('the lessons', () => {
  test('have addresses that differ, and steps that differ within a lesson', () => {
    expect(new Set(LESSONS.en.map(({ slug }) => slug)).size).toBe(LESSONS.en.length)
    for (const { steps } of LESSONS.en) expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
  })
})
