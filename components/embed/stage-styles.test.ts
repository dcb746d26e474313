/** The stage of an embed is drawn before its script is loaded, so its styles cannot come with that script. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { importsOf, resolve } from '../../test/support/architecture/imports'

const ROOT = join(import.meta.dirname, '../..')

/** The style sheets that `file` brings along when it is loaded, its own and those of what it imports. */
function stylesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return []
  seen.add(file)
  const text = readFileSync(join(ROOT, file), 'utf8')
  return importsOf(text, file).flatMap(({ specifier, kind }) => {
    if (kind !== 'value' || !/^[.#]/.test(specifier)) return []
    const target = resolve(file, specifier)
    if (target.endsWith('.css')) return [target]
    const found = ['.ts', '.tsx'].map((ending) => `${target}${ending}`).find((path) => existsSync(join(ROOT, path)))
    return found ? stylesOf(found, seen) : []
  })
}

it('a page with an embed has every style sheet of the stage from the beginning, in the order in which the stage would bring them', () => {
  const needed = [...new Set(stylesOf('components/embed/embed-stage.tsx'))]
  expect(needed.length).toBeGreaterThan(5)
  expect(stylesOf('components/embed/stage-styles.ts'), 'write them into components/embed/stage-styles.ts').toEqual(needed)
})
