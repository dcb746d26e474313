/** The bar: name, the revision taught and what became of it, the run's settings, the theme. */
import type { ReactNode } from 'react'
import { PROTOCOL_REVISION } from '../lib/trace/observation'
import { ShareButton } from './share/share-button'
import { ThemeSwitch } from './theme-switch'
import './top-bar.css'

/** Said in full wherever there is room; never left out. */
export const ERA_SENTENCE = 'Sessions and resumability were removed in 2026-07-28'

export function TopBar({ children }: { children: ReactNode }) {
  return (
    <header className="bar">
      <h1 className="brand">
        <Mark />
        Pull the Plug
      </h1>
      {children}
      <p className="era" title={ERA_SENTENCE}>
        <code>
          <span>MCP </span>
          {PROTOCOL_REVISION}
        </code>
        <span>{ERA_SENTENCE}</span>
      </p>
      <ShareButton />
      <ThemeSwitch />
    </header>
  )
}

function Mark() {
  return (
    <svg width="30" height="22" viewBox="0 0 30 22" aria-hidden="true">
      <g stroke="var(--line)" strokeWidth="2" strokeLinejoin="round">
        <path d="M18 4.5h8M18 17.5h8" stroke="var(--ink)" strokeWidth="3.4" strokeLinecap="round" />
        <path d="M6 6C10 6 9 1.5 13 1.5H19V20.5H13C9 20.5 10 16 6 16Z" fill="var(--plug)" />
      </g>
      <path d="M0 11h6" stroke="var(--ink)" strokeWidth="3.4" />
    </svg>
  )
}
