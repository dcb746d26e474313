/**
 * What must not leave the page: session ids (each is a key to its session) and headers that carry credentials. Values are replaced one by
 * one, never in the text of a file: a session id is whatever a server says, and could read like a part of the file.
 */
import type { Trace } from '../trace'

/** Headers that never leave the page. */
export const CREDENTIALS: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie'])

/**
 * Our servers give ids of 36 characters. What is much shorter was typed by the learner, is no key to anything, and may be a word that
 * stands elsewhere in the text too.
 */
const SHORTEST_KEY = 16

/** Every session id that anyone spoke of. */
export function sessionIdsIn({ observations }: Trace): ReadonlySet<string> {
  const found = new Set<string>()
  for (const seen of observations) {
    if (seen.kind === 'session.opened' || seen.kind === 'session.ended') found.add(seen.session)
    else if (seen.kind === 'headers.kept' && seen.kept.sessionId) found.add(seen.kept.sessionId)
    else if (seen.kind === 'connection.opened' || seen.kind === 'connection.answered') {
      const kept = 'edited' in seen ? seen.edited?.['mcp-session-id'] : undefined
      for (const id of [seen.headers['mcp-session-id'], kept]) if (id) found.add(id)
    }
  }
  return found
}

/** `7f3a0000-0000-…-00000000e1c2`: of the same shape, alike at both ends, and no key to anything. */
export function standInFor(sessionId: string): string {
  const kept = sessionId.length >= 16 ? 4 : 0
  const end = sessionId.length - kept
  return sessionId.slice(0, kept) + sessionId.slice(kept, end).replace(/[^-]/g, '0') + sessionId.slice(end)
}

/** As a text may hold an id: as it is, and as JSON writes it. The longest first: one may be a part of another. */
export function writtenForms(sessionIds: ReadonlySet<string>): readonly string[] {
  const keys = [...sessionIds].filter((id) => id.length >= SHORTEST_KEY)
  return [...new Set(keys.flatMap((id) => [JSON.stringify(id).slice(1, -1), id]))].sort((a, b) => b.length - a.length)
}

/** A value with every session id in it replaced by its stand-in. Not for the text of a file: see redactedJson. */
export function redact(text: string, sessionIds: ReadonlySet<string>): string {
  let redacted = text
  for (const form of writtenForms(sessionIds)) redacted = redacted.replaceAll(form, () => standInFor(form))
  return redacted
}

/** The value as JSON, every session id in its texts replaced. Fields named in `fixed` are the words of the format, and stay. */
export function redactedJson(value: unknown, sessionIds: ReadonlySet<string>, fixed: ReadonlySet<string>, indent?: number): string {
  const forms = writtenForms(sessionIds)
  if (forms.length === 0) return JSON.stringify(value, null, indent)
  const hidden = (text: string) => forms.reduce((left, form) => left.replaceAll(form, () => standInFor(form)), text)
  const replaced = (name: string, inside: unknown) => {
    if (typeof inside === 'string') return fixed.has(name) ? inside : hidden(inside)
    // The name of a stream is a part of its ids, and a server may write the session into those.
    if (name === 'lastEventIds' && typeof inside === 'object' && inside !== null)
      return Object.fromEntries(Object.entries(inside).map(([stream, id]) => [hidden(stream), id]))
    return inside
  }
  return JSON.stringify(value, replaced, indent)
}
