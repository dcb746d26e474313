/** The document every page stands in: its language, its fonts, its theme. A page's root layout says which language it speaks. */
import type { Metadata } from 'next'
import localFont from 'next/font/local'
import type { ReactNode } from 'react'
import { THEME_SCRIPT } from '../components/app-bar/theme/theme-script'
import { tIn } from '../lib/words/catalogues'
import type { Language } from '../lib/words/languages'
import './globals.css'

const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2',
  variable: '--font-inter',
  weight: '100 900',
  display: 'swap',
})

const jetbrains = localFont({
  src: '../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  variable: '--font-jetbrains',
  weight: '100 800',
  display: 'swap',
  adjustFontFallback: false,
})

export function Document({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <html lang={language} className={`${inter.variable} ${jetbrains.variable}`} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant; it must run before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>{children}</body>
    </html>
  )
}

/** Title and description of a page that has none of its own. */
export function siteMetadata(language: Language): Metadata {
  const t = tIn(language)
  return {
    title: t('Pull the Plug: resumability in MCP Streamable HTTP'),
    description: t(
      'Cut a live MCP stream, see the two headers the client kept, plug back in, and watch exactly the missed events come back. Real requests, real server.',
    ),
  }
}
