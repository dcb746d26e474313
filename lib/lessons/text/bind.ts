/** Puts a lesson's plan and its texts in one language together: the lesson that a screen shows. */

import { specHref } from '../../spec/sections'
import { format, type Param } from '../../words/format'
import type { Language } from '../../words/languages'
import type { LessonMessage, LessonMessageParam, LessonMessages, LessonText, StepText } from '../../words/lesson-text'
import type { Judgement, Lesson, LessonPlan, Prediction, Step, StepPlan } from '../lesson'

type TranslateLesson = (message: LessonMessage) => string

/** `shared`: the messages of every lesson. Throws an Error that names a text which is not there. */
export function bindLesson(plan: LessonPlan, text: LessonText, shared: LessonMessages, language: Language): Lesson {
  const t = translateLesson({ ...shared, ...text.messages }, language)
  const steps = plan.steps.map((step) => bindStep(step, found(text.steps, step.id, `step of ${plan.slug}`), t))
  return { slug: plan.slug, title: text.title, summary: text.summary, steps }
}

function bindStep(plan: StepPlan, text: StepText, t: TranslateLesson): Step {
  const { id, setup, figure, solution, prediction, offers } = plan
  return {
    id,
    title: text.title,
    prose: text.prose,
    act: text.act,
    ...(figure && { figure }),
    ...(prediction && { prediction: bindPrediction(prediction, text, t) }),
    goal: { sentence: text.goal, judge: (run) => bindJudgement(plan.judge(run), t) },
    spec: { says: text.spec, href: specHref(plan.spec) },
    hints: text.hints,
    ...(offers && { offers: offers.map((offer) => ({ words: found(text.offers, offer.id, `offer of ${id}`), act: offer.act })) }),
    ...(setup && { setup }),
    solution,
    notes: text.notes,
  }
}

function bindPrediction({ choices, answer }: NonNullable<StepPlan['prediction']>, text: StepText, t: TranslateLesson): Prediction {
  return {
    question: text.question ?? '',
    choices: choices.map((id) => ({ id, words: found(text.choices, id, 'choice') })),
    answer(run) {
      const shown = answer(run)
      return shown && { choice: shown.choice, shown: t(shown.shown) }
    },
  }
}

const bindJudgement = (judgement: Judgement<LessonMessage>, t: TranslateLesson): Judgement =>
  judgement.state === 'done'
    ? { state: judgement.state, shown: t(judgement.shown) }
    : { state: judgement.state, because: t(judgement.because) }

function translateLesson(messages: LessonMessages, language: Language): TranslateLesson {
  const t: TranslateLesson = ({ id, params = {} }) => {
    const filled = Object.entries(params).map(([name, param]) => [name, resolve(param)] as const)
    return format(found(messages, id, 'message'), Object.fromEntries(filled), language)
  }
  const resolve = (param: LessonMessageParam): Param => (param === undefined ? '' : isMessage(param) ? t(param) : param)
  return t
}

const isMessage = (param: NonNullable<LessonMessageParam>): param is LessonMessage => typeof param === 'object' && 'id' in param

function found<T>(texts: Readonly<Record<string, T>> | undefined, id: string, what: string): T {
  const text = texts?.[id]
  if (text === undefined)
    throw new Error(
      `No text for the ${what} ${JSON.stringify(id)}: add it to the lesson in lib/words/en/lessons and in every other language.`,
    )
  return text
}
