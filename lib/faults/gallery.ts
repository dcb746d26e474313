/**
 * Servers broken on purpose, each after a real and public bug. Data. What a run shows of a bug is computed from its
 * trace (lib/trace/diagnosis/diagnosis.ts), never read from here.
 */

import type { ServerKind } from '../model/run-options'
import { SENTENCES, type Sentence } from '../spec/sentences'
import type { FaultId } from './faults'

export const BUGS = [
  'replays-nothing',
  'across-streams',
  'response-cleared',
  'no-priming',
  'taken-when-written',
  'random-ids',
  'stale-cursor',
  'shifting-position',
  'never-ends',
  'from-the-start',
  'handoff-gap',
  'survives-delete',
] as const

export type BugId = (typeof BUGS)[number]

/** Every value of `?server=`. */
export const SERVER_KINDS: readonly ServerKind[] = ['ours', 'sdk', 'sdk-example', ...BUGS.map((bug) => `broken-${bug}` as const)]

/** What brings it to light: a fault of the panel (a FaultId), in the order to set them. */
type Provocation = {
  readonly faults: readonly FaultId[]
  /** for the learner, in one sentence */
  readonly how: string
}

type Bug = {
  readonly id: BugId
  readonly title: string
  /** what the server does wrong */
  readonly sentence: string
  /** the same mistake, or its like, in public */
  readonly reference: { readonly name: string; readonly url: string }
  /** what to look for in the trace */
  readonly symptom: string
  /** the sentence of the specification that it breaks, or that it stands beside where the specification is silent */
  readonly spec: Sentence
  readonly provoke: Provocation
}

const github = (repository: string, number: number, kind: 'issues' | 'pull' = 'issues') => ({
  name: `${repository}#${number}`,
  url: `https://github.com/${repository}/${kind}/${number}`,
})

const CUT: Provocation = { faults: ['yank'], how: 'Pull the plug in the middle of the run, wait for a few events, plug back in.' }
const CUT_LATE: Provocation = { faults: ['yank'], how: 'Pull the plug, wait until the response is stored, plug back in.' }

export const GALLERY: Readonly<Record<BugId, Bug>> = {
  'replays-nothing': {
    id: 'replays-nothing',
    title: 'The resume that stays silent',
    sentence: 'The server cannot read the stream out of its own event ID, so it accepts the resume, and then says nothing, for ever.',
    reference: github('modelcontextprotocol/typescript-sdk', 943),
    symptom: 'A GET with Last-Event-ID is answered 200, and nothing comes on it, while the server stores more and more.',
    spec: SENTENCES['ids-tell-stream'],
    provoke: CUT,
  },
  'across-streams': {
    id: 'across-streams',
    title: 'Events of another stream',
    sentence: 'The server keeps one list for all streams, and replays everything after the last event ID, whichever stream it is of.',
    reference: github('modelcontextprotocol/servers', 4087),
    symptom: 'On the connection that resumes a call, an event of the standalone stream comes through.',
    spec: SENTENCES['no-other-stream'],
    provoke: CUT,
  },
  'response-cleared': {
    id: 'response-cleared',
    title: 'Cleared too early',
    sentence: 'The server clears the record of a stream when its response is stored, so a client that was away then never gets it.',
    reference: github('cloudflare/agents', 1607, 'pull'),
    symptom: 'After the response is stored every resume is answered 200 and ends at once, with nothing in it.',
    spec: SENTENCES['replay-whole'],
    provoke: CUT_LATE,
  },
  'no-priming': {
    id: 'no-priming',
    title: 'No id to begin with',
    sentence: 'The server sends no id before the first message, so a client that is cut before it cannot come back.',
    reference: github('UsefulSoftwareCo/executor', 1351),
    symptom: 'The first event of the call already carries a message; there is no event with an id and empty data before it.',
    spec: SENTENCES.priming,
    provoke: { faults: ['yank'], how: 'Look at the first event of the call; then start again and pull the plug before it comes.' },
  },
  'taken-when-written': {
    id: 'taken-when-written',
    title: 'A queue, not a store',
    sentence: 'The server takes an event out of its queue when it writes it, so what was on the way when the cable was cut is gone.',
    reference: github('zhayujie/CowAgent', 3014, 'pull'),
    symptom: 'A resume brings what was stored while the plug was out, but not the events that were written just before.',
    spec: SENTENCES['replay-whole'],
    provoke: {
      faults: ['yank-mid-frame'],
      how: 'Pull the plug in the middle of a frame: the server has written it, and it was not received.',
    },
  },
  'random-ids': {
    id: 'random-ids',
    title: 'Ids that mean nothing',
    sentence: 'The server gives each frame a random id and keeps no note of it, so no resume can ever find its place.',
    reference: github('Intense-Visions/harness-engineering', 678, 'pull'),
    symptom: 'The ids that come through are none that the server has stored, and every resume is refused.',
    spec: SENTENCES['ids-unique'],
    provoke: CUT,
  },
  'stale-cursor': {
    id: 'stale-cursor',
    title: 'The gap nobody mentions',
    sentence: 'When the events after the last event ID were evicted, the server replays what it still has, as if nothing were missing.',
    reference: github('kenn-io/forge', 360, 'pull'),
    symptom: 'After an eviction the resume is answered 200 and skips events, which are lost; the client is told nothing.',
    spec: SENTENCES['unserved-id'],
    provoke: { faults: ['yank', 'evict'], how: 'Pull the plug, wait for a few events, evict all but two, plug back in.' },
  },
  'shifting-position': {
    id: 'shifting-position',
    title: 'A position that shifts',
    sentence:
      'The server takes the number in the id for a position in its list. When the list loses its oldest events, the position shifts.',
    reference: github('razzant/ouroboros', 136),
    symptom:
      'The server evicted only events that the client already had. The resume then skips the same number of events that the client does not have.',
    spec: SENTENCES['replay-whole'],
    provoke: { faults: ['evict', 'yank'], how: 'Evict all but a few events while connected, pull the plug at once, plug back in.' },
  },
  'never-ends': {
    id: 'never-ends',
    title: 'The replay that never ends',
    sentence: 'The server replays the response and leaves the connection open, although nothing can follow.',
    reference: github('modelcontextprotocol/typescript-sdk', 2558),
    symptom: 'The response has come through on a resumed connection, and the server does not end it.',
    spec: SENTENCES['end-after-response'],
    provoke: CUT,
  },
  'from-the-start': {
    id: 'from-the-start',
    title: 'Everything again',
    sentence: 'The server begins every resume with the first event of the stream, whatever the last event ID says.',
    reference: github('feder-cr/invisible_playwright_mcp', 1263, 'pull'),
    symptom: 'A resume brings events that had been received before the cut: the ledger counts duplicates.',
    spec: SENTENCES['replay-only-after'],
    provoke: CUT,
  },
  'handoff-gap': {
    id: 'handoff-gap',
    title: 'Between replay and live',
    sentence: 'The server reads what it has to replay, and only then begins to listen: an event stored in between reaches nobody.',
    reference: github('modelcontextprotocol/python-sdk', 3541, 'pull'),
    symptom: 'The replay comes, later events come, and one between them does not.',
    spec: SENTENCES['replay-whole'],
    provoke: CUT,
  },
  'survives-delete': {
    id: 'survives-delete',
    title: 'The session that would not die',
    sentence: 'The server says that the session has ended, and goes on answering under its id.',
    reference: github('agentfront/frontmcp', 280),
    symptom: 'A request that names the ended session is answered 200 instead of 404.',
    spec: SENTENCES['ended-404'],
    provoke: { faults: ['end-session'], how: 'End the session on the server while a call runs, and watch the call go on.' },
  },
}

/** The bug of a server kind, when it is one of the gallery. */
export function bugOf(server: string | undefined): BugId | undefined {
  return BUGS.find((bug) => server === `broken-${bug}`)
}

/** The number that stands for a bug as long as it is to be found. */
export const caseNumber = (bug: BugId): number => BUGS.indexOf(bug) + 1
