/**
 * What the address of an embed says besides its scenario: where to stand, how to look. Read from a query, written into one; what
 * cannot be understood is left out, because a book page must never show an error for a misspelt colour.
 */

export type EmbedTheme = 'light' | 'dark' | 'auto'

export type EmbedSettings = {
  /** the stop to stand at, from 0; undefined: where the scenario begins */
  readonly step?: number
  readonly theme: EmbedTheme
  /** a language tag; English is the only language yet */
  readonly lang: string
  /** `auto`: the frame follows its content; a number: the frame is that high and stays so */
  readonly height: 'auto' | number
  /** shown as the figure that a print shows */
  readonly figure: boolean
  /** a scenario of one's own, as the share dialog writes it */
  readonly custom?: string
}

export const DEFAULT_SETTINGS: EmbedSettings = { theme: 'auto', lang: 'en', height: 'auto', figure: false }

/** Lowest and highest frame that makes sense; a number outside is brought inside. */
export const HEIGHTS = { least: 200, most: 2000 } as const

export function readSettings(query: URLSearchParams): EmbedSettings {
  const theme = query.get('theme')
  const custom = query.get('s')
  const step = readStep(query.get('step'))
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    lang: query.get('lang') ?? 'en',
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
export function readStep(text: string | null): number | undefined {
  return text !== null && /^\d{1,5}$/.test(text) ? Number(text) : undefined
}

export function readHeight(text: string | null): 'auto' | number {
  if (text === null || !/^\d{1,5}(px)?$/.test(text)) return 'auto'
  return Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, Number.parseInt(text, 10)))
}
