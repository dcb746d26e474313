/**
 * Words in every language this app speaks. A text is complete or it does not compile. What is said by
 * t.ts is checked by components/i18n/german.test.ts and german-lists.test.ts.
 * Pure: no React, no DOM, no browser locale.
 */

export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** One sentence, or a few words, in every language. */
export type Text = Readonly<Record<Language, string>>

/** What each language calls itself. */
export const LANGUAGE_NAMES: Text = { en: 'English', de: 'Deutsch' }

export const text = (en: string, de: string): Text => ({ en, de })

/** A text built from others, language by language. */
export const compose = (build: (language: Language) => string): Text => ({ en: build('en'), de: build('de') })

type Noun = { readonly one: Text; readonly many: Text }

export const noun = (one: Text, many: Text): Noun => ({ one, many })

/** "1 row", "5 rows", "5 Zeilen" */
export const counted = (n: number, { one, many }: Noun): Text => compose((language) => `${n} ${(n === 1 ? one : many)[language]}`)
