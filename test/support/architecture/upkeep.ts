/**
 * What must not rot: circles of imports, packages that nothing uses, comments that name a file which does not exist.
 * Pure functions over the sources; lib/upkeep.test.ts runs them.
 */
import type { Sources } from './check'
import { importsOf, resolve } from './imports'
import { parse } from './syntax'

/** One circle for each group of files that import one another, as `a → b → a`. Types and lazy imports count. */
export function circlesOf(sources: Sources): string[] {
  const graph = importGraph(sources)
  const circles: string[] = []
  const told = new Set<string>()
  for (const file of graph.keys()) {
    const circle = told.has(file) ? undefined : wayBack(graph, file)
    if (!circle) continue
    for (const member of circle) told.add(member)
    circles.push(circle.join(' → '))
  }
  return circles
}

/** File → the files that it imports. */
function importGraph(sources: Sources): ReadonlyMap<string, readonly string[]> {
  const byPath = new Map([...sources.keys()].map((file) => [file.replace(/(\/index)?\.(tsx?|mjs)$/, ''), file]))
  return new Map(
    [...sources].map(([file, text]) => {
      const targets = importsOf(text, file).map(({ specifier }) => byPath.get(resolve(file, specifier).replace(/\/index$/, '')))
      return [file, targets.filter((target) => target !== undefined)]
    }),
  )
}

/** The shortest way along imports from a file to itself. */
function wayBack(graph: ReadonlyMap<string, readonly string[]>, start: string): readonly string[] | undefined {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (const file of queue) {
    for (const target of graph.get(file) ?? []) {
      if (cameFrom.has(target)) continue
      cameFrom.set(target, file)
      if (target === start) return trail(cameFrom, start)
      queue.push(target)
    }
  }
  return undefined
}

function trail(cameFrom: ReadonlyMap<string, string>, start: string): readonly string[] {
  const way = [start]
  do way.unshift(cameFrom.get(way[0] ?? start) ?? start)
  while (way[0] !== start)
  return way
}

type Manifest = {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly [key: string]: unknown
}

/**
 * The packages of package.json that no source, style sheet, script or configuration names. Types (`@types/x`) are used with their package;
 * those of Node always.
 */
export function unusedPackages(manifest: Manifest, sources: Sources): string[] {
  const { dependencies = {}, devDependencies = {}, ...rest } = manifest
  const texts = [...sources.values(), JSON.stringify(rest)]
  const isNamed = (name: string) => {
    const quoted = new RegExp(`['"/]${name.replace(/[.*+?^$()|[\]\\/]/g, '\\$&')}['"/]`)
    return texts.some((text) => quoted.test(text))
  }
  return Object.keys({ ...dependencies, ...devDependencies }).filter((name) => {
    const typed = /^@types\/(.+)$/.exec(name)?.[1]
    return typed === undefined ? !isNamed(name) : typed !== 'node' && !isNamed(typed)
  })
}

/** Comments that name a source file (`trace.ts`, `lib/trace/trace.ts`) which is not among `files`, as `where: name`. */
export function namesOfNoFile(sources: Sources, files: Iterable<string>): string[] {
  const known = [...files].map((file) => `/${file}`)
  return [...sources].flatMap(([file, text]) =>
    commentsOf(file, text).flatMap((comment) =>
      [...comment.matchAll(/(?<![\w./@*<>{}…-])((?:[\w()[\].-]+\/)*[\w-][\w.-]*\.(?:tsx?|mjs|css))\b/g)]
        .map(([, name = '']) => name.replace(/^(?:\((?=[^)]*$)|\.\.?\/)+/, ''))
        .filter((name) => !known.some((path) => path.endsWith(`/${name}`)))
        .map((name) => `${file}: ${name}`),
    ),
  )
}

function commentsOf(file: string, text: string): string[] {
  if (file.endsWith('.css')) return text.match(/\/\*[\s\S]*?\*\//g) ?? []
  return parse(file, text).comments.map(({ value }) => value)
}
