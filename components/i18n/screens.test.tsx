/**
 * Every screen is in one language: drawn with a made-up one in place of German, no screen shows a word without its marks. Nothing but the
 * folder lib/words/de is replaced, so this is also the proof that the folder of a language is all of it.
 */
import type { ReactNode } from 'react'
import { prerenderToNodeStream } from 'react-dom/static'
import { afterAll, describe, expect, test, vi } from 'vitest'
import NotesPage from '../../app/de/classroom/notes/page'
import ClassroomPage from '../../app/de/classroom/page'
import CoveragePage from '../../app/de/coverage/page'
import ErrorPage from '../../app/de/error'
import LessonPage from '../../app/de/lessons/[slug]/[[...step]]/page'
import ListPage from '../../app/de/lessons/page'
import HomePage from '../../app/de/page'
import { Words } from '../../app/de/words'
import { SCENARIOS } from '../../lib/embed/scenarios/scenarios'
import { FAULTS } from '../../lib/faults/fault-list'
import { BUGS } from '../../lib/faults/gallery'
import { LESSON_LIST } from '../../lib/lessons/list'
import { loadLesson } from '../../lib/lessons/text/load-lesson'
import { DEFAULT_OPTIONS } from '../../lib/model/run-options'
import { PICTURES } from '../../lib/model/tools/pictures'
import { recordedLesson } from '../../lib/recordings/lesson-runs'
import { recordedFor } from '../../lib/recordings/scenarios'
import { snapshotAt } from '../../lib/trace/snapshot'
import { extentOf, type Trace } from '../../lib/trace/trace'
import { resumedRun } from '../../test/support/trace/fixtures'
import { pseudo } from '../../test/support/words/pseudo'
import { unmarkedIn } from '../../test/support/words/unmarked'
import { LessonBar } from '../app-bar/lesson-bar'
import { RunBar } from '../app-bar/run-settings'
import { RunTerms } from '../app-bar/server-choice'
import { EmbedFoot } from '../embed/embed-foot'
import { EmbedPoster } from '../embed/embed-poster'
import { EmbedStage } from '../embed/embed-stage'
import { createEarly } from '../embed/hydration/early'
import { LitProvider } from '../fates/term'
import { FaultPanel } from '../faults/fault-panel'
import { Case } from '../inspector/check/case'
import { Inspector } from '../inspector/inspector'
import { Panel } from '../inspector/panel'
import { TABS } from '../inspector/tabs'
import { LessonPaper } from '../lesson/paper/lesson-paper'
import { Playground } from '../playground'
import { StepFigure } from '../print/step-figure'
import { OfferRefused } from '../share/scenario-offer'
import { ShareMenu } from '../share/share-menu'
import { ExperimentCard } from '../story/experiment-card'
import { PlaygroundProvider } from '../use-playground'

const at = vi.hoisted(() => {
  Object.assign(globalThis, { location: new URL('https://here.example/de') })
  return { path: '/de' }
})

vi.mock('next/navigation', () => ({
  usePathname: () => at.path,
  notFound: () => expect.unreachable('every page that is drawn here exists'),
}))
vi.mock('../../lib/words/de/index', async () => {
  const { PSEUDO } = await import('../../test/support/words/pseudo')
  return { GERMAN: PSEUDO, PARTS: [PSEUDO] }
})
vi.mock('../../lib/words/de/pages/index', () => ({ PAGE_PARTS: [] }))
vi.mock('../../lib/words/de/lessons/index', async () => ({
  LESSON_TEXTS: (await import('../../test/support/words/pseudo')).PSEUDO_LESSONS,
}))

/** What is the same in every language, word by word. Each is on some screen. */
const LITERALS: readonly RegExp[] = [
  // the name of this app, and of what it is written with
  /^(?:Pull|the|Plug)$/,
  // the keywords of RFC 2119, languages of code
  /^(?:MUST|SHOULD|MAY|NOT)$/,
  /^(?:TypeScript|Python)$/,
  // HTTP, JSON-RPC and the headers of MCP
  /^(?:GET|POST|DELETE)$/,
  /^(?:Mcp-Session-Id|Last-Event-ID|MCP-Protocol-Version):?$/,
  /^(?:initialize|notifications\/\w+|tools\/\w+|message)$/,
  /^(?:id|event|data|retry):$/,
  // ids of connections, streams and events; tools
  /^(?:call-\d+|get)(?:[/#]\d+)?$/,
  /^[\da-f]{4}(?:…|0000-0000-0000-0000-00000000)[\da-f]{4}$/,
  /^(?:paint_picture|tell_story|countdown)$/,
  // addresses, an issue of another project, units
  /^[\w-]+\/[\w-]+#\d+$/,
  /^https:\/\/\S+$/,
  /^(?:ms|s|B|KB)$/,
]
/** A message, as on the wire. */
const JSON_TEXT = /\{".*\}/s

const used = new Set<RegExp>()

const isLiteral = (word: string): boolean => {
  const literal = LITERALS.find((one) => one.test(word))
  if (literal) used.add(literal)
  return literal !== undefined || !/\p{L}{2,}/u.test(word)
}

/** A value whose end is always shown is one text in two elements (components/shared/middle-ellipsis.tsx). */
const MIDDLE_ELLIPSIS = /(<span[^>]* data-value=""[^>]*>[^<]*)<span class="absolute right-0">([^<]*)<\/span>/g

async function unmarkedOn(screen: ReactNode): Promise<string[]> {
  const { prelude } = await prerenderToNodeStream(<Words>{screen}</Words>)
  const parts: Uint8Array[] = []
  for await (const part of prelude) parts.push(part as Uint8Array)
  const html = Buffer.concat(parts).toString('utf8')
  expect(html).toContain('⟦')
  return [...new Set(unmarkedIn(html.replace(MIDDLE_ELLIPSIS, '$1$2'), 'de'))].filter(
    (words) =>
      !words
        .replace(JSON_TEXT, '')
        .split(/[\s,()]+/)
        .every(isLiteral),
  )
}

/** Moments of a run, its end last. */
function momentsOf(trace: Trace): readonly number[] {
  const { from, to } = extentOf(trace) ?? { from: 0, to: 0 }
  return [0.2, 0.6, 1].map((share) => from + (to - from) * share)
}

const onStage = (trace: Trace, moment: number, screen: ReactNode) => (
  <PlaygroundProvider recording={trace} opensAt={moment}>
    <LitProvider>{screen}</LitProvider>
  </PlaygroundProvider>
)

const lessonRuns = await Promise.all(
  LESSON_LIST.map(async ({ slug }) => (await recordedLesson(slug)).map(({ trace }, i) => ({ name: `${slug}, step ${i + 1}`, trace }))),
)
const RUNS = [...SCENARIOS.map(({ name }) => ({ name, trace: recordedFor(name).trace })), ...lessonRuns.flat()]
const CHOICES = PICTURES.map(({ name, title }) => ({ name, title }))
const nothing = () => {}

/** Runs with a card of an experiment. */
const cards = new Set<Trace>()

describe('a page', () => {
  test.each([
    ['the playground', '/de', () => <HomePage />],
    ['the list of lessons', '/de/lessons', () => <ListPage />],
    ['the table of rules', '/de/coverage', () => <CoveragePage />],
    ['the classroom', '/de/classroom', () => <ClassroomPage />],
    ['the notes', '/de/classroom/notes', () => <NotesPage />],
    ['what stands for a page that failed', '/de', () => <ErrorPage error={new Error('')} reset={nothing} />],
  ])('%s', async (_, path, page) => {
    at.path = path
    expect(await unmarkedOn(page())).toEqual([])
  })

  const STEPS = lessonRuns.flatMap((runs, i) => runs.map((_, step) => [LESSON_LIST[i]?.slug ?? '', step + 1] as const))
  test.each(STEPS)('lesson %s, step %i', async (slug, step) => {
    at.path = `/de/lessons/${slug}${step > 1 ? `/${step}` : ''}`
    const params = Promise.resolve({ slug, ...(step > 1 && { step: [String(step)] }) })
    expect(await unmarkedOn(await LessonPage({ params }))).toEqual([])
  })
})

describe.each(RUNS)('the run $name', ({ trace }) => {
  test('on stage and in the story, at several moments', async () => {
    for (const moment of momentsOf(trace)) expect(await unmarkedOn(onStage(trace, moment, <Playground pictures={CHOICES} />))).toEqual([])
  })

  test.each(TABS)('in the inspector: %s', async (tab) => {
    expect(await unmarkedOn(onStage(trace, momentsOf(trace).at(-1) ?? 0, <Panel tab={tab} onClose={nothing} />))).toEqual([])
  })

  test('on paper', async () => {
    const figure = (
      <StepFigure
        trace={trace}
        at={momentsOf(trace).at(-1) ?? 0}
        next={DEFAULT_OPTIONS}
        title={pseudo('Step')}
        address="https://a.example/"
      />
    )
    expect(await unmarkedOn(figure)).toEqual([])
  })
})

describe('what opens', () => {
  const trace = resumedRun()
  const moment = momentsOf(trace).at(-1) ?? 0
  const draw = (screen: ReactNode) => unmarkedOn(onStage(trace, moment, screen))

  test.each(FAULTS.map(({ id }) => id))('the panel of faults at %s', async (id) => {
    expect(await draw(<FaultPanel at={id} onClose={nothing} />)).toEqual([])
  })

  test.each(BUGS)('the case of the bug %s', async (bug) => {
    expect(await draw(<Case bug={bug} session="s" found={[]} answer={{ told: true }} />)).toEqual([])
  })

  test.each([
    ['keep and share', () => <ShareMenu onDone={nothing} />],
    [
      'the settings of a run',
      () => <RunBar options={DEFAULT_OPTIONS} phase="settled" pictures={CHOICES} onChange={nothing} onRun={nothing} />,
    ],
    ['the choice of a server', () => <RunTerms options={DEFAULT_OPTIONS} onChange={nothing} />],
    ['the bar of a lesson', () => <LessonBar />],
    ['the tabs of the inspector', () => <Inspector />],
    ['a scenario that is refused', () => <OfferRefused refusal={pseudo('Refused.')} />],
    ['the foot of an embed', () => <EmbedFoot />],
  ])('%s', async (_, screen) => {
    expect(await draw(screen())).toEqual([])
  })
})

test.each(RUNS.filter(({ name }) => name.startsWith('refused')))('the card of an experiment, in the run $name', async ({ trace }) => {
  const moment = momentsOf(trace).at(-1) ?? 0
  const snapshot = snapshotAt(trace, moment)
  if (snapshot.connections.some(({ edited }) => edited)) cards.add(trace)
  const card = <ExperimentCard snapshot={snapshot} />
  if (cards.has(trace)) expect(await unmarkedOn(onStage(trace, moment, card))).toEqual([])
})

describe('an embed', () => {
  test.each(SCENARIOS)('$name, and its picture', async (scenario) => {
    const recorded = recordedFor(scenario.name)
    expect(await unmarkedOn(<EmbedStage scenario={scenario} recorded={recorded} early={createEarly(scenario.name)} />)).toEqual([])
    expect(await unmarkedOn(onStage(recorded.trace, recorded.opensAt, <EmbedPoster scenario={scenario} />))).toEqual([])
  })
})

describe('a lesson on paper', () => {
  test.each(LESSON_LIST.map(({ slug }) => slug))('%s', async (slug) => {
    const lesson = await loadLesson(slug, 'de')
    if (!lesson) return expect.unreachable('every lesson is there')
    const recorded = await recordedLesson(slug)
    const paper = <LessonPaper lesson={lesson} recorded={recorded} number={1} />
    expect(await unmarkedOn(onStage(recorded[0]?.trace ?? resumedRun(), 0, paper))).toEqual([])
  })
})

afterAll(() => {
  expect(cards.size).toBeGreaterThan(0)
  expect(LITERALS.filter((literal) => !used.has(literal))).toEqual([])
})

describe('the search for words without marks', () => {
  test('finds text and what is read aloud, and leaves code and other languages out', () => {
    const html = `<p title="Over here">⟦Ä <b>märk</b>⟧ rest<!-- --> <code>GET /mcp</code> <span lang="en">wire</span><input placeholder="⟦ök⟧"/></p>`
    expect(unmarkedIn(html, 'de')).toEqual(['Over here', 'rest'])
  })

  test('is helped by words that are longer, and keep their places and marks', () => {
    expect(pseudo('{n} <b>rows</b>')).toBe('⟦{n} <b>röwš</b>··⟧')
    expect(pseudo('a [stream](stream) of `id`s')).toBe('⟦á [štréám](stream) öf `id`š······⟧')
  })
})
