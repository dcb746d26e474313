/**
 * What the address of an embed says besides its scenario: where to stand, how to look. Read from a query, written into one; what
 * cannot be understood is left out, because a book page must never show an error for a misspelt colour. Its author is told (`misreadIn`).
 */
import { LANGUAGES, type Language } from '../words/languages'

type EmbedTheme = 'light' | 'dark' | 'auto'

export type EmbedSettings = {
  /** the stop to stand at, from 0; undefined: where the scenario begins */
  readonly step?: number
  readonly theme: EmbedTheme
  readonly lang: Language
  /** `auto`: the frame follows its content; a number: the frame is that high and stays so */
  readonly height: 'auto' | number
  /** shown as the figure that a print shows */
  readonly figure: boolean
  /** a scenario of one's own, as the share dialog writes it */
  readonly custom?: string
}

export const DEFAULT_SETTINGS: EmbedSettings = { theme: 'auto', lang: 'en', height: 'auto', figure: false }

/** Lowest and highest frame that makes sense; a number outside is brought inside. */
const HEIGHTS = { least: 200, most: 2000 } as const

export function readSettings(query: URLSearchParams): EmbedSettings {
  const theme = query.get('theme')
  const custom = query.get('s')
  const step = readStep(query.get('step'))
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    lang: readLanguage(query.get('lang')) ?? 'en',
    height: readHeight(query.get('height')),
    figure: query.has('figure'),
    ...(step === undefined ? {} : { step }),
    ...(custom ? { custom } : {}),
  }
}

/** A query with what differs from the default, in a fixed order, so that the same embed has one address. */
export function writeSettings({ step, theme, lang, height, figure, custom }: Partial<EmbedSettings>): string {
  const query = new URLSearchParams()
  if (custom) query.set('s', custom)
  if (step !== undefined) query.set('step', String(step))
  if (theme && theme !== 'auto') query.set('theme', theme)
  if (lang && lang !== 'en') query.set('lang', lang)
  if (height !== undefined && height !== 'auto') query.set('height', String(height))
  if (figure) query.set('figure', '1')
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** A stop counted from 0. */
function readStep(text: string | null): number | undefined {
  return text !== null && /^\d{1,5}$/.test(text) ? Number(text) : undefined
}

function readHeight(text: string | null): 'auto' | number {
  if (text === null || !/^\d{1,5}(px)?$/.test(text)) return 'auto'
  return Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, Number.parseInt(text, 10)))
}

/** By its first part: `de-AT` is spoken as `de`. */
function readLanguage(text: string | null): Language | undefined {
  const [primary] = text?.toLowerCase().split(/[-_]/) ?? []
  return LANGUAGES.find((language) => language === primary)
}

/** A sentence for each value that could not be understood: which, what there is, and what is done instead. */
export function misreadIn(query: URLSearchParams): string[] {
  const value = (name: string) => query.get(name) || undefined
  const said = (name: string, rest: string) => `${name}="${value(name)?.slice(0, 40)}" ${rest}`
  const { theme, height } = readSettings(query)
  const misread: string[] = []
  if (value('step') && readStep(query.get('step')) === undefined)
    misread.push(said('step', 'is no whole number from 0. The run opens where it is usually shown.'))
  if (value('theme') && value('theme') !== theme)
    misread.push(said('theme', "is not known: there are light and dark. It looks as the reader's system is set."))
  if (value('lang') && !readLanguage(query.get('lang')))
    misread.push(said('lang', `is not spoken here: there are ${LANGUAGES.join(' and ')}. It speaks English.`))
  if (value('height') && value('height') !== 'auto' && height === 'auto')
    misread.push(said('height', 'is no number of pixels. The frame follows its content.'))
  return misread
}
