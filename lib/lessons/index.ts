/** All lessons in every language, at once: for pages on the server, handlers and tests. What runs in the browser loads one (load.ts). */
import { LANGUAGES, type Language } from '../words/languages'
import type { Lesson } from './lesson'
import { loadLessons } from './text/load-lesson'

const entries = LANGUAGES.map(async (language) => [language, await loadLessons(language)] as const)

export const LESSONS = Object.fromEntries(await Promise.all(entries)) as Readonly<Record<Language, readonly Lesson[]>>
