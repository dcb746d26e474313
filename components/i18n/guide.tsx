'use client'
/** The words of the lesson screens for everything inside, in the one language that the page shows. */
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type Guide, type GuideText, guideOf } from '../../lib/words/guide'
import type { Language } from '../../lib/words/text'
import { LanguageProvider, useLanguage } from './language'

const GuideContext = createContext<GuideText | undefined>(undefined)

export type GuideProviderProps = { readonly language: Language; readonly guide: GuideText; readonly children: ReactNode }

/** Sets the language, too. */
export function GuideProvider({ language, guide, children }: GuideProviderProps) {
  return (
    <LanguageProvider language={language}>
      <GuideContext value={guide}>{children}</GuideContext>
    </LanguageProvider>
  )
}

/** Throws an Error outside of a GuideProvider. */
export function useGuide(): Guide {
  const text = useContext(GuideContext)
  const language = useLanguage()
  if (!text) throw new Error('There are no words for the lesson screens here: put a GuideProvider around them.')
  return useMemo(() => guideOf(text, language), [text, language])
}
