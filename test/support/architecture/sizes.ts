/** How large folders and functions are. A folder's loose items are the names of its own source files; a sheet of a component's name counts with it. */
import { type Node, parse, walk } from './syntax'

/** A function that is longer than it should be. `lines` counts from its first line to its last. */
export type LongFunction = { readonly file: string; readonly name: string; readonly lines: number }

/** Folder → how many names of source files lie in it, tests and papers not counted. */
export function looseItems(files: readonly string[]): Map<string, number> {
  const names = new Map<string, Set<string>>()
  for (const file of files) {
    if (!/\.(tsx?|mjs|cjs|css)$/.test(file) || /\.(test|spec|rules)\.tsx?$/.test(file)) continue
    const cut = file.lastIndexOf('/')
    const folder = file.slice(0, cut)
    const name = file.slice(cut + 1).replace(/(\.module)?\.\w+$/, '')
    names.set(folder, (names.get(folder) ?? new Set()).add(name))
  }
  return new Map([...names].map(([folder, set]) => [folder, set.size]))
}

/** The functions of one file that have more than `limit` lines. */
export function longFunctions(file: string, text: string, limit: number): LongFunction[] {
  const found: LongFunction[] = []
  walk(parse(file, text).program, (node, parent) => {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return
    const lines = text.slice(node.start, node.end).split('\n').length
    if (lines > limit) found.push({ file, name: nameOf(node) ?? nameOf(parent) ?? 'a function without a name', lines })
  })
  return found
}

function nameOf(node: Node | undefined): string | undefined {
  const named = (node?.id ?? node?.key) as Node | undefined | null
  return typeof named?.name === 'string' ? named.name : undefined
}
