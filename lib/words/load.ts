/** The words of a language, loaded only where it is spoken. */

import type { Language } from './languages'
import type { Catalogue } from './t'

/** Undefined for English, which needs none. */
export async function loadCatalogue(language: Language): Promise<Catalogue | undefined> {
  switch (language) {
    case 'en':
      return undefined
    case 'de':
      return (await import('./de/index')).GERMAN
    default:
      return language satisfies never
  }
}
