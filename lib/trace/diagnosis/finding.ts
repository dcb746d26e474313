/**
 * What a diagnosis finds, as data: which rule was broken, what exactly was seen, and the events and connections it stands on. Words are made
 * of it in lib/words/run/findings.ts.
 */
import type { BugId } from '../../faults/gallery'
import type { ConnectionId, EventId, StreamName } from '../../protocol/observation'

export type FindingKind =
  | 'silent-resume'
  | 'empty-resume'
  | 'skipped'
  | 'skipped-evicted'
  | 'skipped-shifted'
  | 'skipped-between'
  | 'repeated'
  | 'foreign'
  | 'never-ends'
  | 'no-priming'
  | 'no-ids'
  | 'ids-change'
  | 'resume-refused'
  | 'out-of-order'
  | 'ended-answers'

/** What was seen. `after`: the last event ID of the resume. */
export type FindingParams =
  /** the first event of a call carried a message */
  | { readonly seen: 'first-carries-message' }
  | { readonly seen: 'without-id' }
  /** the first of the events came through under the id `id` */
  | { readonly seen: 'other-id'; readonly id: EventId }
  | { readonly seen: 'other-stream'; readonly stream: StreamName }
  | { readonly seen: 'open-after-response' }
  | { readonly seen: 'served-after-end'; readonly reason: string }
  | { readonly seen: ResumeSeen; readonly after: EventId }
  | { readonly seen: 'refused'; readonly after: EventId; readonly status: number }

/** What a resume brought, or did not. */
export type ResumeSeen =
  | 'brought-again'
  | 'left-out-evicted'
  | 'left-out-shifted'
  | 'left-out-between'
  | 'left-out'
  | 'accepted-evicted'
  | 'ended-empty'
  | 'silent'
  | 'brought-late'

export type Finding = {
  readonly kind: FindingKind
  readonly params: FindingParams
  /** keys of the events it stands on */
  readonly events: readonly string[]
  readonly connections: readonly ConnectionId[]
  readonly stream?: StreamName
  /** the bugs of the gallery that show it */
  readonly bugs: readonly BugId[]
}

export const BUGS_OF: Readonly<Record<FindingKind, readonly BugId[]>> = {
  'silent-resume': ['replays-nothing'],
  'empty-resume': ['response-cleared'],
  skipped: ['taken-when-written'],
  'skipped-evicted': ['stale-cursor'],
  'skipped-shifted': ['shifting-position'],
  'skipped-between': ['handoff-gap'],
  repeated: ['from-the-start'],
  foreign: ['across-streams'],
  'never-ends': ['never-ends'],
  'no-priming': ['no-priming'],
  'no-ids': [],
  'ids-change': ['random-ids'],
  'resume-refused': [],
  'out-of-order': [],
  'ended-answers': ['survives-delete'],
}
