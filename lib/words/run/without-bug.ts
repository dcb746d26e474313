/**
 * Text as it may be shown while the bug of its server is still to be found: an address names the server, and so the bug. Whatever shows a
 * trace shows its texts through this; only what leaves the page (a file, a link, curl, HAR) has the address whole.
 */
export function withoutBug(text: string): string {
  return text.includes('broken-') ? text.replace(/(\bserver(?:=|%3D)broken-)[a-z-]+/gi, '$1…') : text
}
