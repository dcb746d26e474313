/**
 * Says messages in one language. English words are the keys of a catalogue, as with gettext: English needs none and costs nothing, and
 * the catalogue of another language is loaded only where it is spoken.
 * Pure: no React, no DOM.
 */
import { decimal, format, formOf, type Param, type Params, type Template } from './format'
import type { Language } from './languages'
import { type Message, type MessageParams, piecesOf } from './message'

/** English words → the words of one language, with the same `{places}` and `<marks>…</marks>`. The key of a plural is its form `other`. */
export type Catalogue = Readonly<Record<string, Template>>

/** Says a message in one language. What a catalogue lacks stays English; the test of completeness names it. */
export interface Translate {
  (message: Message, params?: Params): string
  readonly language: Language
  /** The words with their places and marks open; `n` chooses the form of a plural. */
  readonly template: (text: Template, n?: number) => string
}

/** `catalogue`: none for English. */
export function translateIn(language: Language, catalogue?: Catalogue): Translate {
  const translated = (text: Template): Template => {
    const key = typeof text === 'string' ? text : text.other
    return catalogue && Object.hasOwn(catalogue, key) ? (catalogue[key] as Template) : text
  }
  const t = (message: Message, params?: Params): string =>
    isTemplate(message) ? (params ? format(translated(message), params, language) : t.template(message)) : textOf(partsOf(message, t))
  t.language = language
  t.template = (text: Template, n?: number): string => formOf(translated(text), n, language)
  return t
}

export const ENGLISH: Translate = translateIn('en')

/** Says what `names` call `value`. A value without a name, as a damaged file may have, is said as it is. */
export const named = (t: Translate, names: Readonly<Record<string, Template>>, value: string, params?: Params): string =>
  t(Object.hasOwn(names, value) ? (names[value] as Template) : String(value), params)

/** "1.4 s" of a time in milliseconds, "1,4 s" in German; "1.42 s" with two digits. */
export const seconds = (t: Translate, milliseconds: number, digits = 1): string => t('{n} s', { n: decimal(milliseconds / 1000, digits) })

/** A part of what is said; `wire`: as a server wrote it, in its own language. */
export type MessagePart = { readonly text: string; readonly wire?: boolean }

/** The messages after one another, in parts. */
export const resolve = (messages: readonly Message[], t: Translate = ENGLISH): readonly MessagePart[] =>
  messages.flatMap((message, i): readonly MessagePart[] => (i === 0 ? partsOf(message, t) : [{ text: ' ' }, ...partsOf(message, t)]))

/** The same as one text. */
export const messageText = (messages: readonly Message[], t: Translate = ENGLISH): string => textOf(resolve(messages, t))

const textOf = (parts: readonly MessagePart[]): string => parts.map(({ text }) => text).join('')

export const isTemplate = (message: Message): message is Template => typeof message === 'string' || 'other' in message

function partsOf(message: Message, t: Translate): readonly MessagePart[] {
  if (isTemplate(message)) return [{ text: t(message) }]
  if ('quote' in message) return [{ text: message.quote, wire: true }]
  if ('sentence' in message) return asSentence(partsOf(message.sentence, t))
  const { text, params } = message
  const { n } = params
  return piecesOf(t.template(text, typeof n === 'number' ? n : undefined)).flatMap((piece) =>
    piece.kind === 'place' ? paramParts(piece.name, params[piece.name], t) : [{ text: piece.kind === 'text' ? piece.text : '' }],
  )
}

function paramParts(name: string, param: MessageParams[string] | undefined, t: Translate): readonly MessagePart[] {
  if (param === undefined) return [{ text: '' }]
  const isMessage = typeof param === 'object' && ('text' in param || 'quote' in param || 'sentence' in param)
  return isMessage ? partsOf(param, t) : [{ text: format(`{${name}}`, { [name]: param as Param }, t.language) }]
}

function asSentence(parts: readonly MessagePart[]): readonly MessagePart[] {
  const last = parts.length - 1
  return parts.map((part, i) => {
    const text = i === 0 ? part.text.charAt(0).toUpperCase() + part.text.slice(1) : part.text
    return { ...part, text: i === last && !/[.!?]$/.test(text) ? `${text}.` : text }
  })
}
