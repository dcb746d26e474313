import type { ReactNode } from 'react'
import { German } from '../../components/german'

export default function GermanLayout({ children }: { children: ReactNode }) {
  return <German>{children}</German>
}
