/** The table of the specification's rules, at its address in each language: each with what shows it here, linked to that very thing. */
import type { Metadata } from 'next'
import { faultOf } from '../../lib/faults/fault-list'
import { BUGS } from '../../lib/faults/gallery'
import { coverageHref, homeHref, listHref, stepHref } from '../../lib/lessons/addresses'
import { LESSONS } from '../../lib/lessons/index'
import { placeHref } from '../../lib/share/place'
import { COVERAGE } from '../../lib/spec/coverage'
import { COVERAGE_WORDS as WORDS } from '../../lib/spec/coverage-words'
import { SPEC_PAGE } from '../../lib/spec/page'
import type { Rule, Shown } from '../../lib/spec/rule'
import { tIn } from '../../lib/words/catalogues'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../lib/words/languages'
import { ThemeSwitch } from '../app-bar/theme-switch'
import './coverage.css'

export function coverageMetadata(language: Language): Metadata {
  const t = tIn(language)
  return {
    title: `${t(WORDS.title)} · Pull the Plug`,
    description: t(WORDS.description),
    alternates: { languages: Object.fromEntries(LANGUAGES.map((other) => [other, coverageHref(other)])) },
  }
}

export function CoveragePage({ language }: { language: Language }) {
  const t = tIn(language)
  const rules = COVERAGE.flatMap((section) => section.rules)
  return (
    <div className="coverage">
      <header>
        <a href={homeHref(language)}>Pull the Plug</a>
        <a href={listHref(language)}>{t('Lessons')}</a>
        <nav aria-label={t('Language')}>
          {LANGUAGES.filter((other) => other !== language).map((other) => (
            <a key={other} href={coverageHref(other)} lang={other} hrefLang={other}>
              {LANGUAGE_NAMES[other]}
            </a>
          ))}
        </nav>
        <ThemeSwitch />
      </header>
      <main>
        <h1>{t(WORDS.title)}</h1>
        <p className="lead">{t(WORDS.lead, { n: rules.length })}</p>
        {COVERAGE.map(({ anchor, title, rules }) => (
          <section key={anchor} aria-labelledby={anchor}>
            <h2 id={anchor}>
              {t(title)} <a href={`${SPEC_PAGE}#${anchor}`}>{t(WORDS.specification)}</a>
            </h2>
            <table>
              <thead>
                <tr>
                  {[WORDS.level, WORDS.who, WORDS.rule, WORDS.look, WORDS.where].map((head) => (
                    <th key={head} scope="col">
                      {t(head)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rules.map((rule) => (
                  <Row key={rule.says} rule={rule} language={language} />
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </main>
    </div>
  )
}

function Row({ rule: { level, who, says, look, shown }, language }: { rule: Rule; language: Language }) {
  const t = tIn(language)
  return (
    <tr>
      <td data-level={level}>{level}</td>
      <td>{who === 'both' ? t(WORDS.both) : who === 'client' ? t(WORDS.client) : t(WORDS.server)}</td>
      <th scope="row">{t(says)}</th>
      <td>{t(look)}</td>
      <td>
        <ul>
          {shown.map((one) => (
            <li key={JSON.stringify(one)}>
              <Where shown={one} language={language} />
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

/** The thing itself: a step, a row of the fault panel, a server that is chosen, the menu of a header. */
function Where({ shown, language }: { shown: Shown; language: Language }) {
  const t = tIn(language)
  const home = homeHref(language)
  switch (shown.kind) {
    case 'lesson': {
      const lessons = LESSONS[language]
      const index = lessons.findIndex(({ slug }) => slug === shown.slug)
      return (
        <a href={stepHref(language, shown.slug)}>
          {t(WORDS.lesson, { n: index + 1, title: lessons[index]?.title.replace(/\.$/, '') ?? '' })}
        </a>
      )
    }
    case 'fault':
      return <a href={placeHref(home, { kind: 'fault', fault: shown.id })}>{t(WORDS.fault, { title: t(faultOf(shown.id).title) })}</a>
    case 'bug':
      return (
        <a href={placeHref(home, { kind: 'server', server: `broken-${shown.id}` })}>{t(WORDS.broken, { n: BUGS.indexOf(shown.id) + 1 })}</a>
      )
    case 'headers':
      return <a href={placeHref(home, { kind: 'edit', header: 'call' })}>{t(WORDS.headers)}</a>
  }
}
