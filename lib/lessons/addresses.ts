/** Where each lesson and step lives. English has no prefix; other languages have theirs: /lessons/two-headers/2, /de/lessons/two-headers/2. */
import { LANGUAGES, type Language } from '../words/languages'

const prefixOf = (language: Language): string => (language === 'en' ? '' : `/${language}`)

/** The playground. */
export const homeHref = (language: Language): string => prefixOf(language) || '/'

export const coverageHref = (language: Language): string => `${prefixOf(language)}/coverage`

export const listHref = (language: Language): string => `${prefixOf(language)}/lessons`

/** `step` counts from 1; the first step is the lesson's own address. */
export const stepHref = (language: Language, slug: string, step = 1): string => `${listHref(language)}/${slug}${step > 1 ? `/${step}` : ''}`

export const classroomHref = (language: Language): string => `${prefixOf(language)}/classroom`

export const notesHref = (language: Language): string => `${classroomHref(language)}/notes`

/** The step a path names, held within `steps`; 1 where it names none. */
export function stepOfPath(path: string, slug: string, steps: number): number {
  const number = Number(path.split(`/${slug}/`)[1]?.split('/')[0])
  return Number.isInteger(number) ? Math.min(Math.max(number, 1), steps) : 1
}

/** The same page in another language. */
export function inLanguage(path: string, language: Language): string {
  const bare = LANGUAGES.reduce(
    (rest, one) => (rest === `/${one}` || rest.startsWith(`/${one}/`) ? rest.slice(one.length + 1) : rest),
    path,
  )
  return `${prefixOf(language)}${bare}` || '/'
}
