/**
 * Fills a template of one language: parameters by name, plurals and numbers by the rules of the locale (`Intl`).
 * Pure: no catalogue, no React. Marks such as `**bold**` or `[words](term)` are left as they are.
 */

/** "{n} rows", or one form for each plural category of the locale, chosen by the parameter `n`: { one: '{n} row', other: '{n} rows' }. */
export type Template = string | Plural

export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

/** A number with a fixed count of digits after the decimal point. */
export type Decimal = { readonly value: number; readonly digits: number }

/** What stands in a `{name}`: text as it is, numbers as the locale writes them (without grouping), lists joined by "and". */
export type Param = string | number | Decimal | readonly string[]
export type Params = Readonly<Record<string, Param>>

export const decimal = (value: number, digits = 1): Decimal => ({ value, digits })

/** The template in that locale with its parameters. A `{name}` without a parameter stays: prose has figures of the run in the same notation. */
export function format(template: Template, params: Params, locale: string): string {
  const text = typeof template === 'string' ? template : pluralForm(template, params.n, locale)
  return text.replaceAll(/\{([\w-]+)\}/g, (place, name: string) => {
    const param = Object.hasOwn(params, name) ? params[name] : undefined
    return param === undefined ? place : formatParam(param, locale)
  })
}

/** All forms of a template, for checks of completeness. */
export const formsOf = (template: Template): readonly string[] => (typeof template === 'string' ? [template] : Object.values(template))

function pluralForm(plural: Plural, n: Param | undefined, locale: string): string {
  if (typeof n !== 'number') throw new Error(`A plural needs a number named "n": ${JSON.stringify(plural)}; it is ${JSON.stringify(n)}.`)
  return plural[new Intl.PluralRules(locale).select(n)] ?? plural.other
}

function formatParam(param: Param, locale: string): string {
  if (typeof param === 'string') return param
  if (typeof param === 'number') return new Intl.NumberFormat(locale, { useGrouping: false }).format(param)
  if ('digits' in param) return formatDecimal(param, locale)
  return new Intl.ListFormat(locale).format(param)
}

/** Rounded as `toFixed` rounds; `Intl` alone would round the decimal digits of the number, and 1.45 differently. */
function formatDecimal({ value, digits }: Decimal, locale: string): string {
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(Number(value.toFixed(digits)))
}
