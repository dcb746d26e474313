/**
 * 404.html of the static build: the page for addresses that are not there. A file host may show it at any depth, so it needs no other file.
 * Below /embed it says which runs there are, and tells a page that frames it that it is no embed. Text in, text out.
 */
import { hashOf } from '../build/headers.mjs'
import { bundleForPage } from '../build/vite.mjs'
import { afterCharset, bareNotFound } from '../next-output/next-output.mjs'

/** @typedef {{ version: string, names: readonly string[] }} Embeds `v1`, and the names of all embeds of that version */

/** @param {Embeds} embeds @returns {Promise<string>} the script of the page, from not-found-script.ts */
export async function notFoundScript({ version, names }) {
  const define = { VERSION: JSON.stringify(version), NAMES: JSON.stringify(names.join(', ')) }
  const { script } = await bundleForPage('scripts/static/not-found-script.ts', { define })
  return script.trim()
}

/**
 * @param {string} html as Next rendered it @param {string} styles @param {Embeds} embeds @param {string} script see notFoundScript
 */
export function standAlone(html, styles, { version, names }, script) {
  const file = '_not-found.html'
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`
  const list = `<p class="embed-names">Embeds are at <code>embed/${version}/</code> and one of these names: ${names.join(', ')}.</p>`
  const page = bareNotFound(html, file).replace('</main>', () => `${list}</main><script>${script}</script>`)
  return afterCharset(page, `<meta http-equiv="Content-Security-Policy" content="${policy}"/><style>${withoutFonts(styles)}</style>`, file)
}

/** @param {string} css */
const withoutFonts = (css) => css.replace(/@font-face\s*\{[^}]*\}/g, '')
