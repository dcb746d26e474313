'use client'
/** The bar over a lesson: the name, the way back to the list, the revision taught, the other language, the theme. */
import { homeHref, inLanguage, listHref } from '../../lib/lessons/addresses'
import { PROTOCOL_REVISION } from '../../lib/protocol/observation'
import { GUIDE } from '../../lib/words/guide'
import { LANGUAGE_NAMES, LANGUAGES } from '../../lib/words/text'
import { useLanguage, useSay } from '../i18n/language'
import { usePath } from '../shared/use-path'
import { BrandMark } from './brand-mark'
import { ThemeSwitch } from './theme-switch'
import './top-bar.css'

export function LessonBar() {
  const language = useLanguage()
  const say = useSay()
  const path = usePath()
  return (
    <header className="bar lesson-bar">
      <a className="brand" href={homeHref(language)}>
        <BrandMark />
        {say(GUIDE.siteName)}
      </a>
      <a className="bar-link" href={listHref(language)}>
        {say(GUIDE.lessons)}
      </a>
      <p className="era" title={say(GUIDE.era)}>
        <code>MCP {PROTOCOL_REVISION}</code>
        <span>{say(GUIDE.era)}</span>
      </p>
      <nav className="languages" aria-label={say(GUIDE.language)}>
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
