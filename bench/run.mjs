/**
 * `npm run bench`: measures what the README reports, prints it, and writes bench/results.md. `npm run bench -- replay page` runs some
 * parts only (replay, throughput, trace, screen, page, reader, home); `-- throughput --profile` adds where the server's time goes.
 * TypeScript is bundled to plain JavaScript first (scripts/build/vite.mjs); the server is the built app. Figures are of one machine and one run:
 * read the ratios.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { installPackages } from '../scripts/tools/install.mjs'
import { entry, ROOT, Told } from '../scripts/tools/run.mjs'
import { markdown } from './numbers.mjs'

/** @type {Readonly<Record<string, (options: { profile: boolean }) => Promise<import('./numbers.mjs').Table[]>>>} */
const PARTS = {
  replay: async () => (await import('./engine/replay.mjs')).benchReplay(),
  throughput: async (options) => (await import('./server/throughput.mjs')).benchThroughput(options),
  trace: async () => (await import('./engine/trace.mjs')).benchTrace(),
  screen: async () => (await import('./browser/screen.mjs')).benchScreen(),
  page: async () => (await import('./browser/page.mjs')).benchPage(),
  reader: async () => (await import('./browser/reader.mjs')).benchReader(),
  home: async () => (await import('./browser/home.mjs')).benchHome(),
}
const RESULTS = join(ROOT, 'bench/results.md')

await entry(async () => {
  const args = process.argv.slice(2)
  const chosen = args.filter((arg) => !arg.startsWith('--'))
  const unknown = chosen.find((name) => !(name in PARTS))
  if (unknown) throw new Told(`There is no part called "${unknown}". Choose from ${Object.keys(PARTS).join(', ')}.`)
  await installPackages()
  const sections = readSections()
  for (const [name, part] of Object.entries(PARTS).filter(([name]) => chosen.length === 0 || chosen.includes(name))) {
    console.log(`\n… ${name}\n`)
    const text = (await part({ profile: args.includes('--profile') })).map(markdown).join('\n')
    console.log(text)
    sections.set(name, text)
    writeSections(sections)
  }
  console.log(`Written to bench/results.md`)
  return 0
})

/** The parts of the last results, so that running one part keeps the others. @returns {Map<string, string>} */
function readSections() {
  const text = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : ''
  const found = [...text.matchAll(/<!-- (\w+) -->\n\n([\s\S]*?)(?=\n<!-- |$)/g)]
  return new Map(found.map(([, name = '', section = '']) => [name, section]))
}

/** @param {ReadonlyMap<string, string>} sections */
function writeSections(sections) {
  const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${new Date().toISOString().slice(0, 10)}.`
  const head = `# Results of \`npm run bench\`\n\nOne run on one machine: ${machine} Read the ratios.\n`
  const body = Object.keys(PARTS).flatMap((name) => (sections.has(name) ? [`<!-- ${name} -->\n\n${sections.get(name)}`] : []))
  writeFileSync(RESULTS, [head, ...body].join('\n'))
}
