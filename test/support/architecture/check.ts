/** Reads the sources of the app against lib/architecture.rules.ts and the shape that every file must have. */

import { RULES, type Rule, SDK } from '../../../lib/architecture.rules'
import { type ImportKind, importsOf, resolve } from './imports'

/** One broken sentence, where, and by what. */
type Breach = { readonly file: string; readonly sentence: string; readonly detail: string }

/** File path from the root → text. */
export type Sources = ReadonlyMap<string, string>

export const FIRST_LOAD = 'a page loads the SDK, zod, client and runtime only when they are first needed'
const NOT_AT_FIRST = [SDK, 'uqr', 'zod', 'eventsource-parser', 'lib/client', 'lib/runtime', 'lib/server', 'lib/event-store']

/** Which homes the server has: asked before either runtime is loaded. */
const HOMES = 'lib/runtime/home'

export const ROOMS = 'every folder of lib and of components has a row in the table'

export const FOR_TESTS = 'nothing but tests imports from a test'
/** Tests, and what only they use. They may reach across rooms. */
const isTest = (file: string) => /\.(test|bench|rules|spec)\.tsx?$/.test(file) || file.startsWith('test/')

export const SHAPE = {
  length: 'no file has more than 320 lines',
  name: 'file names are kebab-case',
  unfinished: 'no file says that something is still to do',
  pure: 'lib/trace knows no clock, no randomness and no DOM',
  exports: 'there are no default exports outside app/',
  pages: 'in app, pages are .tsx and handlers .ts, so that the static build can leave the handlers out',
} as const

/** Files that take the place of a package's default export in a build. */
const STANDS_IN: ReadonlySet<string> = new Set(['components/shared/plain-link.tsx'])

/** All breaches of `sources`, in their order. */
export function check(sources: Sources): Breach[] {
  const breaches = [...sources].flatMap(([file, text]) => [...checkImports(file, text), ...checkShape(file, text)])
  return [...breaches, ...checkFirstLoad(sources)]
}

/** The row of the table that a file (without its extension) belongs to. */
function roomOf(path: string): string {
  if (path in RULES) return path
  if (/^lib\/lessons\/\d\d-[a-z-]+\/code\//.test(path)) return 'snippets'
  const [top = '', second = ''] = path.split('/')
  return top === 'lib' || top === 'components' ? `${top}/${second}` : top
}

function ruleOf(file: string): Rule | undefined {
  if (file.startsWith('app/')) return RULES[file.endsWith('.tsx') ? 'app pages' : 'app handlers']
  return RULES[roomOf(withoutExtension(file))]
}

function checkImports(file: string, text: string): Breach[] {
  const rule = ruleOf(file)
  if (isTest(file) || !/^(app|components|lib)\//.test(file)) return []
  if (!rule) return [{ file, sentence: ROOMS, detail: 'lib/architecture.rules.ts has none for it' }]
  return importsOf(text, file).flatMap(({ specifier, kind }) => {
    const target = resolve(file, specifier)
    const sentence = isTest(`${target}.ts`) ? FOR_TESTS : allows(rule, file, target, kind) ? undefined : rule.sentence
    return sentence === undefined ? [] : [{ file, sentence, detail: `imports ${kind === 'value' ? '' : `(${kind}) `}${specifier}` }]
  })
}

function allows(rule: Rule, file: string, target: string, kind: ImportKind): boolean {
  if (/\.(css|json|woff2|svg)$/.test(target)) return true
  if (rule.never?.some((prefix) => covers(prefix, target))) return false
  const from = withoutExtension(file)
  const own = file.startsWith('app/') ? target.startsWith('app/') : roomOf(target) === roomOf(from)
  if (own || rule.may.some((prefix) => covers(prefix, target))) return true
  if (kind === 'type' && [...(rule.types ?? []), ...(rule.lazy ?? [])].some((prefix) => covers(prefix, target))) return true
  if (kind === 'lazy' && rule.lazy?.some((prefix) => covers(prefix, target))) return true
  return roomOf(from) === 'lib/event-store' && isDriverOf(from, target)
}

/** lib/event-store/redis may import `redis`, `ioredis` or `@redis/client`. */
function isDriverOf(from: string, target: string): boolean {
  const name = from.split('/').at(-1) ?? ''
  return !target.startsWith('lib/') && !target.startsWith('node:') && name.length > 2 && target.includes(name)
}

function covers(prefix: string, target: string): boolean {
  return target === prefix || target.startsWith(prefix.endsWith(':') ? prefix : `${prefix}/`)
}

/** Follows run-time imports from every page. */
function checkFirstLoad(sources: Sources): Breach[] {
  const byPath = new Map([...sources].map(([file, text]) => [withoutExtension(file), { file, text }]))
  const breaches: Breach[] = []
  const visit = (path: string, trail: readonly string[], seen: Set<string>) => {
    const source = byPath.get(path) ?? byPath.get(`${path}/index`)
    if (!source || seen.has(path)) return
    seen.add(path)
    for (const { specifier, kind } of importsOf(source.text, source.file)) {
      const target = resolve(source.file, specifier)
      if (kind !== 'value') continue
      const heavy = target !== HOMES && NOT_AT_FIRST.some((prefix) => covers(prefix, target))
      if (heavy) breaches.push({ file: trail[0] ?? source.file, sentence: FIRST_LOAD, detail: [...trail.slice(1), specifier].join(' → ') })
      else visit(target, [...trail, target], seen)
    }
  }
  const seen = new Set<string>()
  for (const file of sources.keys()) if (/^app\/.*\.tsx$/.test(file)) visit(withoutExtension(file), [file], seen)
  return breaches
}

function checkShape(file: string, text: string): Breach[] {
  const breaches: Breach[] = []
  const breach = (sentence: string, detail: string) => breaches.push({ file, sentence, detail })
  const lines = text.split('\n').length - 1
  if (lines > 320) breach(SHAPE.length, `it has ${lines}`)
  const segment = /^(\[{0,2}(\.{3})?[a-z0-9]+(-[a-z0-9]+)*\]{0,2}|\([a-z-]+\)|\.[a-z-]+)(\.[a-z0-9-]+)*$/
  if (!file.split('/').every((name) => segment.test(name))) breach(SHAPE.name, 'rename it')
  const unfinished = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b`).exec(text)
  if (unfinished) breach(SHAPE.unfinished, `it says ${unfinished[0]}`)
  const impure = /\b(Date\.now|new Date\(\)|performance\.|Math\.random|crypto\.|setTimeout|setInterval|document\.|window\.|fetch\()/
  const [impurity] = (file.startsWith('lib/trace/') && !isTest(file) && impure.exec(withoutComments(text))) || []
  if (impurity) breach(SHAPE.pure, `it uses ${impurity}`)
  const isConfig = /(^|\/)[a-z-]+\.config\.(ts|mjs)$/.test(file)
  if (!file.startsWith('app/') && !isConfig && !STANDS_IN.has(file) && /^export (default\b|\{[^}]*\bas default\b)/m.test(text))
    breach(SHAPE.exports, 'name it')
  const name = file.split('/').at(-1) ?? ''
  const wrongKind = /^(page|layout|loading|error|not-found|template)\.ts$/.test(name) || name === 'route.tsx'
  if (file.startsWith('app/') && wrongKind) breach(SHAPE.pages, `rename it to ${name === 'route.tsx' ? 'route.ts' : `${name}x`}`)
  return breaches
}

const withoutExtension = (file: string) => file.replace(/\.(tsx?|mjs|js)$/, '')

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '')
