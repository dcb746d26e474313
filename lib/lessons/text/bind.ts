/** Puts a lesson's plan and its texts in one language together: the lesson that a screen shows. */

import { specHref } from '../../spec/sections'
import { format, type Param } from '../../words/format'
import type { Language } from '../../words/text'
import type { Judgement, Lesson, LessonPlan, Prediction, Step, StepPlan } from '../lesson'
import type { LessonText, Message, MessageParam, Messages, StepText } from './lesson-text'

type Say = (message: Message) => string

/** `shared`: the messages of every lesson. Throws an Error that names a text which is not there. */
export function bindLesson(plan: LessonPlan, text: LessonText, shared: Messages, language: Language): Lesson {
  const say = sayIn({ ...shared, ...text.messages }, language)
  const steps = plan.steps.map((step) => bindStep(step, found(text.steps, step.id, `step of ${plan.slug}`), say))
  return { slug: plan.slug, title: text.title, summary: text.summary, steps }
}

function bindStep(plan: StepPlan, text: StepText, say: Say): Step {
  const { id, setup, figure, solution, prediction, offers } = plan
  return {
    id,
    title: text.title,
    prose: text.prose,
    act: text.act,
    ...(figure && { figure }),
    ...(prediction && { prediction: bindPrediction(prediction, text, say) }),
    goal: { sentence: text.goal, judge: (run) => bindJudgement(plan.judge(run), say) },
    spec: { says: text.spec, href: specHref(plan.spec) },
    hints: text.hints,
    ...(offers && { offers: offers.map((offer) => ({ words: found(text.offers, offer.id, `offer of ${id}`), act: offer.act })) }),
    ...(setup && { setup }),
    solution,
    notes: text.notes,
  }
}

function bindPrediction({ choices, answer }: NonNullable<StepPlan['prediction']>, text: StepText, say: Say): Prediction {
  return {
    question: text.question ?? '',
    choices: choices.map((id) => ({ id, words: found(text.choices, id, 'choice') })),
    answer(run) {
      const shown = answer(run)
      return shown && { choice: shown.choice, shown: say(shown.shown) }
    },
  }
}

const bindJudgement = (judgement: Judgement<Message>, say: Say): Judgement =>
  judgement.state === 'done'
    ? { state: judgement.state, shown: say(judgement.shown) }
    : { state: judgement.state, because: say(judgement.because) }

function sayIn(messages: Messages, language: Language): Say {
  const say: Say = ({ id, params = {} }) => {
    const filled = Object.entries(params).map(([name, param]) => [name, resolve(param)] as const)
    return format(found(messages, id, 'message'), Object.fromEntries(filled), language)
  }
  const resolve = (param: MessageParam): Param => (param === undefined ? '' : isMessage(param) ? say(param) : param)
  return say
}

const isMessage = (param: NonNullable<MessageParam>): param is Message => typeof param === 'object' && 'id' in param

function found<T>(texts: Readonly<Record<string, T>> | undefined, id: string, what: string): T {
  const text = texts?.[id]
  if (text === undefined) throw new Error(`No text for the ${what} ${JSON.stringify(id)}: add it to en.ts and the files beside it.`)
  return text
}
