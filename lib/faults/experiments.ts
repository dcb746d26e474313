/**
 * The header experiments: what a learner can send instead of the kept headers, what the specification (2025-11-25, basic/transports) says
 * of it, and a judge that reads the answer off the trace. Pure data and functions; what a server answered is never asserted here.
 */

import { STANDALONE, streamOf } from '../protocol/event-id'
import type { KeptHeaders, StreamName } from '../protocol/observation'
import { SENTENCES, type Sentence } from '../spec/sentences'
import type { ConnectionRecord, Snapshot } from '../trace/snapshot-types'
import { msg } from '../words/message'
import { ENGLISH, type Translate } from '../words/t'
import type { HeaderEdit, HeaderEdits } from './commands'

export type ExperimentId =
  | 'no-session-id'
  | 'no-last-event-id'
  | 'older-id'
  | 'other-stream-id'
  | 'other-session-id'
  | 'evicted-id'
  | 'made-up-id'
  | 'old-version'
  | 'unknown-version'

/** What an edit is built from: what is kept, what is known, and what was kept in the run before this one. */
export type ExperimentContext = { readonly kept: KeptHeaders; readonly snapshot: Snapshot; readonly previous?: KeptHeaders | undefined }

/** The edit, or why there is none yet. */
type Built = { readonly edits: HeaderEdits } | { readonly notYet: string }

export type Experiment = {
  readonly id: ExperimentId
  readonly title: string
  /** what is sent, and what is to be seen */
  readonly sentence: string
  readonly spec: Sentence
  /** statuses that follow the specification's word to the letter; empty where it is silent */
  readonly conforms: readonly number[]
  readonly build: (context: ExperimentContext) => Built
}

const leftOut: HeaderEdit = { kind: 'left-out' }
const value = (text: string): HeaderEdit => ({ kind: 'value', value: text })

export const EXPERIMENTS: readonly Experiment[] = [
  {
    id: 'no-session-id',
    title: 'Leave out Mcp-Session-Id',
    sentence: 'Resumes without saying which session: the server cannot know whose events are meant.',
    spec: SENTENCES['session-id-needed'],
    conforms: [400],
    build: () => ({ edits: { sessionId: leftOut } }),
  },
  {
    id: 'no-last-event-id',
    title: 'Leave out Last-Event-ID',
    sentence: 'A GET without a last event ID resumes nothing. It opens the standalone stream, and the call is not on it.',
    spec: SENTENCES['standalone-stream'],
    conforms: [200, 405],
    build: forCall(() => leftOut),
  },
  {
    id: 'older-id',
    title: 'An older id',
    sentence: 'Says less was received than was: the server sends again what the client already has.',
    spec: SENTENCES.replay,
    conforms: [200],
    build: forCall((context, stream) => {
      const received = idsReceived(context.snapshot, stream)
      const older = received[Math.max(0, received.length - 4)]
      return older === undefined || received.length < 2 ? msg('Receive two events first.') : value(older)
    }),
  },
  {
    id: 'other-stream-id',
    title: 'An id from another stream',
    sentence: 'A last event ID belongs to one stream. This one brings the events of the standalone stream, and none of the call.',
    spec: SENTENCES['no-other-stream'],
    conforms: [200],
    build: forCall(({ kept, snapshot }, stream) => {
      const other = kept.lastEventIds[STANDALONE] ?? firstKept(kept, stream) ?? idsReceived(snapshot, STANDALONE).at(-1)
      return other === undefined ? msg('No other stream has an id yet.') : value(other)
    }),
  },
  {
    id: 'other-session-id',
    title: 'An id from another session',
    sentence: 'The last event ID of the run before this one, sent in this session.',
    spec: SENTENCES['other-session-id'],
    conforms: [],
    build: forCall(({ previous }) => {
      const foreign = previous && Object.entries(previous.lastEventIds).findLast(([stream]) => stream !== STANDALONE)?.[1]
      return foreign === undefined ? msg('Run once more first: the id comes from the run before.') : value(foreign)
    }),
  },
  {
    id: 'evicted-id',
    title: 'An evicted id',
    sentence: 'An id the server knew, whose events had to make room. Replaying from it would leave a hole.',
    spec: SENTENCES['how-long-kept'],
    conforms: [],
    build: forCall(({ snapshot }, stream) => {
      const events = snapshot.streams.find(({ name }) => name === stream)?.events ?? []
      const evicted = events.find(({ evictedAt, id }) => evictedAt !== undefined && id !== undefined)?.id
      return evicted === undefined ? msg('Nothing of this call is evicted yet: let the server evict first.') : value(evicted)
    }),
  },
  {
    id: 'made-up-id',
    title: 'A made-up id',
    sentence: 'An id that no server ever handed out.',
    spec: SENTENCES['made-up-id'],
    conforms: [],
    build: forCall(() => value('made-up/42')),
  },
  {
    id: 'old-version',
    title: 'An old protocol version',
    sentence: 'Speaks of an older revision than the session agreed on.',
    spec: SENTENCES['version-header'],
    conforms: [200, 400],
    build: () => ({ edits: { protocolVersion: value('2025-03-26') } }),
  },
  {
    id: 'unknown-version',
    title: 'An unknown protocol version',
    sentence: 'Names a revision that never was.',
    spec: SENTENCES['version-unsupported'],
    conforms: [400],
    build: () => ({ edits: { protocolVersion: value('1999-01-01') } }),
  },
]

export function experimentOf(id: ExperimentId): Experiment {
  const found = EXPERIMENTS.find((experiment) => experiment.id === id)
  if (!found) throw new Error(`There is no experiment "${id}".`)
  return found
}

/**
 * `conforms`: what the specification asks for. `allowed`: it leaves this open, or only advises otherwise. `silent`: it says nothing.
 * `breaks`: it forbids this.
 */
type Verdict = { readonly verdict: 'conforms' | 'allowed' | 'silent' | 'breaks'; readonly sentence: string }

/** What the specification says of the answer that `connection` got, in the language of `t`; undefined while there is none. */
export function judge(
  experiment: Experiment,
  connection: ConnectionRecord,
  snapshot: Snapshot,
  t: Translate = ENGLISH,
): Verdict | undefined {
  const status = connection.answer?.status
  if (status === undefined) return undefined
  const wrong = forbiddenIn(experiment, connection, snapshot, t)
  if (wrong) return { verdict: 'breaks', sentence: wrong }
  const { level } = experiment.spec
  if (level === 'silent')
    return { verdict: 'silent', sentence: t('Answered {status}. The specification is silent here: the server chose this.', { status }) }
  if (experiment.conforms.includes(status))
    return { verdict: 'conforms', sentence: t('Answered {status}, which the specification allows.', { status }) }
  const said = { status, expected: experiment.conforms.join(t(' or ')) }
  if (level === 'MAY' || level === 'MUST NOT')
    return { verdict: 'allowed', sentence: t('Answered {status}. A server may replay, and need not: this one refuses.', said) }
  if (level === 'SHOULD') return { verdict: 'allowed', sentence: t('Answered {status}, where the specification advises {expected}.', said) }
  if (experiment.id === 'no-last-event-id' && status >= 400)
    return {
      verdict: 'silent',
      sentence: t('Answered {status}. The specification knows {expected} here, and says nothing of {status}.', said),
    }
  return { verdict: 'breaks', sentence: t('Answered {status}, where the specification demands {expected}.', said) }
}

/** The edited connection an experiment was answered on: the newest one. */
export function editedConnection(snapshot: Snapshot): ConnectionRecord | undefined {
  return snapshot.connections.findLast(({ edited }) => edited !== undefined)
}

/** What no experiment may bring about, read off the frames of the connection. */
function forbiddenIn({ id }: Experiment, connection: ConnectionRecord, snapshot: Snapshot, t: Translate): string | undefined {
  const asked = connection.lastEventId === undefined ? STANDALONE : streamIn(snapshot, connection.lastEventId)
  for (const frame of connection.frames) {
    if (frame.kind !== 'event' || frame.data === '' || frame.id === undefined) continue
    const event = snapshot.streams.flatMap(({ events }) => events).find((known) => known.id === frame.id)
    if (id === 'other-session-id' && event?.data !== frame.data && event?.storedAt !== undefined)
      return t('{id} is not what this session stored: an event of another session came.', { id: frame.id })
    const stream = event?.stream
    if (stream === undefined || asked === undefined || stream === asked) continue
    return t('Asked for {asked}, and {id} came: a message of another stream must not be replayed.', { asked, id: frame.id })
  }
  return undefined
}

function streamIn(snapshot: Snapshot, id: string): StreamName | undefined {
  return snapshot.streams.find(({ events }) => events.some((event) => event.id === id))?.name ?? streamOf(id)
}

/** An edit of the call's last event ID. */
function forCall(edit: (context: ExperimentContext, stream: StreamName) => HeaderEdit | string): Experiment['build'] {
  return (context) => {
    const stream = context.snapshot.stage.call?.name
    if (stream === undefined || context.kept.lastEventIds[stream] === undefined) return { notYet: msg('The call has no event id yet.') }
    const made = edit(context, stream)
    return typeof made === 'string' ? { notYet: made } : { edits: { lastEventIds: { [stream]: made } } }
  }
}

/** In the order of the stream. */
function idsReceived(snapshot: Snapshot, stream: StreamName): readonly string[] {
  const events = snapshot.streams.find(({ name }) => name === stream)?.events ?? []
  return events.flatMap(({ id, receipts }) => (id !== undefined && receipts.length > 0 ? [id] : []))
}

function firstKept(kept: KeptHeaders, but: StreamName): string | undefined {
  return Object.entries(kept.lastEventIds).find(([stream]) => stream !== but)?.[1]
}
