/**
 * Every sentence of the story, every goal and the button, held against the trace: thousands of moments of random runs and of all recorded
 * ones. What is quoted was sent, what is said to be whole is whole, and the cause that is named was observed.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TransPartsProvider } from '../../../components/i18n/trans'
import { pillText } from '../../../components/stage/action-text'
import { storyText } from '../../../components/story/chapters/chapters'
import { TERMS } from '../../../components/story/chapters/story-terms'
import { beatOf } from '../../../components/story/facts/chapter'
import { goalsOf } from '../../../components/story/goals'
import { subjectOf } from '../../../components/tool-view/tool-progress'
import { DEFAULT_OPTIONS } from '../../../lib/model/run-options'
import type { EpochMs, Observation } from '../../../lib/protocol/observation'
import { parseRecording } from '../../../lib/trace/recording/recording'
import { snapshotAt } from '../../../lib/trace/snapshot'
import type { Snapshot } from '../../../lib/trace/snapshot-types'
import type { Trace } from '../../../lib/trace/trace'
import { ENGLISH } from '../../../lib/words/t'
import { LONG, runs, SEED } from '../../support/random'
import { type Page, untrue } from './claims'
import { randomRun } from './random-run'

const RUNS = runs(25)
/** Seeds that failed once. */
const PINNED: readonly number[] = []

function pageOf(snapshot: Snapshot): Page & { readonly chapter: string } {
  const subject = subjectOf(snapshot, DEFAULT_OPTIONS)
  const ledger = { ...snapshot.ledger, stored: snapshot.ledger.stored - snapshot.ledger.underway }
  const beat = beatOf(snapshot, subject)
  const { title, body } = storyText({ beat, subject, ledger, t: ENGLISH })
  const markup = renderToStaticMarkup(<TransPartsProvider value={TERMS}>{body}</TransPartsProvider>)
  const phase = snapshot.call?.settled ? 'settled' : 'running'
  const { label, hint, wire = '' } = pillText({ phase, snapshot, options: DEFAULT_OPTIONS })
  return {
    chapter: beat.chapter,
    story: `${title} ${textIn(markup)}`,
    goals: goalsOf({ beat, subject, ledger }, ENGLISH),
    pill: `${label}: ${hint} ${wire}`,
  }
}

const textIn = (markup: string): string =>
  markup
    .replaceAll(/<svg.*?<\/svg>/g, '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll(/\s+/g, ' ')

/** Says of the moment after each observation, and a while after the last, what is not so. Returns the chapters that were told. */
function hold({ observations }: Trace, name: string): readonly string[] {
  const found = new Map<string, string>()
  const chapters: string[] = []
  const look = (seen: readonly Observation[], at: EpochMs) => {
    const snapshot = snapshotAt({ observations: seen }, at)
    const page = pageOf(snapshot)
    chapters.push(page.chapter)
    for (const claim of untrue(page, { observations: seen, snapshot })) {
      if (!found.has(claim)) found.set(claim, `${name}, after ${seen.length}: ${page.story}`)
    }
  }
  for (const [i, { at }] of observations.entries()) look(observations.slice(0, i + 1), at)
  for (const later of [400, 5000]) look(observations, (observations.at(-1)?.at ?? 0) + later)
  expect([...found]).toEqual([])
  return chapters
}

async function holdRandom(seed: number): Promise<readonly string[]> {
  return hold(await randomRun(seed), `PTP_SEED=${seed} PTP_RUNS=1`)
}

test(`${RUNS} random runs from seed ${SEED}: at every moment the page says what is so`, { timeout: LONG }, async () => {
  const chapters: string[] = []
  for (let i = 0; i < RUNS; i++) chapters.push(...(await holdRandom(SEED + i)))
  const counts = Object.fromEntries([...new Set(chapters)].map((one) => [one, chapters.filter((each) => each === one).length]))
  console.info(`PTP_SEED=${SEED} PTP_RUNS=${RUNS}: ${chapters.length} moments: ${JSON.stringify(counts)}`)
})

test('at every moment of every recorded run the page says what is so', { timeout: LONG }, () => {
  const data = join(import.meta.dirname, '../../../lib/recordings/data')
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.recording.json'))
  expect(files.length).toBeGreaterThan(30)
  for (const file of files) hold(parseRecording(readFileSync(join(data, file), 'utf8')), file)
})

test('seeds that failed once', async () => {
  for (const seed of PINNED) await holdRandom(seed)
})
