/** The words of a language, loaded only where it is spoken. */
import type { Language } from './languages'
import type { Catalogue } from './t'

const LOADERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Catalogue>>> = {
  de: () => import('./de/index').then(({ GERMAN }) => GERMAN),
}

/** Undefined for English, which needs none. */
export const loadCatalogue = async (language: Language): Promise<Catalogue | undefined> =>
  language === 'en' ? undefined : LOADERS[language]()
