/**
 * What a frame needs comes when somebody turns to it, and the network may be gone by then: the run stays on the page as it was drawn, and a
 * sentence says what is wrong. What has failed is not asked for again: the loader remembers failures as long as the document lives.
 */
import { readSettings } from '../../../lib/embed/address'
import { UNLOADED } from '../../../lib/words/bare'

/** Does not settle where it fails: nothing is to take the place of the drawing. */
export async function loadOrSay<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    console.warn('Pull the Plug:', error)
    const { lang } = readSettings(new URLSearchParams(location.search))
    say(UNLOADED[lang], lang)
    return new Promise<never>(() => {})
  }
}

/** Written past React, which keeps its hands off what it has not drawn. */
function say(sentence: string, lang: string): void {
  const notice = document.createElement('p')
  notice.className = 'embed-unloaded'
  notice.setAttribute('role', 'alert')
  notice.lang = lang
  notice.textContent = sentence
  document.body.append(notice)
}
