/** The bar: name, the revision taught and what became of it, the run's settings, the theme. */
import type { ReactNode } from 'react'
import { PROTOCOL_REVISION } from '../../lib/protocol/observation'
import { msg } from '../../lib/words/message'
import { useT } from '../i18n/language'
import { ShareButton } from '../share/share-button'
import { BrandMark } from './brand-mark'
import { ThemeSwitch } from './theme-switch'
import './top-bar.css'

/** Said in full wherever there is room; never left out. */
const ERA_SENTENCE = msg('Sessions and resumability were removed in 2026-07-28')

export function TopBar({ children }: { children: ReactNode }) {
  const t = useT()
  return (
    <header className="bar">
      <h1 className="brand">
        <BrandMark />
        Pull the Plug
      </h1>
      {children}
      <p className="era" title={t(ERA_SENTENCE)}>
        <code>
          <span>MCP </span>
          {PROTOCOL_REVISION}
        </code>
        <span>{t(ERA_SENTENCE)}</span>
      </p>
      <ShareButton />
      <ThemeSwitch />
    </header>
  )
}
