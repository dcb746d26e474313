/**
 * What the address of an embed says besides its scenario: where to stand, how to look. Read from a query, written into one; what
 * cannot be understood is left out, because a book page must never show an error for a misspelt colour. Its author is told (`misreadIn`).
 */
import { parameterName, withoutPunctuation } from '../protocol/http/percent'
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

const KEYS: readonly string[] = ['s', 'step', 'theme', 'lang', 'height', 'figure']

export function readSettings(query: URLSearchParams): EmbedSettings {
  const fields = fieldsOf(query)
  const theme = fields.get('theme')
  const custom = fields.get('s')
  const step = readStep(fields.get('step'))
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    lang: readLanguage(fields.get('lang')) ?? 'en',
    height: readHeight(fields.get('height')),
    figure: fields.has('figure'),
    ...(step === undefined ? {} : { step }),
    ...(custom ? { custom } : {}),
  }
}

/** The parameters, however the address was written on its way; of several with one name the first. A run in `s` is read by lib/share/link.ts. */
function fieldsOf(query: URLSearchParams): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const [name, value] of query) {
    const key = parameterName(name)
    if (!fields.has(key)) fields.set(key, key === 's' ? value : withoutPunctuation(value))
  }
  return fields
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
function readStep(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined
}

function readHeight(text: string | undefined): 'auto' | number {
  if (text === undefined || !/^\d{1,5}(px)?$/.test(text)) return 'auto'
  return Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, Number.parseInt(text, 10)))
}

/** By its first part: `de-AT` is spoken as `de`. */
function readLanguage(text: string | undefined): Language | undefined {
  const [primary] = text?.toLowerCase().split(/[-_]/) ?? []
  return LANGUAGES.find((language) => language === primary)
}

/** A sentence for each value that could not be understood: which, what there is, and what is done instead. */
export function misreadIn(query: URLSearchParams): string[] {
  const fields = fieldsOf(query)
  const value = (name: string) => fields.get(name) || undefined
  const said = (name: string, rest: string) => `${name}="${value(name)?.slice(0, 40)}" ${rest}`
  const { theme, height } = readSettings(query)
  const misread: string[] = []
  if (value('step') && readStep(fields.get('step')) === undefined)
    misread.push(said('step', 'is no whole number from 0. The run opens where it is usually shown.'))
  if (value('theme') && value('theme') !== theme)
    misread.push(said('theme', "is not known: there are light and dark. It looks as the reader's system is set."))
  if (value('lang') && !readLanguage(fields.get('lang')))
    misread.push(said('lang', `is not spoken here: there are ${LANGUAGES.join(' and ')}. It speaks English.`))
  if (value('height') && value('height') !== 'auto' && height === 'auto')
    misread.push(said('height', 'is no number of pixels. The frame follows its content.'))
  for (const name of fields.keys()) {
    if (!KEYS.includes(name))
      misread.push(said(name.slice(0, 40), `is no setting of an embed: there are ${KEYS.join(', ')}. It is left out.`))
  }
  return misread
}
