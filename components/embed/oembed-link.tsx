import { SCENARIOS } from '../../lib/embed/scenarios/scenarios'

/**
 * How a page says that it can be embedded. The address is relative, because a build does not know where it will be served. Static files
 * cannot answer for every address; where they know their own (PTP_SITE, scripts/static/oembed.mjs) there is a file for each embed.
 */
export function OembedLink({ path }: { path: string }) {
  const href = hrefFor(path)
  return href ? <link rel="alternate" type="application/json+oembed" href={href} title="Pull the Plug" /> : null
}

function hrefFor(path: string): string | undefined {
  if (process.env.NEXT_PUBLIC_PTP_SERVER !== 'none') return `/oembed?format=json&url=${encodeURIComponent(path)}`
  const site = process.env.NEXT_PUBLIC_PTP_SITE
  const name = path.split('/').at(-1) || SCENARIOS[0]?.name
  return site ? `${site}oembed/${name}.json` : undefined
}
