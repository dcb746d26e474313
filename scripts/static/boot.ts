/**
 * The first script of every page of the static copy, see page.mjs. `PTP_BASE` is the path of the folder on this host, worked out from the
 * page's own address and `data-up`, the way from the page to the folder. Next's runtime takes the path of its chunks from it.
 * Links made by scripts begin at the root of the site: they are mended when used. Those in the HTML are made absolute before the address
 * of the page changes.
 */
import { isSitePath, sitePath } from '../../lib/protocol/http/address'

declare global {
  var PTP_BASE: string
  var TURBOPACK_CHUNK_BASE_PATH: string
}

const base = sitePath(new URL(document.currentScript?.dataset.up ?? './', location.href).pathname)
self.PTP_BASE = base
self.TURBOPACK_CHUNK_BASE_PATH = `${base}_next/`

for (const type of ['pointerdown', 'keydown', 'click']) addEventListener(type, mendLink, true)

function mendLink({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a[href]') : null
  const address = link?.getAttribute('href')
  if (link && address && isSitePath(address) && !address.startsWith(base)) link.setAttribute('href', base + address.slice(1))
}

addEventListener('DOMContentLoaded', () => {
  for (const link of document.querySelectorAll('a[href^="."]')) {
    const { pathname, search, hash } = new URL(link.getAttribute('href') ?? '', document.baseURI)
    link.setAttribute('href', sitePath(pathname) + search + hash)
  }
})
