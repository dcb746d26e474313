/**
 * Sets data-theme before the first paint. On a page of ours from the stored choice; in an embed from its address alone, because there the
 * book decides, and storage may be forbidden. No choice, no attribute: the media query decides.
 * An embed also learns here whether it is in a sandbox, where a link that opens a window would do nothing, and whether its address offers a
 * run, which needs room above the stage.
 * Imported by no module: scripts/build/theme-script.mjs makes theme-script.ts from it, which every document has inline.
 */
import { THEME_KEY } from '../../../lib/model/storage-keys'

try {
  const { dataset } = document.documentElement
  const theme = /\/embed\//.test(location.pathname) ? themeOfEmbed(dataset) : localStorage.getItem(THEME_KEY)
  if (theme === 'light' || theme === 'dark') dataset.theme = theme
} catch {
  // Storage is forbidden here.
}

function themeOfEmbed(dataset: DOMStringMap): string | null {
  const address = new URLSearchParams(location.search.replaceAll('&amp;', '&'))
  if (address.get('s')) dataset.offer = ''
  if (self.origin === 'null') dataset.sandboxed = ''
  return address.get('theme')
}
