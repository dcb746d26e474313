/**
 * The English catalogue, which no file has as one: every message that the sources mark, and those of the lists that are looked up by their
 * entries. For tests only.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WORDS } from '../../../components/tool-view/tool-progress'
import { SCENARIOS } from '../../../lib/embed/scenarios/scenarios'
import { EXPERIMENTS } from '../../../lib/faults/experiments'
import { FAULTS } from '../../../lib/faults/fault-list'
import { GALLERY } from '../../../lib/faults/gallery'
import { PICTURES } from '../../../lib/model/tools/pictures'
import { detailTemplates } from '../../../lib/protocol/fault-detail-text'
import { reasonTemplates } from '../../../lib/protocol/reason-text'
import { COVERAGE } from '../../../lib/spec/coverage'
import { SENTENCES } from '../../../lib/spec/sentences'
import { extractMessages } from './extract-messages'

const ROOT = join(import.meta.dirname, '../../..')

const sourcesIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|rules)\.tsx?$/.test(file))

/** Lessons mark messages by ids: their words are complete by type. */
const BY_ID = /^lib\/lessons\/(?:\d\d-[^/]+|judge)\//

const read = (file: string) => ({ file, ...extractMessages(file, readFileSync(join(ROOT, file), 'utf8')) })

/** The sources of the screens, each with the messages it marks and the words it writes past the catalogue. */
export const SCREENS = ['app', 'components'].flatMap(sourcesIn).sort().map(read)

/** What lib says reaches the screen as messages: announcements, notices, reasons. */
export const LIB = sourcesIn('lib')
  .filter((file) => !BY_ID.test(file))
  .map(read)

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** Lists whose entries are looked up, by what they are. */
export const LISTS: Readonly<Record<string, readonly string[]>> = {
  'every fault: its title, its sentence, what the specification says': FAULTS.flatMap(({ title, sentence, spec }) => [
    title,
    sentence,
    spec.says,
  ]),
  'every bug of the gallery: title, sentence, symptom, what the specification says, how to bring it out': Object.values(GALLERY).flatMap(
    ({ title, sentence, symptom, spec, provoke }) => [title, sentence, symptom, spec.says, provoke.how],
  ),
  'every experiment with the kept headers': EXPERIMENTS.flatMap(({ title, sentence, spec }) => [title, sentence, spec.says]),
  'every reason and detail that a trace carries': [...reasonTemplates(), ...detailTemplates()],
  'every sentence of the specification': Object.values(SENTENCES).map(({ says }) => says),
  'every rule of the specification, and what to look at': COVERAGE.flatMap(({ title, rules }) => [
    title,
    ...rules.flatMap(({ says, look }) => [says, look]),
  ]),
  'every scenario to embed': SCENARIOS.flatMap(({ title, sentence }) => [title, sentence]),
  'the name of every picture': PICTURES.flatMap(({ name, title }) => [capital(name), title]),
  'the words of every tool': Object.values(WORDS)
    .flatMap((words) => Object.values(words))
    .map((one) => (typeof one === 'string' ? one : one.other)),
}

/** Every message; of a plural its form `other`, which is its key. */
export const ENGLISH_MESSAGES: ReadonlySet<string> = new Set([
  ...[...SCREENS, ...LIB].flatMap(({ looked }) => looked),
  ...Object.values(LISTS).flat(),
])
