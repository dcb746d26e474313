/**
 * Everything that can be embedded by name: the scenarios, and the stage of each lesson. Knows the lessons' words, so it is for pages and
 * handlers; what runs in the browser is given the one it shows.
 */

import { LESSONS } from '../../lessons'
import type { Lesson } from '../../lessons/lesson'
import { LANGUAGES, type Language } from '../../words/languages'
import type { Catalogue } from '../../words/t'
import { SCENARIOS, type Scenario, scenarioNamed } from './scenarios'

/** Lessons whose stage begins with another run than the first one. */
const RUNS: Readonly<Record<string, string>> = {
  'plug-back-in': 'double-cut',
  'priming-event': 'before-priming',
  'server-hangs-up': 'polite-close',
}

/** The stage of a lesson: its words, and the run and goals of the scenario it begins with. The guide is on the lesson's own page. */
function stageOf({ slug, title, summary, steps }: Lesson, index: number): Embed {
  const run = RUNS[slug] ?? 'first-cut'
  const base = scenarioNamed(run) as Scenario
  return {
    ...base,
    run,
    name: slug,
    title,
    sentence: summary,
    options: { ...steps[0]?.setup, ...base.options },
    page: `lessons/${slug}/`,
    words: translated({ title, summary }, index),
  }
}

/** A lesson's title and summary in every language but English, by the English words. */
function translated({ title, summary }: Pick<Lesson, 'title' | 'summary'>, index: number): Embed['words'] {
  const others = LANGUAGES.filter((language) => language !== 'en')
  return Object.fromEntries(
    others.map((language) => {
      const lesson = LESSONS[language][index] as Lesson
      return [language, { [title]: lesson.title, [summary]: lesson.summary }]
    }),
  )
}

export type Embed = Scenario & {
  /** the scenario whose recorded run stands on stage first */
  readonly run: string
  /** its own words in other languages, where the catalogue does not have them */
  readonly words?: Readonly<Partial<Record<Language, Catalogue>>>
}

export const EMBEDS: readonly Embed[] = [...SCENARIOS.map((scenario) => ({ ...scenario, run: scenario.name })), ...LESSONS.en.map(stageOf)]

export const embedNamed = (name: string): Embed | undefined => EMBEDS.find((embed) => embed.name === name)
