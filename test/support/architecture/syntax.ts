/** The syntax of a source file, by the parser that comes with Vite: for tests that read sources. */
import { parseSync } from 'vite'

export type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown }

type Parsed = Pick<ReturnType<typeof parseSync>, 'module' | 'comments'> & { readonly program: Node }

const parsed = new Map<string, Parsed>()

/** Parses `text`; the ending of `file` says which syntax it may use. Throws a SyntaxError that names the file. Parses each text once. */
export function parse(file: string, text: string): Parsed {
  const key = `${file.slice(file.lastIndexOf('.'))}\0${text}`
  const known = parsed.get(key)
  if (known) return known
  const { program, module, comments, errors } = parseSync(file, text)
  if (errors[0]) throw new SyntaxError(`${file}: ${errors[0].message}`)
  const result = { program: program as unknown as Node, module, comments }
  parsed.set(key, result)
  return result
}

/** Calls `visit` with every node below `node`, outer ones first, with its parent. */
export function walk(node: Node, visit: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  visit(node, parent)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, node)
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
