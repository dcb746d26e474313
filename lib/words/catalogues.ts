/** The words of every language at once: for pages on the server and for tests. A page in the browser is given those of its own language. */

import { GERMAN } from './de/index'
import { PAGES } from './de/pages/index'
import type { Language } from './languages'
import { type Catalogue, ENGLISH, type Translate, translateIn } from './t'

export const CATALOGUES: Readonly<Record<Exclude<Language, 'en'>, Catalogue>> = { de: { ...GERMAN, ...PAGES } }

export const tIn = (language: Language): Translate => (language === 'en' ? ENGLISH : translateIn(language, CATALOGUES[language]))
