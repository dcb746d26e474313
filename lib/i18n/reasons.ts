/**
 * Why something failed, as the trace holds it: a text, in English. What our client says (client/refusal.ts, calls.ts, resuming.ts) is known
 * here by its templates, so that it can be said in another language; a server's or a browser's own words are handed on as they are.
 */
import { ENGLISH, type Parts, phrase, type Word } from './phrase'
import type { Spoken } from './saying'

/** `{wire}` is what somebody else wrote. */
const KNOWN: readonly string[] = [
  phrase('cut, and this server sends no event ids: nothing can be replayed; call again'),
  phrase('cut before the first event id: nothing to resume after; call again'),
  phrase('the page was reloaded before the first event id of the call: nothing to resume after; call again'),
  phrase('no answer to {method} came through ({wire}): nothing to resume after; call again'),
  phrase('the session was ended'),
  phrase('cancelled'),
  phrase('no reason was given'),
  phrase('No event ID was received, so there is nothing to resume after.'),
  phrase('There is no session yet: start a run first.'),
  phrase('The run was left before it began.'),
  phrase('The feed answered {status}: the server does not know the session. Start again.'),
  phrase('The feed answered {status}: the server refused. Start again.'),
  phrase('given up: not a byte came for {n} s'),
  phrase('The session is gone: the server ended it, or was started anew. Start a new one.'),
]

const REFUSED = phrase('resume refused with {status}')
const REFUSED_SAYING = phrase('resume refused with {status}: {wire}')
const ADVICE: readonly string[] = [
  phrase('the session is gone: start a new one'),
  phrase('the missed events cannot be replayed: call again'),
  phrase('this client may not read the stream'),
  phrase('the server kept refusing: try again later'),
  phrase('the stream cannot be resumed here: call again'),
]

type Clause = { readonly english: string; readonly parts: Parts }

/** A reason in that language, beginning with a capital and ending like a sentence. */
export function reasonPieces(reason: string, word: Word = ENGLISH): readonly Spoken[] {
  const clauses = clausesOf(reason) ?? clausesOf(reason.replace(/\.$/, ''))
  if (!clauses) return [{ text: ended(capital(reason)), wire: true }]
  const pieces = clauses.flatMap(({ english, parts }, i) => [...(i === 0 ? [] : [{ text: '; ' }]), ...piecesOf(english, parts, word)])
  const last = pieces.length - 1
  return pieces
    .map((piece, i) => (i === 0 ? { ...piece, text: capital(piece.text) } : piece))
    .map((piece, i) => (i === last ? { ...piece, text: ended(piece.text) } : piece))
}

/** What of a reason is ours; undefined when nothing is. */
function clausesOf(reason: string): readonly Clause[] | undefined {
  const [, status, rest = ''] = /^resume refused with (\d+)(.*)$/is.exec(reason) ?? []
  if (status !== undefined) {
    const advice = ADVICE.find((one) => rest.endsWith(`; ${one}`))
    const wire = (advice === undefined ? rest : rest.slice(0, -advice.length - 2)).replace(/^: /, '')
    const refused: Clause = wire === '' ? { english: REFUSED, parts: { status } } : { english: REFUSED_SAYING, parts: { status, wire } }
    return advice === undefined ? [refused] : [refused, { english: advice, parts: {} }]
  }
  for (const english of KNOWN) {
    const parts = partsIn(reason, english)
    if (parts) return [{ english, parts }]
  }
  return undefined
}

/** What stands in the places of the template in this text; undefined when the text is not of it. */
export function partsIn(text: string, template: string): Parts | undefined {
  const names: string[] = []
  const pattern = template
    .split(/\{(\w+)\}/)
    .map((piece, i) => {
      if (i % 2 === 0) return piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      names.push(piece)
      return '(.*?)'
    })
    .join('')
  const found = new RegExp(`^${pattern}$`, 'is').exec(text)
  return found ? Object.fromEntries(names.map((name, i) => [name, found[i + 1] ?? ''])) : undefined
}

/** The clause in pieces, with what somebody else wrote marked. */
function piecesOf(english: string, parts: Parts, word: Word): readonly Spoken[] {
  const { wire, ...ours } = parts
  if (wire === undefined) return [{ text: word(english, ours) }]
  const [before = '', after = ''] = word(english, ours).split('{wire}')
  return [{ text: before }, { text: String(wire), wire: true }, ...(after === '' ? [] : [{ text: after }])]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
