/**
 * oEmbed of a static copy: one file a scenario, oembed/<name>.json, and the page of each embed names its own. Files cannot answer for an
 * address that they are asked about, so sizes and options are as usual. The answer has the whole address of the copy in it, which must be
 * known when it is built: PTP_SITE.
 */
import { load } from '../build/vite.mjs'
import { Told } from '../tools/run.mjs'

/** @returns {string | undefined} the address in PTP_SITE, with a slash at its end */
export function siteOf(address = process.env.PTP_SITE) {
  if (!address) return undefined
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new Told(`PTP_SITE is "${address}"; write the address the folder will have, for instance https://press.example/book/site/.`)
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

/** @param {string} site @returns {Promise<readonly (readonly [name: string, text: string])[]>} the files, by name from the root of the folder */
export async function oembedFiles(site) {
  const { EMBEDS } = /** @type {typeof import('../../lib/embed/scenarios/embeds')} */ (await load('lib/embed/scenarios/embeds.ts'))
  const { answerOembed } = /** @type {typeof import('../../lib/embed/oembed')} */ (await load('lib/embed/oembed.ts'))
  const { embedAddress } = /** @type {typeof import('../../lib/embed/tag')} */ (await load('lib/embed/tag.ts'))
  return EMBEDS.map(({ name }) => {
    const { status, body } = answerOembed(site, new URLSearchParams({ url: embedAddress(site, name) }))
    if (status !== 200) throw new Error(`oEmbed for "${name}": ${JSON.stringify(body)}`)
    return [`oembed/${name}.json`, `${JSON.stringify(body, undefined, 1)}\n`]
  })
}
