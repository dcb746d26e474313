/**
 * The few words that are said where no catalogue is: by the custom element, by an embed whose network is gone, and by the page that answers
 * for every address. All languages are in one script there, so there are as few as possible.
 */
import * as de from './de/bare'
import * as en from './en/bare'
import type { Language } from './languages'

export const ELEMENT: Readonly<Record<Language, en.ElementWords>> = { en: en.ELEMENT, de: de.ELEMENT }

export const UNLOADED: Readonly<Record<Language, string>> = { en: en.UNLOADED, de: de.UNLOADED }

export const NOT_FOUND: Readonly<Record<Language, en.NotFoundWords>> = { en: en.NOT_FOUND, de: de.NOT_FOUND }
