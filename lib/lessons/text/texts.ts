/** The texts of the lessons by language, each loaded when it is shown. Another language is a row. */
import { LESSON_TEXTS as DE } from '../../words/de/lessons/index'
import { LESSON_TEXTS as EN, type LessonTexts } from '../../words/en/lessons/index'
import type { Language } from '../../words/languages'
import type { LessonSlug } from '../list'

export const TEXTS: Readonly<Record<Language, LessonTexts & { readonly lessons: Readonly<Record<LessonSlug, unknown>> }>> = {
  en: EN,
  de: DE,
}
