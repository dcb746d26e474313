'use client'
/** German for everything inside. Its own file, so that only German pages load the words. */
import type { ReactNode } from 'react'
import { GERMAN } from '../../lib/words/de/index'
import { CatalogueProvider, LanguageProvider } from './language'

export function German({ children }: { children: ReactNode }) {
  return (
    <LanguageProvider language="de">
      <CatalogueProvider catalogue={GERMAN}>{children}</CatalogueProvider>
    </LanguageProvider>
  )
}
