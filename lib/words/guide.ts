/**
 * How the words of the lesson screens are said. They stand in en/guide.ts and in the file of that name of every other language; a page in the
 * browser is given those of the language it shows (guides.ts has all).
 */
import type { GUIDE_EN } from './en/guide'
import { format, type Params, type ParamsOf, type Template } from './format'
import type { Language } from './text'

export type GuideId = keyof typeof GUIDE_EN

/** Complete in every language, or it does not compile. */
export type GuideText = Readonly<Record<GuideId, Template>>

/** Says one of the words, with its parameters. */
export type Guide = <Id extends GuideId>(id: Id, ...params: ParamsOf<(typeof GUIDE_EN)[Id]>) => string

export const guideOf =
  (text: GuideText, language: Language): Guide =>
  (id, ...params) =>
    format(text[id], (params[0] ?? {}) as Params, language)
