'use client'
/**
 * The language of an embed, which its address asks for. The page was built in English: that is what comes alive, and in the same moment,
 * before anything is painted, the words change.
 */
import { type ReactNode, useLayoutEffect, useMemo, useSyncExternalStore } from 'react'
import { readSettings } from '../../lib/embed/address'
import type { Language } from '../../lib/words/languages'
import { loadCatalogue } from '../../lib/words/load'
import type { Catalogue } from '../../lib/words/t'
import { LanguageProvider } from '../i18n/language'

type Spoken = { readonly language: Language; readonly catalogue: Catalogue }

/** What the address asks for; undefined for English, and where the words could not be loaded. */
export async function loadSpoken(): Promise<Spoken | undefined> {
  const { lang: language } = readSettings(new URLSearchParams(location.search))
  const catalogue = await loadCatalogue(language).catch(() => undefined)
  return catalogue && { language, catalogue }
}

type SpeakingProps = {
  readonly spoken: Spoken | undefined
  /** words of this embed alone */
  readonly own?: Readonly<Partial<Record<Language, Catalogue>>>
  readonly children: ReactNode
}

export function Speaking({ spoken, own, children }: SpeakingProps) {
  const now = useSyncExternalStore(
    never,
    () => spoken,
    () => undefined,
  )
  const language = now?.language ?? 'en'
  const catalogue = useMemo(() => now && { ...now.catalogue, ...own?.[now.language] }, [now, own])
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <LanguageProvider language={language} catalogue={catalogue}>
      {children}
    </LanguageProvider>
  )
}

const never = () => () => {}
