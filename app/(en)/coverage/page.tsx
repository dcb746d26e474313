import type { Metadata } from 'next'
import { ThemeSwitch } from '../../../components/theme-switch'
import { BUGS } from '../../../lib/faults/gallery'
import { LESSONS } from '../../../lib/lessons'
import { stepHref } from '../../../lib/lessons/addresses'
import { COVERAGE, type Rule, type Shown, SPEC_PAGE } from '../../../lib/lessons/coverage'
import './coverage.css'

export const metadata: Metadata = {
  title: 'What the specification says, and where it is shown · Pull the Plug',
  description:
    'Every MUST, SHOULD and MAY of MCP 2025-11-25 on streams, sessions and resumability, in plain words, with the lesson or experiment that shows it.',
}

export default function Page() {
  const rules = COVERAGE.flatMap((section) => section.rules)
  return (
    <div className="coverage">
      <header>
        <a href="/">Pull the Plug</a>
        <ThemeSwitch />
      </header>
      <main>
        <h1>What the specification says, and where it is shown</h1>
        <p className="lead">
          {rules.length} rules of revision 2025-11-25 on messages, streams, sessions and resumability, in our words. Each section links to
          the original; each rule to what shows it here.
        </p>
        {COVERAGE.map(({ anchor, title, rules }) => (
          <section key={anchor} aria-labelledby={anchor}>
            <h2 id={anchor}>
              {title} <a href={`${SPEC_PAGE}#${anchor}`}>the specification</a>
            </h2>
            <table>
              <thead>
                <tr>
                  <th scope="col">Level</th>
                  <th scope="col">Who</th>
                  <th scope="col">Rule</th>
                  <th scope="col">What to look at</th>
                  <th scope="col">Where</th>
                </tr>
              </thead>
              <tbody>
                {rules.map((rule) => (
                  <Row key={rule.says} rule={rule} />
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </main>
    </div>
  )
}

function Row({ rule: { level, who, says, look, shown } }: { rule: Rule }) {
  return (
    <tr>
      <td data-level={level}>{level}</td>
      <td>{who === 'both' ? 'client, server' : who}</td>
      <th scope="row">{says}</th>
      <td>{look}</td>
      <td>
        <ul>
          {shown.map((one) => (
            <li key={JSON.stringify(one)}>
              <Where shown={one} />
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

function Where({ shown }: { shown: Shown }) {
  switch (shown.kind) {
    case 'lesson': {
      const index = LESSONS.findIndex(({ slug }) => slug === shown.slug)
      return (
        <a href={stepHref('en', shown.slug)}>
          Lesson {index + 1}: {LESSONS[index]?.title.en.replace(/\.$/, '')}
        </a>
      )
    }
    case 'fault':
      return <a href="/">Fault: {words(shown.id)}</a>
    case 'bug':
      return (
        <a href="/">
          Broken server {BUGS.indexOf(shown.id) + 1}: {words(shown.id)}
        </a>
      )
    case 'headers':
      return <a href="/">Edit the headers of the next resume</a>
  }
}

const words = (id: string): string => id.replaceAll('-', ' ')
