/**
 * Makes one exported page independent of where the folder lies: addresses in the HTML become relative, those that scripts use are computed
 * from the page's own address when it loads, and the page names its inline scripts in a policy of its own. Text in, text out.
 */
import { classOf, inlineScriptHashes, metaPolicyOf } from './headers.mjs'

/**
 * Runs first. `PTP_BASE` is the folder's path on this host. Links made by scripts begin at the root of the site: they are mended when used,
 * and those in the HTML are made absolute before the address of the page changes.
 */
const BOOT = `(up=>{
var B=self.PTP_BASE=new URL(up,location.href).pathname;
self.TURBOPACK_CHUNK_BASE_PATH=B+"_next/";
var mend=a=>{var h=a.getAttribute("href");if(h&&/^\\/(?!\\/)/.test(h)&&!h.startsWith(B))a.setAttribute("href",B+h.slice(1))};
for(var e of["pointerdown","keydown","click"])addEventListener(e,ev=>{var a=ev.target instanceof Element&&ev.target.closest("a[href]");a&&mend(a)},true);
addEventListener("DOMContentLoaded",()=>{for(var a of document.querySelectorAll('a[href^="."]')){var u=new URL(a.getAttribute("href"),document.baseURI);a.setAttribute("href",u.pathname+u.search+u.hash)}})
})`.replaceAll('\n', '')

/** @param {string} html @param {string} path of the page, from the root of the site: `/`, `/lessons/first/` */
export function placeAnywhere(html, path) {
  const up = '../'.repeat(path.split('/').filter((part) => part !== '').length) || './'
  const boot = `<script>${BOOT}(${JSON.stringify(up)})</script>`
  const placed = html
    .replace(/<script\b([^>]*)>([\s\S]*?)<\/script>/g, (_, attributes, text) => `<script${attributes}>${fromBase(text)}</script>`)
    .replace(/<(?!!|\/)[^>]+>/g, (tag) => tag.replace(/\s(href|src|poster|action)="\/(?!\/)/g, ` $1="${up}`))
    .replace(/<meta charSet="utf-8"\/>/i, (charset) => charset + boot)
  if (!placed.includes(boot)) throw new Error(`${path} has no <meta charset>: nowhere to put the script that finds the folder.`)
  return withPolicy(placed, path)
}

/** Next's data for hydration: JSON in a string of a script. Addresses in it are put together when the script runs. */
const fromBase = (text) =>
  text
    .replaceAll('\\"/_next/', '\\""+PTP_BASE+"_next/')
    .replace(/\\"(href|src|poster|action)\\":\\"\/(?!\/)/g, (_, name) => `\\"${name}\\":\\""+PTP_BASE+"`)

function withPolicy(html, path) {
  const policy = metaPolicyOf(classOf(path), inlineScriptHashes(html)).join('; ')
  return html.replace(
    /<meta charSet="utf-8"\/>/i,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}"/>`,
  )
}

/** The runtime names a chunk by the address its script was asked for with; from a relative one it makes the same name as everywhere. */
export function placeRuntime(script) {
  const placed = script.replace(/\{src:(\w+)\.getAttribute\("src"\)\}/, '{src:new URL($1.src).pathname}')
  if (placed === script)
    throw new Error('The chunk runtime of Next has changed: scripts/static-page.mjs no longer finds where it names chunks.')
  return placed
}
