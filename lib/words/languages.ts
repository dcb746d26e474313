/**
 * The languages of this app. English words stand where they are said; every other language has a folder beside this file (de/), typed so
 * that it is complete or does not compile, or checked by components/i18n/languages.test.ts.
 * Pure: no React, no DOM, no browser locale.
 */

export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' }
