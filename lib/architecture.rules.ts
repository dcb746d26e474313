/**
 * "Who may import whom", as data, and the checker that reads import statements against it. Used by architecture.test.ts only.
 * A room is a folder; what a room may import is listed, everything else is a breach. Assets (.css, .json) are no rooms.
 */

/** One broken sentence, where, and by what. */
export type Breach = { readonly file: string; readonly sentence: string; readonly detail: string }

/** File path from the root → text. */
export type Sources = ReadonlyMap<string, string>

/** `value`: needed at run time at once; `type`: erased; `lazy`: loaded by `import()` when first needed. */
type ImportKind = 'value' | 'type' | 'lazy'
export type Import = { readonly specifier: string; readonly kind: ImportKind }

/** Targets are rooms, files without extension, or packages; each covers what is below it. A room may always import itself. */
type Rule = {
  readonly sentence: string
  readonly may: readonly string[]
  /** beyond `may`, types only */
  readonly types?: readonly string[]
  /** beyond `may`, types and `import()` only */
  readonly lazy?: readonly string[]
  /** wins over `may` */
  readonly never?: readonly string[]
}

const SDK = '@modelcontextprotocol/sdk'
const SCREEN = ['react', 'react-dom', 'next', 'motion', 'lucide-react', '@tanstack/react-virtual', 'uqr']
/** Types and one constant: the words everyone shares. */
const FACTS = 'lib/protocol/observation'
const COMMON = 'lib/constants' // strings that several rooms must agree on: everyone may import them
/** English, and how to look it up in a catalogue: pure, and small. */
const WORDS = ['lib/words/t', 'lib/words/message', 'lib/words/recorded']

const COMPONENTS: Rule = {
  sentence:
    'components import use-playground, lib/trace, lib/lessons, lib/tools, lib/faults, lib/i18n, lib/share, lib/embed and recordings; never client, server, event-store or runtime',
  may: [
    'components',
    'lib/trace',
    'lib/lessons',
    'lib/tools',
    'lib/faults',
    'lib/i18n',
    'lib/share',
    'lib/embed',
    'lib/recordings',
    ...SCREEN,
  ],
  types: ['lib/playground/playground'],
}

const ENGINE: Rule = {
  sentence: 'the engines are the client and one runtime, as one thing to load',
  may: ['lib/client', 'lib/runtime'],
}

/** The table of design.md, row by row. */
export const RULES: Readonly<Record<string, Rule>> = {
  'lib/trace': {
    sentence: 'lib/trace is pure: it imports nothing at run time but itself and how words are said',
    may: WORDS,
    types: ['lib/faults'],
  },
  'lib/constants': { sentence: 'lib/constants is pure data: it imports nothing', may: [] },
  'lib/tools': { sentence: 'lib/tools is pure data: it imports nothing', may: [] },
  'lib/i18n': { sentence: 'lib/i18n is pure: it imports nothing', may: [] },
  'lib/faults': {
    sentence: 'lib/faults is pure data: it imports nothing at run time but how words are said',
    may: WORDS,
    types: ['lib/trace'],
  },
  'lib/share': {
    sentence: 'lib/share imports lib/trace, lib/faults, lib/tools and lib/i18n; never client, server or components',
    may: ['lib/trace', 'lib/faults', 'lib/tools', 'lib/i18n'],
    types: ['lib/playground/playground'],
  },
  'lib/embed': {
    sentence: 'lib/embed imports lib/trace, lib/share, lib/faults, lib/lessons and lib/i18n; never client, server or components',
    may: ['lib/trace', 'lib/share', 'lib/faults', 'lib/lessons', 'lib/i18n'],
    types: ['lib/playground/playground'],
  },
  'lib/recordings': { sentence: 'lib/recordings imports lib/trace and recorded files', may: ['lib/trace'] },
  'lib/lessons': {
    sentence: 'lib/lessons imports lib/trace, lib/tools, lib/faults and lib/i18n; never client, server or components',
    may: ['lib/trace', 'lib/tools', 'lib/faults', 'lib/i18n'],
    types: ['lib/playground/playground'],
  },
  snippets: {
    sentence: 'the code shown beside the stage (lib/lessons/code/01-… to 12-…) imports the SDK, zod, node:fs and other shown code',
    may: [SDK, 'zod', 'node:fs'],
  },
  'lib/event-store': {
    sentence:
      'lib/event-store imports types of lib/trace and of the SDK; never React, the DOM, server or client; a driver only in its file',
    may: [FACTS],
    types: ['lib/trace', SDK],
  },
  'lib/server': {
    sentence:
      'lib/server imports types of lib/trace, the event-store contract, the SDK server and zod; never node:*, client or a concrete log',
    may: [FACTS, 'lib/event-store', 'lib/tools', 'lib/faults', SDK, 'zod', '@cfworker/json-schema'],
    types: ['lib/trace'],
    never: [
      'lib/event-store/memory-log',
      'lib/event-store/redis',
      `${SDK}/client`,
      `${SDK}/server/streamableHttp.js`,
      `${SDK}/server/express.js`,
    ],
  },
  'lib/client': {
    sentence: 'lib/client imports types of lib/trace, the SDK client and eventsource-parser; never React, server or event-store',
    may: [FACTS, 'lib/faults', SDK, 'eventsource-parser', 'zod', '@cfworker/json-schema'],
    types: ['lib/trace', 'lib/runtime/runtime'],
    never: [`${SDK}/server`],
  },
  'lib/runtime': {
    sentence:
      'lib/runtime imports lib/trace, lib/runtime/home and the platform only; in-page is the one file where client side meets server side',
    may: [FACTS, 'lib/runtime/home', 'eventsource-parser'],
    types: ['lib/trace', 'lib/faults'],
  },
  'lib/runtime/in-page': {
    sentence: 'lib/runtime/in-page imports the server and the memory log',
    may: ['lib/runtime', 'lib/runtime/home', FACTS, 'lib/server', 'lib/event-store'],
    types: ['lib/trace'],
  },
  'lib/runtime/engine-http': ENGINE,
  'lib/runtime/engine-in-page': ENGINE,
  'lib/playground/playground': {
    sentence:
      'lib/playground/playground imports trace, lessons, tools, i18n and zustand/vanilla, and loads client and runtime lazily; never React or server',
    may: ['lib/trace', 'lib/lessons', 'lib/tools', 'lib/faults', 'lib/i18n', 'zustand/vanilla'],
    lazy: ['lib/client', 'lib/runtime'],
  },
  components: COMPONENTS,
  'components/use-playground': {
    sentence: 'components/use-playground is the only seam to the playground and zustand, and loads client and runtime lazily',
    may: [...COMPONENTS.may, 'lib/playground/playground', 'zustand'],
    lazy: ['lib/client', 'lib/runtime'],
  },
  'app pages': {
    sentence: 'app pages import components, lessons, recordings, traces, fonts, and sources as text; never server or client',
    may: [
      'components',
      'lib/lessons',
      'lib/recordings',
      'lib/trace',
      'lib/tools',
      'lib/faults',
      'lib/i18n',
      'lib/share',
      'lib/embed',
      'node:fs',
      'node:path',
      '@fontsource-variable',
      ...SCREEN,
    ],
    types: ['lib/playground/playground'],
  },
  'app handlers': {
    sentence: 'app route handlers import lib/server, lib/event-store and lib/embed; never components, client or playground',
    may: ['lib/server', 'lib/event-store', 'lib/embed', 'lib/tools', FACTS, 'next', 'node:'],
    types: ['lib/trace'],
  },
}

export const FIRST_LOAD = 'a page loads the SDK, zod, client and runtime only when they are first needed'
const NOT_AT_FIRST = [SDK, 'uqr', 'zod', 'eventsource-parser', 'lib/client', 'lib/runtime', 'lib/server', 'lib/event-store']

export const FOR_TESTS = 'nothing but tests imports from a test'
/** Tests, and what only they use. They may reach across rooms. */
const isTest = (file: string) => /\.(test|contract|bench|rules|spec)\.tsx?$/.test(file) || file.startsWith('test/')

export const SHAPE = {
  length: 'no file has more than 320 lines',
  name: 'file names are kebab-case',
  unfinished: 'no file says that something is still to do',
  pure: 'lib/trace knows no clock, no randomness and no DOM',
  exports: 'there are no default exports outside app/',
  pages: 'in app, pages are .tsx and handlers .ts, so that the static build can leave the handlers out',
} as const

/** Files that take the place of a package's default export in a build. */
const STANDS_IN: ReadonlySet<string> = new Set(['components/plain-link.tsx'])

/** All breaches of `sources`, in their order. */
export function check(sources: Sources): Breach[] {
  const breaches = [...sources].flatMap(([file, text]) => [...checkImports(file, text), ...checkShape(file, text)])
  return [...breaches, ...checkFirstLoad(sources)]
}

/** The import statements of one file, as Biome formats them: at the beginning of a line. */
export function importsOf(text: string): Import[] {
  const clause = String.raw`\*(?:\s+as\s+\w+)?|\{[^}]*\}|\w+(?:\s*,\s*(?:\{[^}]*\}|\*\s+as\s+\w+))?`
  const statement = new RegExp(String.raw`^(?:import|export)\s+(type\s+)?(${clause})\s+from\s+['"]([^'"]+)['"]`, 'gm')
  const found: Import[] = []
  for (const [, type, names = '', specifier = ''] of text.matchAll(statement)) {
    found.push({ specifier, kind: type || onlyTypes(names) ? 'type' : 'value' })
  }
  for (const [, specifier = ''] of text.matchAll(/^import\s+['"]([^'"]+)['"]/gm)) found.push({ specifier, kind: 'value' })
  for (const [, type, specifier = ''] of text.matchAll(/(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]/g)) {
    found.push({ specifier, kind: type ? 'type' : 'lazy' })
  }
  return found
}

/** `{ type A, type B }` */
function onlyTypes(names: string): boolean {
  const inBraces = /^\{([^}]*)\}$/.exec(names.trim())?.[1]
  const each = inBraces?.split(',').filter((name) => name.trim() !== '') ?? []
  return each.length > 0 && each.every((name) => /^\s*type\s/.test(name))
}

/** What a specifier names: a file from the root, without its extension, or a package. */
export function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (!specifier.startsWith('.')) return specifier
  const steps = file.split('/').slice(0, -1)
  for (const step of specifier.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/').replace(/\.(tsx?|mjs|js)$/, '')
}

/** The row of the table that a file (without its extension) belongs to. */
export function roomOf(path: string): string {
  if (path in RULES) return path
  if (/^lib\/lessons\/code\/\d\d-/.test(path)) return 'snippets'
  const [top = '', second = '', third] = path.split('/')
  if (top === 'lib') return third === undefined ? 'lib/playground/playground' : `lib/${second}`
  return top
}

function ruleOf(file: string): Rule | undefined {
  if (file.startsWith('app/')) return RULES[file.endsWith('.tsx') ? 'app pages' : 'app handlers']
  return RULES[roomOf(withoutExtension(file))]
}

function checkImports(file: string, text: string): Breach[] {
  const rule = ruleOf(file)
  if (isTest(file) || !/^(app|components|lib)\//.test(file)) return []
  if (!rule) return [{ file, sentence: 'every folder of lib has a row in the table', detail: `lib/architecture.rules.ts has none for it` }]
  return importsOf(text).flatMap(({ specifier, kind }) => {
    const target = resolve(file, specifier)
    const sentence = isTest(`${target}.ts`) ? FOR_TESTS : allows(rule, file, target, kind) ? undefined : rule.sentence
    return sentence === undefined ? [] : [{ file, sentence, detail: `imports ${kind === 'value' ? '' : `(${kind}) `}${specifier}` }]
  })
}

function allows(rule: Rule, file: string, target: string, kind: ImportKind): boolean {
  if (/\.(css|json|woff2|svg)$/.test(target) || covers(COMMON, target)) return true
  if (rule.never?.some((prefix) => covers(prefix, target))) return false
  const from = withoutExtension(file)
  const own = file.startsWith('app/') ? target.startsWith('app/') : roomOf(target) === roomOf(from) && target.includes('/')
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

/** `lib/playground/playground` is a room of files that lie in lib itself. */
function covers(prefix: string, target: string): boolean {
  if (prefix === 'lib/playground/playground') return roomOf(target) === prefix
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
    for (const { specifier, kind } of importsOf(source.text)) {
      const target = resolve(source.file, specifier)
      if (kind !== 'value') continue
      const heavy = NOT_AT_FIRST.some((prefix) => covers(prefix, target))
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
