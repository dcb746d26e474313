/** What a page says: its visible text and the names a screen reader hears, without what is marked as English, and without wire text. */
import type { Page } from '@playwright/test'

/** Small words that nearly every English sentence has, and no German one. "was", "an", "so", "in" are German, too. */
const TELL_TALE =
  /\b(?:the|and|of|is|are|were|to|it|its|with|from|not|no|you|your|run|runs|this|that|has|have|for|by|or|when|which|where|what|nothing|plug|stored|received|missing|lost|replayed|picture|row|rows)\b/i

/** Names, and what is the same in German. */
const NAMES = /Pull the Plug|(?:MUST|SHOULD)(?: NOT)?|Failed to fetch|Last-Event-ID|Mcp-Session-Id|MCP-Protocol-Version|\b[\w]+[-/]\d+\b/g

/** What a server wrote, inside a sentence of ours: JSON, and its word about a session that is gone. */
const QUOTED = /\{".*\}|Session "[^"]*" does not exist: .* without this header/g

/** Each text that reads like English, once. */
export async function englishOn(page: Page): Promise<string[]> {
  const said = await page.evaluate(collect)
  return [...new Set(said)].filter((text) => TELL_TALE.test(text.replace(QUOTED, '').replace(NAMES, '')))
}

/** Runs in the page. */
function collect(): string[] {
  const SPOKEN = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt']
  const foreign = (element: Element) => element.closest('[lang="en"], code, pre, script, style, noscript, textarea') !== null
  const shown = (element: Element) => {
    const { visibility, display } = getComputedStyle(element)
    return visibility !== 'hidden' && display !== 'none' && element.getClientRects().length > 0
  }
  const said: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (!foreign(node) && shown(node))
        for (const name of SPOKEN) if (node.getAttribute('data-wire') !== name) said.push(node.getAttribute(name) ?? '')
      // the choices of a select have no boxes of their own
      if (node instanceof HTMLOptionElement && node.parentElement && shown(node.parentElement)) said.push(node.text)
    } else if (node.parentElement && !foreign(node.parentElement) && shown(node.parentElement)) said.push(node.textContent ?? '')
  }
  return said.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '')
}
