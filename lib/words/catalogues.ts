/** The words of every language at once: for pages on the server and for tests. A page in the browser is given those of its own language. */
import { PARTS } from './de/index'
import { PAGE_PARTS } from './de/pages/index'
import type { Language } from './languages'
import { type Catalogue, ENGLISH, type Translate, translateIn } from './t'

type Other = Exclude<Language, 'en'>

/** The parts of each catalogue: no two know the same words. */
export const CATALOGUE_PARTS: Readonly<Record<Other, readonly Catalogue[]>> = { de: [...PARTS, ...PAGE_PARTS] }

export const CATALOGUES = Object.fromEntries(
  Object.entries(CATALOGUE_PARTS).map(([language, parts]) => [language, Object.assign({}, ...parts)]),
) as Readonly<Record<Other, Catalogue>>

export const tIn = (language: Language): Translate => (language === 'en' ? ENGLISH : translateIn(language, CATALOGUES[language]))
