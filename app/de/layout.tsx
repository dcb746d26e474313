import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Document, siteMetadata } from '../document'
import { Words } from './words'

export const metadata: Metadata = siteMetadata('de')

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <Document language="de">
      <Words>{children}</Words>
    </Document>
  )
}
