import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Embed } from '../../../../components/embed/embed'
import { OembedLink } from '../../../../components/embed/oembed-link'
import { EMBEDS, embedNamed } from '../../../../lib/embed/scenarios/embeds'
import { EMBED_VERSION } from '../../../../lib/embed/scenarios/scenarios'
import { firstViewOf } from '../../../../lib/embed/view'
import { recordedFor } from '../../../../lib/recordings/scenarios'

type Params = { readonly params: Promise<{ readonly version: string; readonly scenario: string }> }

/** Every scenario and lesson is built beforehand, so that a folder of files can serve them; for all else, app/not-found.tsx answers. */
export const dynamicParams = false
export function generateStaticParams() {
  return EMBEDS.map(({ name }) => ({ version: `v${EMBED_VERSION}`, scenario: name }))
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { scenario } = await params
  const known = embedNamed(scenario)
  return { title: known ? `${known.title} · Pull the Plug` : 'Pull the Plug', description: known?.sentence, robots: { index: false } }
}

export default async function Page({ params }: Params) {
  const { scenario: name } = await params
  const scenario = embedNamed(name)
  if (!scenario) notFound()
  const { run, words, ...shown } = scenario
  const { trace, opensAt } = recordedFor(run)
  return (
    <>
      <OembedLink path={`/embed/v${EMBED_VERSION}/${name}`} />
      <Embed scenario={shown} run={run} words={words} firstView={firstViewOf(shown, trace, opensAt)} />
    </>
  )
}
