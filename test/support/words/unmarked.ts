/** Finds the words of a page that are in no ⟦marks⟧: in its text, and in what is read aloud. Code, and what says that it is in another language, are not words of the page. For tests only. */

const TOKEN = /<!--[\s\S]*?-->|<(\/?)([\w-]+)((?:\s[^\s=/>]+(?:="[^"]*")?)*)\s*\/?>|[^<]+/g
const ATTRIBUTE = /\s([^\s=/>]+)="([^"]*)"/g
const READ_ALOUD = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
])
const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr', 'col'])
const NO_WORDS = new Set(['code', 'pre', 'script', 'style', 'template', 'kbd'])

/** `html` as React writes it; `language` is that of the page. */
export function unmarkedIn(html: string, language: string): string[] {
  const found: string[] = []
  const open: boolean[] = []
  let depth = 0
  for (const [token, closes, tag = '', attributes = ''] of html.matchAll(TOKEN)) {
    if (token.startsWith('<!--')) continue
    if (tag === '') {
      const [words, after] = outside(unescaped(token), depth)
      depth = after
      if (!open.at(-1)) found.push(...words)
    } else if (closes) open.pop()
    else {
      const silent = isSilent(tag, attributes, open.at(-1) ?? false, language)
      if (!silent) found.push(...readAloud(attributes))
      if (!VOID.has(tag) && !token.endsWith('/>')) open.push(silent)
    }
  }
  return found.map((words) => words.trim()).filter((words) => /\p{L}{2,}/u.test(words))
}

function isSilent(tag: string, attributes: string, within: boolean, language: string): boolean {
  const lang = / lang="([^"]*)"/.exec(attributes)?.[1]
  return within || NO_WORDS.has(tag) || (lang !== undefined && lang !== language)
}

function readAloud(attributes: string): string[] {
  return [...attributes.matchAll(ATTRIBUTE)].flatMap(([, name = '', value = '']) =>
    READ_ALOUD.has(name) ? outside(unescaped(value), 0)[0] : [],
  )
}

/** The stretches outside of all marks, and how many marks are open at the end. */
function outside(text: string, depth: number): [words: string[], depth: number] {
  const words: string[] = []
  let now = depth
  for (const piece of text.split(/([⟦⟧])/)) {
    if (piece === '⟦') now++
    else if (piece === '⟧') now--
    else if (now === 0) words.push(piece)
  }
  return [words, now]
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
