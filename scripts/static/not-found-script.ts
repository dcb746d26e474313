/**
 * The only script of 404.html in the static copy, see not-found.mjs. Below /embed it says which runs there are, and answers a page that
 * frames it as an embed would, with the error that there is no such run (lib/embed).
 */
import { errorMessage, NAMESPACE, RPC } from '../../lib/embed/messages/own'

/** Put in by the build: the version of the embeds, and the names of all of them, for a reader. */
declare const VERSION: string
declare const NAMES: string

const [, version, path = ''] = /\/embed\/([^/]*)\/?([^/]*)/.exec(location.pathname) ?? []
if (version === undefined) document.querySelector('.embed-names')?.remove()
else refuse(version, decoded(path))

function refuse(version: string, name: string): void {
  const sentence =
    version === 'v1'
      ? `This site knows no run named "${name.slice(0, 40)}".`
      : `This site has no embeds of version "${version.slice(0, 40)}".`
  const heading = document.querySelector('h1')
  if (heading) heading.textContent = sentence
  for (const paragraph of document.querySelectorAll('main p:not(.embed-names)')) paragraph.remove()
  if (parent !== self) addEventListener('message', (event) => answer(event, `${sentence} There are: ${NAMES}.`))
}

function answer({ source, origin, data }: MessageEvent, message: string): void {
  if (source !== parent || data?.ns !== NAMESPACE || data.id === undefined) return
  parent.postMessage(errorMessage(data.id, { code: RPC.noRun, message }), origin === 'null' ? '*' : origin)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
