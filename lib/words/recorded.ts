/**
 * Reasons and details that a trace carries are recorded in English, as whoever saw them said them. Here they are said in the language of the
 * page: a text that was made by one of the templates below is said by the template's own translation. Everything else (what a server
 * said, what a browser said) stays as it was recorded.
 */

import type { Spoken } from './message'
import { ENGLISH, type Piece, phrase, piecesOf, type Word } from './t'

/** What the client, the network and the server write down (lib/client, lib/server/faults/control.ts, lib/playground/playground.ts). The special before the general. */
export const RECORDED: readonly string[] = [
  // why a request or a call came to nothing
  phrase('cut, and this server sends no event ids: nothing can be replayed; call again'),
  phrase('cut before the first event id: nothing to resume after; call again'),
  phrase('the page was reloaded before the first event id of the call: nothing to resume after; call again'),
  phrase('no answer to {method} came through ({reason}): nothing to resume after; call again'),
  phrase('resume refused with {status}: {said}; the session is gone: start a new one'),
  phrase('resume refused with {status}: {said}; the missed events cannot be replayed: call again'),
  phrase('resume refused with {status}: {said}; this client may not read the stream'),
  phrase('resume refused with {status}: {said}; the server kept refusing: try again later'),
  phrase('resume refused with {status}: {said}; the stream cannot be resumed here: call again'),
  phrase('resume refused with {status}; the session is gone: start a new one'),
  phrase('resume refused with {status}; the missed events cannot be replayed: call again'),
  phrase('resume refused with {status}; this client may not read the stream'),
  phrase('resume refused with {status}; the server kept refusing: try again later'),
  phrase('resume refused with {status}; the stream cannot be resumed here: call again'),
  phrase('resume refused with {status}: {said}'),
  phrase('resume refused with {status}'),
  phrase('No event ID was received, so there is nothing to resume after.'),
  phrase('The session is gone: the server ended it, or was started anew. Start a new one.'),
  phrase('The run was left before it began.'),
  phrase('The feed answered {status}: the server does not know the session. Start again.'),
  phrase('The feed answered {status}: the server refused. Start again.'),
  phrase('no reason was given'),
  phrase('given up: not a byte came for {n} s'),
  phrase('the session was ended'),
  phrase('cancelled'),
  phrase('Failed to fetch'),
  phrase('network error'),
  phrase('There is no session yet: start a run first.'),
  // what became of a fault
  phrase('the client gives up what brings no byte for {n} s'),
  phrase('new connections work; the old ones stay dead until the client gives them up'),
  phrase('{n} bytes a second on each connection'),
  phrase('cuts after {ms} ms without a byte; {n} cut so far'),
  phrase('cuts after {ms} ms without a byte'),
  phrase('asks again at once, whatever retry says'),
  phrase('the server would not hold: {said}'),
  phrase('the call was over before this moment came'),
  phrase('in the wait of {ms} ms before {stream} is asked for again'),
  phrase('{id} is stored, and was not written'),
  phrase('the headers of the answer got through, and no event'),
  phrase('before {id}, the response'),
  phrase('{n} of {total} bytes of {id} got through'),
  phrase('after {id}'),
  phrase('close this tab and open the page anew: the run is kept for it'),
  phrase('every stream'),
  phrase('keeps nothing'),
  phrase('keeps its log'),
  phrase('deleted'),
  phrase('expired'),
  phrase('leaves {n} of each stream'),
  phrase('stored, not written'),
  phrase('written again'),
  phrase('comments every {ms} ms'),
  phrase('comments'),
  phrase('no comments'),
  phrase('This session keeps no event log that outlives its process. Restart without it: "keeps": "nothing".'),
  phrase('This session keeps no event log that forgets, so there is nothing to evict.'),
  phrase('No id was sent on the connections of this session, so the client could not come back. Start a session with an event log.'),
  phrase('No connection carries stream {stream} now. Those that are carried: {carried}.'),
]

/** What somebody else wrote, unless one of our templates made it. */
const FOREIGN: readonly string[] = ['said', 'reason']

/** `recorded` in the language of `word`, or as it is when no template made it. */
export const recordedWords = (word: Word, recorded: string): string =>
  word === ENGLISH ? recorded : textOf(recordedPieces(word, recorded))

/** The same in pieces: what somebody else wrote is marked. */
export function recordedPieces(word: Word, recorded: string): readonly Spoken[] {
  for (const { template, pattern, names } of matchers()) {
    const values = pattern.exec(recorded)?.slice(1)
    if (!values) continue
    const said = new Map(names.map((name, i) => [name, partOf(word, name, values[i] ?? '')]))
    return piecesOf(word(template)).flatMap((piece) => (piece.kind === 'place' ? (said.get(piece.name) ?? []) : textPiece(piece)))
  }
  return [{ text: recorded, wire: true }]
}

/** A reason as a sentence: it begins with a capital and ends. */
export function reasonPieces(reason: string, word: Word = ENGLISH): readonly Spoken[] {
  const pieces = recordedPieces(word, reason)
  const last = pieces.length - 1
  return pieces.map((piece, i) => {
    const text = i === 0 ? piece.text.charAt(0).toUpperCase() + piece.text.slice(1) : piece.text
    return { ...piece, text: i === last && !/[.!?]$/.test(text) ? `${text}.` : text }
  })
}

const partOf = (word: Word, name: string, value: string): readonly Spoken[] =>
  FOREIGN.includes(name) ? recordedPieces(word, value) : [{ text: recordedWords(word, value) }]

const textPiece = (piece: Piece): readonly Spoken[] => (piece.kind === 'text' ? [{ text: piece.text }] : [])

const textOf = (pieces: readonly Spoken[]): string => pieces.map(({ text }) => text).join('')

type Matcher = { readonly template: string; readonly pattern: RegExp; readonly names: readonly string[] }

let made: readonly Matcher[] | undefined

function matchers(): readonly Matcher[] {
  made ??= RECORDED.map((template) => ({
    template,
    pattern: new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '(.+?)')}$`, 's'),
    names: [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
  }))
  return made
}
