/**
 * A message: English words with `{places}` and `<marks>`, which t.ts says in the language of the page. The English words are the key of a
 * catalogue. A quote is what somebody else wrote (a server, a browser): it stays as it came.
 * Pure: no React, no DOM.
 */
import type { Param, Template } from './format'

export type Message = Template | MessageWithParams | Quote | Sentence

type Quote = { readonly quote: string }

export type MessageWithParams = { readonly text: Template; readonly params: MessageParams }

/** The message with a capital at its beginning and a full stop at its end. */
type Sentence = { readonly sentence: Message }

/** What stands in the places: a text or a number as it is, a message in the language of the page. */
export type MessageParams = Readonly<Record<string, Param | MessageParam>>

/** A message that stands in another one. */
export type MessageParam = Exclude<Message, Template>

/** Marks a message that is said elsewhere, and keeps its parameters with it. The test of completeness finds it by this call. */
export function msg<Text extends Template>(text: Text): Text
export function msg(text: Template, params: MessageParams): MessageWithParams
export function msg(text: Template, params?: MessageParams): Template | MessageWithParams {
  return params === undefined ? text : { text, params }
}

/** A piece of a template: text, an open place, or a mark around more pieces. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'place'; readonly name: string }
  | { readonly kind: 'mark'; readonly name: string; readonly inside: readonly Piece[] }

/** "{n} <b>rows</b>" taken apart. Marks may stand in marks of another name. */
export function piecesOf(template: string): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of template.matchAll(/\{(\w+)\}|<(\w+)>(.*?)<\/\2>/gs)) {
    if (match.index > at) pieces.push({ kind: 'text', text: template.slice(at, match.index) })
    const [whole, place, mark, inside = ''] = match
    if (place !== undefined) pieces.push({ kind: 'place', name: place })
    else if (mark !== undefined) pieces.push({ kind: 'mark', name: mark, inside: piecesOf(inside) })
    at = match.index + whole.length
  }
  if (at < template.length) pieces.push({ kind: 'text', text: template.slice(at) })
  return pieces
}
