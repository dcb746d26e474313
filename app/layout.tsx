import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { siteMetadata } from './document'

export const metadata: Metadata = siteMetadata('en')

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#191d34' },
  ],
}

/** The document itself comes from the layout of each language, and of the embeds: only they know its `lang`. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return children
}
