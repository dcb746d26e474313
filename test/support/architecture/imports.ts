/** Reads the import statements of a source file, and tells which file or package each names. */

/** `value`: needed at run time at once; `type`: erased; `lazy`: loaded by `import()` when first needed. */
export type ImportKind = 'value' | 'type' | 'lazy'
export type Import = { readonly specifier: string; readonly kind: ImportKind }

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
