/**
 * Makes one page that Next rendered independent of where the folder lies: addresses in the HTML become relative, those that scripts use are
 * computed from the page's own address when it loads, and the page names its inline scripts in a policy of its own. Text in, text out.
 */
import { classOf, inlineScriptHashes, metaPolicyOf } from '../build/headers.mjs'
import { bundleForPage } from '../build/vite.mjs'
import { afterCharset, placeFlight, placeTags } from '../next-output/next-output.mjs'

/** @returns {Promise<string>} the first script of every page, from boot.ts */
export async function bootScript() {
  const { script } = await bundleForPage('scripts/static/boot.ts')
  return script.trim()
}

/**
 * @param {string} html as Next rendered it
 * @param {string} path of the page, from the root of the site: `/`, `/lessons/first/`
 * @param {string} boot see bootScript
 */
export function placeAnywhere(html, path, boot) {
  const up = '../'.repeat(path.split('/').filter((part) => part !== '').length) || './'
  const moved = placeTags(placeFlight(html, 'PTP_BASE', path), up, path)
  const booted = afterCharset(moved, `<script data-up="${up}">${boot}</script>`, path)
  const policy = metaPolicyOf(classOf(path), inlineScriptHashes(booted)).join('; ')
  return afterCharset(booted, `<meta http-equiv="Content-Security-Policy" content="${policy}"/>`, path)
}
