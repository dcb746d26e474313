'use client'
/** An address this page cannot serve: it says so, and keeps the bundled run on stage, so that a book page is never left with nothing. */
import { EMBED_VERSION, SCENARIOS, type Scenario } from '../../lib/embed/scenarios'
import { FIRST_MOMENT, FIRST_RUN } from '../../lib/recordings/first-run'
import { EmbedAtOnce } from './embed-at-once'

export function EmbedRefusal({ version, name }: { version: string; name: string }) {
  const root = rootOf(location.href)
  const scenario = SCENARIOS[0] as Scenario
  const notice = (
    <p className="embed-refusal" role="alert">
      <strong>{refusalOf(version, name)}</strong> Below is the first run.{' '}
      <a href={root} target="_blank" rel="noreferrer">
        {root}
      </a>
    </p>
  )
  return <EmbedAtOnce scenario={scenario} recorded={{ trace: FIRST_RUN, opensAt: FIRST_MOMENT }} notice={notice} />
}

/** `https://host/sub/embed/v1/first-cut?step=3` → `https://host/sub/` */
const rootOf = (address: string): string => {
  const { origin, pathname } = new URL(address)
  return new URL(pathname.replace(/\/embed\/.*$/, '/'), origin).href
}

/** What, which value, and what to do. */
export function refusalOf(version: string, name: string): string {
  const [, number] = /^v(\d+)$/.exec(version) ?? []
  if (number !== undefined && Number(number) > EMBED_VERSION)
    return `This embed is version ${number}, this site reads ${EMBED_VERSION}. It needs a newer copy of the site.`
  if (number === undefined || Number(number) !== EMBED_VERSION) return `This site has no embeds of version "${clipped(version)}".`
  return `This site knows no run named "${clipped(name)}".`
}

const clipped = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
