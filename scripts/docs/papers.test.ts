/**
 * The documents against the project: every link, path, anchor and npm script that they name exists; they have their sizes; the reading
 * list for newcomers is short; every room says what it is.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesIn, npmScripts, readPaper } from './markdown'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const exists = (path: string) => existsSync(join(ROOT, path))

const TOPS = ['.github', 'app', 'bench', 'components', 'docs', 'e2e', 'lib', 'public', 'scripts', 'test']
const FILES: readonly string[] = TOPS.flatMap((top) =>
  readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((name) => `${top}/${name.replaceAll('\\', '/')}`),
)
const NAMES: ReadonlySet<string> = new Set(FILES.map((file) => basename(file)))

const roomsOf = (top: string) =>
  readdirSync(join(ROOT, top), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [`${top}/${entry.name}`] : []))
const ROOMS = [...roomsOf('lib'), ...roomsOf('components'), 'lib', 'components', 'test', 'scripts', 'e2e', 'bench', 'app']

const PAPERS = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'],
  ...FILES.filter((file) => file.startsWith('docs/') && file.endsWith('.md')),
  ...ROOMS.map((room) => `${room}/README.md`).filter(exists),
]
const scripts: Readonly<Record<string, string>> = JSON.parse(read('package.json')).scripts

it.each(PAPERS)('%s names links, paths and npm scripts that exist, in lines that can be reviewed', (paper) => {
  const text = read(paper)
  const { links, code, commands } = readPaper(text)
  const inCommands = [...code.filter((named) => /\s/.test(named)), ...commands].flatMap(filesIn)
  expect({
    links: links.filter((link) => !/^https?:/.test(link) && !leads(paper, link)),
    paths: [...code.filter((named) => !isThere(named, dirname(paper))), ...inCommands.filter((file) => !exists(file))],
    scripts: npmScripts(text).filter((script) => !(script in scripts)),
    lines: text.split('\n').filter((line) => line.length > 200),
  }).toEqual({ links: [], paths: [], scripts: [], lines: [] })
})

it('the README has at most ten kilobytes', () => {
  expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(10_000)
})

it('the pictures of the README are small', () => {
  expect(statSync(join(ROOT, 'docs/pictures/run.gif')).size).toBeLessThan(1_500_000)
  expect(statSync(join(ROOT, 'docs/pictures/cut.png')).size).toBeLessThan(400_000)
})

it('every workflow runs npm scripts and files that exist', () => {
  const workflows = FILES.filter((file) => file.startsWith('.github/workflows/')).map(read)
  expect(workflows.length).toBeGreaterThan(0)
  expect(workflows.flatMap(npmScripts).filter((script) => !(script in scripts))).toEqual([])
  expect(workflows.flatMap(filesIn).filter((file) => !exists(file))).toEqual([])
})

describe('the reading list for newcomers', () => {
  const [, list = ''] = /<!-- path -->([\s\S]*?)<!-- \/path -->/.exec(read('docs/architecture.md')) ?? []
  const steps = [...list.matchAll(/\]\(([^)]+)\) \((\d+)\)/g)].map(([, link = '', lines = '']) => ({
    file: join('docs', link),
    told: Number(lines),
    lines: read(join('docs', link)).split('\n').length - 1,
  }))

  it('begins with the README and ends on the stage', () => {
    expect(steps[0]?.file).toBe('README.md')
    expect(steps.at(-1)?.file).toMatch(/stage\.tsx$/)
  })

  it('has less than 1,500 lines', () => {
    expect(steps.reduce((sum, { lines }) => sum + lines, 0)).toBeLessThan(1500)
  })

  it('tells about how many lines each file has', () => {
    expect(steps.filter(({ told, lines }) => Math.abs(told - lines) > 10 + lines / 8)).toEqual([])
  })
})

it('every room has a README of about ten lines', () => {
  expect(ROOMS.filter((room) => !exists(`${room}/README.md`))).toEqual([])
  expect(ROOMS.filter((room) => read(`${room}/README.md`).split('\n').length > 22)).toEqual([])
})

/** Whether a link from a document leads to a file, and to a heading of it. */
function leads(paper: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? paper : relative(ROOT, join(ROOT, dirname(paper), path))
  if (!exists(target)) return false
  return anchor === undefined || readPaper(read(target)).anchors.has(anchor)
}

/** Whether a text in backticks, where it is a path of this project, names something. `<name>` and `*` stand for any name. */
function isThere(named: string, folder: string): boolean {
  const top = named.split('/')[0] ?? ''
  const isFile = /^[\w./<>*()[\]-]+\.(ts|tsx|mjs|cjs|css|yml|md)$/.test(named)
  const isPath = TOPS.includes(top) && /^[\w./<>*()[\]-]+$/.test(named) && named.includes('/')
  if (!isFile && !isPath) return true
  const candidates = [named, join(folder, named)].map((path) => path.replace(/\/$/, ''))
  if (/[<*]/.test(named)) return candidates.some((path) => FILES.some((file) => matches(path, file)))
  return candidates.some(exists) || (!named.includes('/') && NAMES.has(named))
}

function matches(pattern: string, file: string): boolean {
  const parts = pattern.split(/<[^>]*>|\*/).map((part) => part.replace(/[.()[\]]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^/]*')}$`).test(file)
}
