import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { German } from '../../components/i18n/german'
import { Document, siteMetadata } from '../document'

export const metadata: Metadata = siteMetadata('de')

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <Document language="de">
      <German>{children}</German>
    </Document>
  )
}
