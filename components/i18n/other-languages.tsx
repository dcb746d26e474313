/** The way from the playground to the same in the other languages, each named by itself. Quiet: it stands at the end of the text. */

import { homeHref } from '../../lib/lessons/addresses'
import { LANGUAGE_NAMES, LANGUAGES } from '../../lib/words/languages'
import { useLanguage, useT } from './language'

export function OtherLanguages() {
  const language = useLanguage()
  const t = useT()
  return (
    <nav className="other-languages" aria-label={t('Language')}>
      {LANGUAGES.filter((other) => other !== language).map((other) => (
        <a key={other} href={homeHref(other)} lang={other} hrefLang={other}>
          {LANGUAGE_NAMES[other]}
        </a>
      ))}
    </nav>
  )
}
