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
import { GERMAN } from '../../lib/words/de/index'
import { guideIn } from '../../lib/words/guides'
import { type Catalogue, translateIn } from '../../lib/words/t'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../lib/words/text'
import { ThemeSwitch } from '../app-bar/theme-switch'
import './coverage.css'

const CATALOGUES: Readonly<Record<Language, Catalogue | undefined>> = { en: undefined, de: GERMAN }

export function coverageMetadata(language: Language): Metadata {
  return {
    title: `${WORDS.title[language]} · Pull the Plug`,
    description: WORDS.description[language],
    alternates: { languages: Object.fromEntries(LANGUAGES.map((other) => [other, coverageHref(other)])) },
  }
}

export function CoveragePage({ language }: { language: Language }) {
  const guide = guideIn(language)
  const rules = COVERAGE.flatMap((section) => section.rules)
  return (
    <div className="coverage">
      <header>
        <a href={homeHref(language)}>Pull the Plug</a>
        <a href={listHref(language)}>{guide('lessons')}</a>
        <nav aria-label={guide('language')}>
          {LANGUAGES.filter((other) => other !== language).map((other) => (
            <a key={other} href={coverageHref(other)} lang={other} hrefLang={other}>
              {LANGUAGE_NAMES[other]}
            </a>
          ))}
        </nav>
        <ThemeSwitch />
      </header>
      <main>
        <h1>{WORDS.title[language]}</h1>
        <p className="lead">
          {rules.length} {WORDS.lead[language]}
        </p>
        {COVERAGE.map(({ anchor, title, rules }) => (
          <section key={anchor} aria-labelledby={anchor}>
            <h2 id={anchor}>
              {title[language]} <a href={`${SPEC_PAGE}#${anchor}`}>{WORDS.specification[language]}</a>
            </h2>
            <table>
              <thead>
                <tr>
                  {[WORDS.level, WORDS.who, WORDS.rule, WORDS.look, WORDS.where].map((head) => (
                    <th key={head.en} scope="col">
                      {head[language]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rules.map((rule) => (
                  <Row key={rule.says.en} rule={rule} language={language} />
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
  return (
    <tr>
      <td data-level={level}>{level}</td>
      <td>{who === 'both' ? WORDS.both[language] : who === 'client' ? WORDS.client[language] : WORDS.server[language]}</td>
      <th scope="row">{says[language]}</th>
      <td>{look[language]}</td>
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
  const t = translateIn(language, CATALOGUES[language])
  const home = homeHref(language)
  switch (shown.kind) {
    case 'lesson': {
      const lessons = LESSONS[language]
      const index = lessons.findIndex(({ slug }) => slug === shown.slug)
      return (
        <a href={stepHref(language, shown.slug)}>
          {WORDS.lesson[language]} {index + 1}: {lessons[index]?.title.replace(/\.$/, '')}
        </a>
      )
    }
    case 'fault':
      return (
        <a href={placeHref(home, { kind: 'fault', fault: shown.id })}>
          {WORDS.fault[language]}: {t(faultOf(shown.id).title)}
        </a>
      )
    case 'bug':
      return (
        <a href={placeHref(home, { kind: 'server', server: `broken-${shown.id}` })}>
          {WORDS.broken[language]} {BUGS.indexOf(shown.id) + 1}
        </a>
      )
    case 'headers':
      return <a href={placeHref(home, { kind: 'edit', header: 'call' })}>{WORDS.headers[language]}</a>
  }
}
