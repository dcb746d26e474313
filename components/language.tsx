'use client'
/** Which language the page speaks, and how a component says a text in it. English unless a page says otherwise. */
import { createContext, type ReactNode, useCallback, useContext } from 'react'
import { stageWords } from '../lib/i18n/stage'
import type { Language, Text } from '../lib/i18n/text'

const LanguageContext = createContext<Language>('en')

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export const useLanguage = (): Language => useContext(LanguageContext)

/** Says a text in the page's language. */
export function useSay(): (text: Text) => string {
  const language = useLanguage()
  return useCallback((text) => text[language], [language])
}

/** Says words of the stage, which are written in English, in the page's language. */
export function useWord(): (english: string) => string {
  const language = useLanguage()
  return useCallback((english) => stageWords(language, english), [language])
}
