/**
 * Every lesson is played: its reference solution reaches the goal on the real server and the real client, an untouched stage does not,
 * and no act of it can be left out.
 */
import { describe, expect, test } from 'vitest'
import { openPlayground, quietFor } from '../../test/fuzz/playground-bench'
import { LANGUAGES } from '../words/text'
import { LESSONS } from './index'
import type { Act, Judgement, Step } from './lesson'
import { playSolution, runOf } from './play-solution'

/** Between two rows: the tools wait no longer than they must. */
const DELAY = 8
/** A run in which nothing happens for so long waits for an act that was left out. Too short a rest cannot make these tests pass wrongly. */
const REST = 300
const PATIENCE = 60_000
const LIMIT = { timeout: 90_000 }

const STEPS = LESSONS.flatMap((lesson) => lesson.steps.map((step) => ({ lesson, step, name: `${lesson.slug}/${step.id}` })))

const nameOf = (act: Act, index: number) => `${index + 1}. ${act.do}${act.do === 'fault' ? ` ${act.fault}` : ''}`

async function play(step: Step, solution: readonly Act[], rest?: number): Promise<{ judgement: Judgement; predicted?: string }> {
  const { playground, close } = openPlayground()
  const signal = rest === undefined ? AbortSignal.timeout(PATIENCE) : quietFor(playground, rest)
  const delay = (step.setup?.delay ?? 0) > 1000 ? step.setup?.delay : DELAY
  const judgement = await playSolution(
    playground,
    { ...step, solution },
    { signal, options: { ...(delay === undefined ? {} : { delay }) } },
  )
  const predicted = step.prediction?.answer(runOf(playground.getState()))?.choice
  await close()
  return { judgement, ...(predicted === undefined ? {} : { predicted }) }
}

describe.concurrent.each(STEPS)('$name', ({ step }) => {
  test('on an untouched stage the goal is not met, and the reason is given', async () => {
    const { playground, close } = openPlayground()
    playground.setOptions(step.setup ?? {})
    const judgement = step.goal.judge(runOf(playground.getState()))
    expect(judgement.state).toBe('not-yet')
    expectReason(judgement)
    await close()
  })

  test('the reference solution reaches the goal, and the wire answers the prediction with one of the choices', LIMIT, async () => {
    const { judgement, predicted } = await play(step, step.solution)
    expect(judgement).toMatchObject({ state: 'done' })
    if (step.prediction) expect(step.prediction.choices.map(({ id }) => id)).toContain(predicted)
  })

  test.each(step.solution.map((act, index) => ({ act: nameOf(act, index), index })))(
    'without $act it is not reached',
    async ({ index }) => {
      const { judgement } = await play(step, step.solution.toSpliced(index, 1), REST)
      expect(judgement.state).not.toBe('done')
      expectReason(judgement)
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
  test.each(ONE_PUSH)('reaches the goal of $name all the same', LIMIT, async ({ step }) => {
    const { judgement } = await play(step, step.solution.map(slowly))
    expect(judgement).toMatchObject({ state: 'done' })
  })
})

function expectReason(judgement: Judgement) {
  if (judgement.state === 'done') return
  for (const language of LANGUAGES) expect(judgement.because[language]).toMatch(/^\S.{8,}\.$/s)
}

describe('the lessons', () => {
  test('have addresses that differ, and steps that differ within a lesson', () => {
    expect(new Set(LESSONS.map(({ slug }) => slug)).size).toBe(LESSONS.length)
    for (const { steps } of LESSONS) expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
  })
})
