'use client'
/** German for everything inside. Its own file, so that only German pages load the words. */
import type { ReactNode } from 'react'
import { LanguageProvider } from '../../components/i18n/language'
import { GERMAN } from '../../lib/words/de/index'

export function Words({ children }: { children: ReactNode }) {
  return (
    <LanguageProvider language="de" catalogue={GERMAN}>
      {children}
    </LanguageProvider>
  )
}
