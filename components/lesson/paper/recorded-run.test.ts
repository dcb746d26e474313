/** What goes on paper where nothing was run: every step's recorded run is a run of that step, and fills its text. */
import { describe, expect, test } from 'vitest'
import { LESSONS } from '../../../lib/lessons'
import { recordedLesson } from '../../../lib/recordings/lesson-runs'
import { figuresOf, runOfRecording } from './recorded-run'

describe.each(LESSONS)('$slug', ({ slug, steps }) => {
  test('every step has a recorded run that reaches its goal and answers its question', async () => {
    const recorded = await recordedLesson(slug)
    expect(recorded, `node scripts/record/lessons.mjs ${slug}`).toHaveLength(steps.length)
    for (const [index, step] of steps.entries()) {
      const run = runOfRecording(recorded[index] as (typeof recorded)[number])
      expect(step.goal.judge(run), `${slug}-${index + 1}`).toMatchObject({ state: 'done' })
      if (step.prediction) expect(step.prediction.choices.map(({ id }) => id)).toContain(step.prediction.answer(run)?.choice)
    }
  })

  test('no gap is left in its text', async () => {
    const recorded = await recordedLesson(slug)
    for (const [index, step] of steps.entries()) {
      const figures = figuresOf(step, runOfRecording(recorded[index] as (typeof recorded)[number]))
      for (const figure of Object.values(figures)) expect(figure.value, `${slug}-${index + 1}`).toMatch(/[\w/-]{1,}/)
    }
  })

  test('it holds no whole session id', async () => {
    for (const { trace } of await recordedLesson(slug)) {
      const sessions = [...JSON.stringify(trace).matchAll(/"mcp-session-id":"([^"]+)"/gi)].map(([, id]) => id)
      for (const id of sessions) expect(id).toMatch(/0000-0000-0000/)
    }
  })
})
