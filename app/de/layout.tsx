import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { German } from '../../components/i18n/german'
import { Document } from '../document'

export const metadata: Metadata = {
  title: 'Pull the Plug: Wiederaufnahme in MCP Streamable HTTP',
  description:
    'Trenne einen laufenden MCP-Stream, sieh die zwei Header, die der Client behalten hat, stecke wieder ein und sieh zu, wie genau die verpassten Events zurückkommen. Echte Anfragen, echter Server.',
}

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <Document language="de">
      <German>{children}</German>
    </Document>
  )
}
