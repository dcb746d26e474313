'use client'
/** Which language the page speaks, and how a component says a message in it. English unless a page says otherwise. */
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Language } from '../../lib/words/languages'
import { type Catalogue, ENGLISH, type Translate, translateIn } from '../../lib/words/t'

const TranslateContext = createContext<Translate>(ENGLISH)

type LanguageProviderProps = {
  readonly language: Language
  /** none for English */
  readonly catalogue: Catalogue | undefined
  readonly children: ReactNode
}

export function LanguageProvider({ language, catalogue, children }: LanguageProviderProps) {
  const t = useMemo(() => translateIn(language, catalogue), [language, catalogue])
  return <TranslateContext value={t}>{children}</TranslateContext>
}

/** Says messages in the page's language. */
export const useT = (): Translate => useContext(TranslateContext)

export const useLanguage = (): Language => useT().language
