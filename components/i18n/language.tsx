'use client'
/** Which language the page speaks, and how a component says a message in it. English unless a page says otherwise. */
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type Catalogue, type Translate, translateIn } from '../../lib/words/t'
import type { Language } from '../../lib/words/text'

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

/** Says messages in the page's language. */
export function useT(): Translate {
  const language = useLanguage()
  const catalogue = useContext(CatalogueContext)
  return useMemo(() => translateIn(language, catalogue), [language, catalogue])
}
