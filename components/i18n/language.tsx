'use client'
/** Which language the page speaks, and how a component says a text in it. English unless a page says otherwise. */
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import { type Catalogue, type Word, wordIn } from '../../lib/words/t'
import type { Language, Text } from '../../lib/words/text'

const LanguageContext = createContext<Language>('en')
const CatalogueContext = createContext<Catalogue | undefined>(undefined)

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>
}

/** `catalogue`: the words of a language other than English; see german.tsx. */
export function CatalogueProvider({ catalogue, children }: { catalogue: Catalogue | undefined; children: ReactNode }) {
  return <CatalogueContext value={catalogue}>{children}</CatalogueContext>
}

export const useLanguage = (): Language => useContext(LanguageContext)

export const useCatalogue = (): Catalogue | undefined => useContext(CatalogueContext)

/** Says a text in the page's language. */
export function useSay(): (text: Text) => string {
  const language = useLanguage()
  return useCallback((text) => text[language], [language])
}

/** Says words of the stage, which are written in English, in the page's language. */
export function useWord(): Word {
  const catalogue = useCatalogue()
  return useMemo(() => wordIn(catalogue), [catalogue])
}
