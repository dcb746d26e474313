/** Hands things to the browser: a file to save, a text for the clipboard, a file that was chosen. */

/** Offers `blob` as a download. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the address by the next turn; a little longer does no harm.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** False where there is no clipboard (plain HTTP from another host) or it is forbidden. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** A name that every file system takes and no shell reads, however long `what` is. */
const MOST_IN_NAME = 60

/** `pull-the-plug-paint-picture-2026-11-25T10-20-30.json` */
export function fileName(what: string, ending: string, at: Date): string {
  const time = at.toISOString().slice(0, 19).replaceAll(':', '-')
  return `pull-the-plug-${what.replace(/[^a-z0-9]+/gi, '-').slice(0, MOST_IN_NAME)}-${time}.${ending}`
}
