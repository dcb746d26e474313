/** Files of one worker share its globals and modules: who puts a clock or a module in their place runs alone. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import config from '../../vitest.config'

const ROOT = join(import.meta.dirname, '../..')

it('a test with a clock or a module of its own is in the project "alone" (vitest.config.ts)', () => {
  const files = ['app', 'components', 'lib', 'scripts'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  )
  const replaces = (file: string) => /vi\.(useFakeTimers|mock|doMock)\(/.test(readFileSync(join(ROOT, file), 'utf8'))
  const replacing = files.filter((file) => /\.test\.tsx?$/.test(file) && replaces(file))
  const projects = (config.test?.projects ?? []).flatMap((project) =>
    typeof project === 'object' && 'test' in project ? [project.test] : [],
  )
  expect(projects.find((project) => project?.name === 'alone')?.include?.toSorted()).toEqual(replacing.toSorted())
})
