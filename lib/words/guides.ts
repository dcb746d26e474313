/** The words of the lesson screens in every language: for pages on the server and for tests. */
import { GUIDE_DE } from './de/guide'
import { GUIDE_EN } from './en/guide'
import { type Guide, type GuideText, guideOf } from './guide'
import type { Language } from './text'

export const GUIDES: Readonly<Record<Language, GuideText>> = { en: GUIDE_EN, de: GUIDE_DE }

export const guideIn = (language: Language): Guide => guideOf(GUIDES[language], language)
