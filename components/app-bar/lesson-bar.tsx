'use client'
/** The bar over a lesson: the name, the way back to the list, the revision taught, the other language, the theme. */
import { homeHref, inLanguage, listHref } from '../../lib/lessons/addresses'
import { PROTOCOL_REVISION } from '../../lib/protocol/observation'
import { LANGUAGE_NAMES, LANGUAGES } from '../../lib/words/languages'
import { useLanguage, useT } from '../i18n/language'
import { usePath } from '../shared/use-path'
import { BrandMark } from './brand-mark'
import { ThemeSwitch } from './theme-switch'
import './top-bar.css'

export function LessonBar() {
  const language = useLanguage()
  const t = useT()
  const path = usePath()
  return (
    <header className="bar lesson-bar">
      <a className="brand" href={homeHref(language)}>
        <BrandMark />
        Pull the Plug
      </a>
      <a className="bar-link" href={listHref(language)}>
        {t('Lessons')}
      </a>
      <p className="era" title={t('Sessions and resumability were removed in 2026-07-28')}>
        <code>MCP {PROTOCOL_REVISION}</code>
        <span>{t('Sessions and resumability were removed in 2026-07-28')}</span>
      </p>
      <nav className="languages" aria-label={t('Language')}>
        {LANGUAGES.filter((other) => other !== language).map((other) => (
          <a key={other} className="bar-link" href={inLanguage(path, other)} lang={other} hrefLang={other}>
            {LANGUAGE_NAMES[other]}
          </a>
        ))}
      </nav>
      <ThemeSwitch />
    </header>
  )
}
