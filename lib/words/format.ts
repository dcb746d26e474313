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

/** The names of the parameters of a template, as a type; a plural has `n` beside them. */
export type ParamNames<T extends Template> = T extends string ? NamesIn<T> : NamesIn<T[keyof T] & string> | 'n'

type NamesIn<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never

/** The arguments after a template's id: none, or an object with every parameter. */
export type ParamsOf<T extends Template, P = Param> = [ParamNames<T>] extends [never] ? [] : [params: Readonly<Record<ParamNames<T>, P>>]

export const decimal = (value: number, digits = 1): Decimal => ({ value, digits })

/** The template in that locale with its parameters. A `{name}` without a parameter stays: prose has figures of the run in the same notation. */
export function format(template: Template, params: Params, locale: string): string {
  return formOf(template, params.n, locale).replaceAll(/\{([\w-]+)\}/g, (place, name: string) => {
    const param = Object.hasOwn(params, name) ? params[name] : undefined
    return param === undefined ? place : formatParam(param, locale)
  })
}

/** All forms of a template, for checks of completeness. */
export const formsOf = (template: Template): readonly string[] => (typeof template === 'string' ? [template] : Object.values(template))

/** The form of the template for `n`, with its places open. Throws an Error when a plural is given no number. */
export function formOf(template: Template, n: Param | undefined, locale: string): string {
  if (typeof template === 'string') return template
  const plural = template
  if (typeof n !== 'number') throw new Error(`A plural needs a number named "n": ${JSON.stringify(plural)}; it is ${JSON.stringify(n)}.`)
  return plural[pluralRules(locale).select(n)] ?? plural.other
}

function formatParam(param: Param, locale: string): string {
  if (typeof param === 'string') return param
  if (typeof param === 'number') return numberFormat(locale).format(param)
  if ('digits' in param) return formatDecimal(param, locale)
  return new Intl.ListFormat(locale).format(param)
}

/** Rounded as `toFixed` rounds; `Intl` alone would round the decimal digits of the number, and 1.45 differently. */
const formatDecimal = ({ value, digits }: Decimal, locale: string): string =>
  numberFormat(locale, digits).format(Number(value.toFixed(digits)))

const pluralRules = cached((locale) => new Intl.PluralRules(locale))

const numberFormat = cached(
  (locale, digits?: number) =>
    new Intl.NumberFormat(locale, {
      useGrouping: false,
      ...(digits !== undefined && { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    }),
)

/** To make one is slow, and a run is judged at every observation. */
function cached<T>(make: (locale: string, digits?: number) => T): (locale: string, digits?: number) => T {
  const made = new Map<string, T>()
  return (locale, digits) => {
    const key = `${locale} ${digits}`
    const known = made.get(key) ?? make(locale, digits)
    made.set(key, known)
    return known
  }
}
