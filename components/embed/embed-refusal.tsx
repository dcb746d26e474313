'use client'
/** An address this page cannot serve: it says so, and keeps the bundled run on stage, so that a book page is never left with nothing. */
import { EMBED_VERSION, SCENARIOS, type Scenario } from '../../lib/embed/scenarios/scenarios'
import { rootOfSite } from '../../lib/embed/tag'
import { FIRST_MOMENT, FIRST_RUN } from '../../lib/recordings/first-run'
import type { Translate } from '../../lib/words/t'
import { useT } from '../i18n/language'
import { Trans } from '../i18n/trans'
import { EmbedAtOnce } from './embed-stage'

export type EmbedRefusalProps = { readonly version: string; readonly name: string }

export function EmbedRefusal({ version, name }: EmbedRefusalProps) {
  const t = useT()
  const guide = new URL('authors', rootOfSite(location.href, 'embed')).href
  const scenario = SCENARIOS[0] as Scenario
  const refusal = refusalOf(t, version, name)
  const notice = (
    <p className="embed-refusal" role="alert">
      <Trans message="<b>{refusal}</b> Below is the first run." parts={{ b: (inside) => <strong>{inside}</strong>, refusal }} />{' '}
      <a href={guide} target="_blank" rel="noreferrer">
        {guide}
      </a>
    </p>
  )
  return <EmbedAtOnce scenario={scenario} recorded={{ trace: FIRST_RUN, opensAt: FIRST_MOMENT }} notice={notice} refusal={refusal} />
}

/** What, which value, and what to do. */
function refusalOf(t: Translate, version: string, name: string): string {
  const [, number] = /^v(\d+)$/.exec(version) ?? []
  if (number !== undefined && Number(number) > EMBED_VERSION)
    return t('This embed is version {number}, this site reads {version}. It needs a newer copy of the site.', {
      number,
      version: EMBED_VERSION,
    })
  if (number === undefined || Number(number) !== EMBED_VERSION)
    return t('This site has no embeds of version "{version}".', { version: clipped(version) })
  return t('This site knows no run named "{name}". The guide for authors lists the names.', { name: clipped(name) })
}

const clipped = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
