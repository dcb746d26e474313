'use client'
/** An address this page cannot serve: it says so, and keeps the bundled run on stage, so that a book page is never left with nothing. */
import { EMBED_VERSION, SCENARIOS, type Scenario } from '../../lib/embed/scenarios/scenarios'
import { FIRST_MOMENT, FIRST_RUN } from '../../lib/recordings/first-run'
import type { Word } from '../../lib/words/t'
import { useWord } from '../i18n/language'
import { Phrase } from '../i18n/trans'
import { EmbedAtOnce } from './embed-stage'

export type EmbedRefusalProps = { readonly version: string; readonly name: string }

export function EmbedRefusal({ version, name }: EmbedRefusalProps) {
  const word = useWord()
  const guide = new URL('authors', rootOf(location.href)).href
  const scenario = SCENARIOS[0] as Scenario
  const refusal = refusalOf(word, version, name)
  const notice = (
    <p className="embed-refusal" role="alert">
      <Phrase say="<b>{refusal}</b> Below is the first run." parts={{ b: (inside) => <strong>{inside}</strong>, refusal }} />{' '}
      <a href={guide} target="_blank" rel="noreferrer">
        {guide}
      </a>
    </p>
  )
  return <EmbedAtOnce scenario={scenario} recorded={{ trace: FIRST_RUN, opensAt: FIRST_MOMENT }} notice={notice} refusal={refusal} />
}

/** `https://host/sub/embed/v1/first-cut?step=3` → `https://host/sub/` */
const rootOf = (address: string): string => {
  const { origin, pathname } = new URL(address)
  return new URL(pathname.replace(/\/embed\/.*$/, '/'), origin).href
}

/** What, which value, and what to do. */
function refusalOf(word: Word, version: string, name: string): string {
  const [, number] = /^v(\d+)$/.exec(version) ?? []
  if (number !== undefined && Number(number) > EMBED_VERSION)
    return word('This embed is version {number}, this site reads {version}. It needs a newer copy of the site.', {
      number,
      version: EMBED_VERSION,
    })
  if (number === undefined || Number(number) !== EMBED_VERSION)
    return word('This site has no embeds of version "{version}".', { version: clipped(version) })
  return word('This site knows no run named "{name}". The guide for authors lists the names.', { name: clipped(name) })
}

const clipped = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
