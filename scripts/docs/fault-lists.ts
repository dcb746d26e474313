/** The faults, the header experiments and the gallery of broken servers as lists, from the data that the panel shows. */
import { EXPERIMENTS, type ExperimentId } from '../../lib/faults/experiments'
import { FAULTS } from '../../lib/faults/fault-list'
import type { Fault, FaultId } from '../../lib/faults/faults'
import { BUGS, GALLERY } from '../../lib/faults/gallery'
import { SECTIONS } from '../../lib/spec/page'
import type { Sentence } from '../../lib/spec/sentences'
import { item } from './lines'

/** Where each fault is tested: names of test/fuzz/<name>.test.ts and e2e/<name>.spec.ts. */
const TESTS: Readonly<Record<FaultId, readonly string[]>> = {
  yank: ['network-faults'],
  'yank-before-priming': ['network-faults'],
  'yank-after-priming': ['network-faults'],
  'yank-stored-unwritten': ['network-faults', 'playground-faults'],
  'yank-mid-frame': ['network-faults', 'playground-faults'],
  'yank-before-response': ['network-faults'],
  'yank-in-replay': ['network-faults'],
  'yank-in-wait': ['network-faults', 'playground-faults'],
  silence: ['network-faults', 'playground-faults'],
  slow: ['network-faults', 'playground-faults'],
  'idle-proxy': ['network-faults', 'playground-faults'],
  'polite-close': ['server-faults'],
  'restart-forgetting': ['server-faults', 'http'],
  'restart-keeping': ['server-faults', 'http'],
  'end-session': ['server-faults'],
  'expire-session': ['server-faults'],
  evict: ['server-faults'],
  'json-answer': ['stock'],
  reload: ['reload', 'cuts'],
  'close-tab': ['tabs'],
  'second-tab': ['tabs'],
  impatient: ['client-faults'],
}

/** What our server answers to each experiment, and what the judge says of it. test/fuzz/client-faults.test.ts asserts it. */
const ANSWERS: Readonly<Record<ExperimentId, string>> = {
  'no-session-id': '400: conforms',
  'no-last-event-id': '200, the standalone stream: conforms',
  'older-id': '200, with duplicates: conforms',
  'other-stream-id': '200, the events of that stream: conforms',
  'other-session-id': '400 (200 when this session has handed out the same id: its own events): silent',
  'evicted-id': '400: silent',
  'made-up-id': '400: silent',
  'old-version': '200: conforms',
  'unknown-version': '400: conforms',
}

const ENDS: Readonly<Record<Fault['ends'], string>> = {
  resumed: 'resumed',
  'call-fails': 'the call fails with its reason',
  'new-session': 'a new session',
}

const GROUPS: Readonly<Record<Fault['group'], string>> = { network: 'The network', server: 'The server', client: 'The client' }

const specText = ({ level, says, section }: Sentence) => `${level}: ${says} (${SECTIONS[section].title})`

export function faultLines(): string[] {
  return Object.entries(GROUPS).flatMap(([group, title], index) => [
    ...(index > 0 ? [''] : []),
    `### ${title}`,
    '',
    ...FAULTS.filter((fault) => fault.group === group).flatMap(faultItem),
  ])
}

const faultItem = ({ id, title, sentence, spec, ends }: Fault): string[] => [
  ...item('- ', `**${title}** (\`${id}\`). ${sentence}`),
  ...item('  - ', specText(spec)),
  ...item('  - ', `Ends: ${ENDS[ends]}. Tests: ${TESTS[id].map((name) => `\`${name}\``).join(', ')}.`),
]

export const experimentLines = (): string[] =>
  EXPERIMENTS.flatMap(({ id, title, sentence, spec }) => [
    ...item('- ', `**${title}** (\`${id}\`). ${sentence}`),
    ...item('  - ', specText(spec)),
    ...item('  - ', `Our server: ${ANSWERS[id]}.`),
  ])

export const galleryLines = (): string[] =>
  BUGS.flatMap((id) => {
    const { title, sentence, symptom, reference, spec } = GALLERY[id]
    return [
      ...item('- ', `**${title}** (\`broken-${id}\`). ${sentence}`),
      ...item('  - ', `After [${reference.name}](${reference.url}).`),
      ...item('  - ', `The trace shows: ${symptom}`),
      ...item('  - ', specText(spec)),
    ]
  })

/** The test files named by the lists. */
export const testsNamed = (): readonly string[] => [...new Set(Object.values(TESTS).flat())]
