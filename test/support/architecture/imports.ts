/** Reads the import statements of a source file, and tells which file or package each names. */
import { type Node, parse, walk } from './syntax'

/** `value`: needed at run time at once; `type`: erased; `lazy`: loaded by `import()` when first needed. */
export type ImportKind = 'value' | 'type' | 'lazy'
type Import = { readonly specifier: string; readonly kind: ImportKind }

/** The imports and re-exports of one file, in their order. `file` says by its ending which syntax `text` may use. */
export function importsOf(text: string, file = 'source.tsx'): Import[] {
  const { program, module } = parse(file, text)
  const found: (Import & { readonly start: number })[] = module.staticImports.map(({ start, moduleRequest, entries }) => ({
    start,
    specifier: moduleRequest.value,
    kind: entries.length > 0 && entries.every(({ isType }) => isType) ? 'type' : 'value',
  }))
  for (const { start, entries } of module.staticExports) {
    const from = entries.find(({ moduleRequest }) => moduleRequest !== null)?.moduleRequest?.value
    if (from !== undefined) found.push({ start, specifier: from, kind: entries.every(({ isType }) => isType) ? 'type' : 'value' })
  }
  if (text.includes('import(')) walk(program, (node) => found.push(...laterImport(node)))
  return found.sort((a, b) => a.start - b.start).map(({ specifier, kind }) => ({ specifier, kind }))
}

/** `import('…')` as an expression or in a type. */
function laterImport({ type, start, source }: Node): (Import & { readonly start: number })[] {
  const kind = type === 'ImportExpression' ? 'lazy' : type === 'TSImportType' ? 'type' : undefined
  const specifier = (source as Node | undefined)?.value
  return kind && typeof specifier === 'string' ? [{ start, specifier, kind }] : []
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
