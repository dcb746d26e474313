import type { Metadata } from 'next'
import { Embed } from '../../../../components/embed/embed'
import { EmbedRefusal } from '../../../../components/embed/embed-refusal'
import { EMBED_VERSION, SCENARIOS, scenarioNamed } from '../../../../lib/embed/scenarios'
import { recordedFor } from '../../../../lib/recordings/scenarios'

type Params = { readonly params: Promise<{ readonly version: string; readonly scenario: string }> }

/** Every scenario is built beforehand, so that a folder of files can serve them. */
export function generateStaticParams() {
  return SCENARIOS.map(({ name }) => ({ version: `v${EMBED_VERSION}`, scenario: name }))
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { scenario } = await params
  const known = scenarioNamed(scenario)
  return { title: known ? `${known.title} · Pull the Plug` : 'Pull the Plug', description: known?.sentence, robots: { index: false } }
}

export default async function Page({ params }: Params) {
  const { version, scenario: name } = await params
  const scenario = version === `v${EMBED_VERSION}` ? scenarioNamed(name) : undefined
  const { trace, opensAt } = recordedFor(name)
  if (scenario) return <Embed scenario={scenario} recording={trace} opensAt={opensAt} />
  return <EmbedRefusal version={version} name={name} recording={trace} opensAt={opensAt} />
}
