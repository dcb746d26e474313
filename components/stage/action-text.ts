/**
 * What the one big button says, does and promises, for every state of a run. Words only: nothing here looks at the wire.
 */

import type { HeaderEdits } from '../../lib/faults/commands'
import type { Phase, RunOptions } from '../../lib/model/run-options'
import { STANDALONE } from '../../lib/protocol/event-id'
import type { Snapshot } from '../../lib/trace/snapshot-types'
import type { Params } from '../../lib/words/format'
import { msg } from '../../lib/words/message'
import type { Problem } from '../../lib/words/run/problem'
import { ENGLISH, type Translate } from '../../lib/words/t'
import { editedLines } from '../kept-headers/header-edits'
import { subjectKindOf, WORDS } from '../tool-view/tool-progress'

export type PillText = {
  readonly label: string
  /** one line under the button: what pressing it will do, or why it cannot be pressed; `hintParts` fill its places */
  readonly hint: string
  readonly hintParts?: Params
  /** the part of the hint that is wire text, if any */
  readonly wire?: string
  readonly act: 'start' | 'pull' | 'push' | 'ask' | 'wait'
}

type PillSituation = {
  readonly phase: Phase
  /** what acting will meet: the newest snapshot, or on the recording the one at the playhead */
  readonly snapshot: Snapshot
  readonly options: RunOptions
  readonly problem?: Problem
  /** what the next resume sends instead of what was kept */
  readonly edits?: HeaderEdits
  /** for the lines of edited headers; English when left out */
  readonly t?: Translate
}

export function pillText({ phase, snapshot, options, problem, edits, t = ENGLISH }: PillSituation): PillText {
  const words = WORDS[subjectKindOf(options.tool)]
  if (phase === 'recorded')
    return snapshot.connections.length > 0
      ? recordedText(snapshot)
      : { label: words.first, hint: msg('Opens a session, calls the tool.'), act: 'start' }
  if (phase === 'starting') return { label: msg('Connecting'), hint: msg('Opening a session on the server.'), act: 'wait' }
  if (problem?.kind === 'session-ended' || (snapshot.session?.state === 'ended' && knowsItsEnd(snapshot)))
    return { label: msg('Start a new session'), hint: msg('This session has ended. A new one begins with initialize.'), act: 'start' }
  if (snapshot.plug === 'out') return outText(snapshot, edits, t)
  if (snapshot.refused?.edited && phase === 'running') return refusedText(snapshot)
  if (phase === 'settled') {
    const same = snapshot.call?.tool === options.tool
    return { label: same ? words.again : words.first, hint: msg('Opens a new session, calls the tool.'), act: 'start' }
  }
  return { label: msg('Pull the plug'), hint: msg('Cuts every open connection, mid-byte.'), act: 'pull' }
}

/** Behind a pulled plug nobody tells the client that the server has ended the session: it has to come back and be answered 404. */
function knowsItsEnd({ plug, connections }: Snapshot): boolean {
  return plug === 'in' || connections.some(({ answer, edited }) => answer?.status === 404 && !edited)
}

/** The recording can be plugged back in, once: it then plays what came of it. Everything else is for a live run. */
function recordedText({ plug, stage, kept }: Snapshot): PillText {
  const id = stage.call && kept.lastEventIds[stage.call.name]
  return plug === 'out'
    ? {
        label: msg('Plug back in'),
        ...(id
          ? { hint: msg('Replays what happened next: the client reconnects and sends'), wire: `Last-Event-ID: ${id}` }
          : { hint: msg('Replays what happened next.') }),
        act: 'push',
      }
    : { label: msg('Start a live run'), hint: msg('That was recorded. Now pull the plug yourself.'), act: 'start' }
}

/** The learner's headers did not resume the stream; the kept ones still can. */
function refusedText({ refused, stage, kept }: Snapshot): PillText {
  const stream = refused?.stream ?? stage.call?.name
  const id = stream === undefined ? undefined : kept.lastEventIds[stream]
  const another = refused?.reason.code === 'another-stream'
  return {
    label: msg('Ask again as kept'),
    ...(another
      ? { hint: msg('Another stream came. Sends GET with') }
      : refused?.status === undefined
        ? { hint: msg('It was not resumed. Sends GET with') }
        : { hint: msg('Answered {status}. Sends GET with'), hintParts: { status: refused.status } }),
    ...(id === undefined ? {} : { wire: `Last-Event-ID: ${id}` }),
    act: 'ask',
  }
}

function outText({ session, kept, stage, call }: Snapshot, edits: HeaderEdits | undefined, t: Translate): PillText {
  const label = msg('Plug back in')
  const [first, ...more] = editedLines(edits, t)
  if (first !== undefined) {
    if (more.length === 0) return { label, hint: msg('sends GET, edited:'), wire: first, act: 'push' }
    return { label, hint: msg('sends GET and {n} more edited:'), hintParts: { n: more.length }, wire: first, act: 'push' }
  }
  if (call?.settled?.outcome === 'result')
    return { label, hint: msg('The answer is here: only the standalone stream is left to resume.'), act: 'push' }
  if (session && !session.resumable) return { label, hint: msg('Nothing to resume with: no event ids.'), act: 'push' }
  const stream = stage.call && !call?.settled ? stage.call.name : stage.standalone?.name
  const id = stream === undefined ? undefined : kept.lastEventIds[stream]
  if (id === undefined && stream === STANDALONE)
    return { label, hint: msg('The client has no id to send. It asks again from the start.'), act: 'push' }
  if (id === undefined) return { label, hint: msg('The client has no id to send. The call cannot be resumed.'), act: 'push' }
  return { label, hint: msg('sends GET with'), wire: `Last-Event-ID: ${id}`, act: 'push' }
}
