import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

export const metadata: Metadata = {
  title: 'Pull the Plug: resumability in MCP Streamable HTTP',
  description:
    'Cut a live MCP stream, see the two headers the client kept, plug back in, and watch exactly the missed events come back. Real requests, real server.',
}

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
