'use client'
/**
 * A phone's three screens as links to places on the page: `:target` shows the chosen one (stage.css), so Back works and so does a
 * page without scripts. Elsewhere all three are there at once and this is hidden.
 */
import { useSyncExternalStore } from 'react'
import { msg } from '../../lib/words/message'
import { useT } from '../i18n/language'
import './screens-nav.css'

const SCREENS = [
  { id: 'read', name: msg('Read') },
  { id: 'do', name: msg('Do') },
  { id: 'timeline', name: msg('Timeline') },
] as const

export function ScreensNav() {
  const t = useT()
  const shown = useSyncExternalStore(watchHash, readHash, () => 'do')
  return (
    <nav className="screens" aria-label={t('Screens')}>
      {SCREENS.map(({ id, name }) => (
        <a key={id} href={`#${id}`} aria-current={shown === id ? 'page' : undefined}>
          {t(name)}
        </a>
      ))}
    </nav>
  )
}

function readHash(): string {
  const id = location.hash.slice(1)
  return id === 'read' || id === 'timeline' ? id : 'do'
}

function watchHash(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}
