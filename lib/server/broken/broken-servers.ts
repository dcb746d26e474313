/**
 * The servers that are broken on purpose, by bug id; `?server=broken-<id>` asks for one. lib/faults/gallery.ts describes each.
 */

import type { BugId } from '../../faults/gallery'
import type { ServerKind } from '../../model/run-options'
import type { MakeBroken } from './broken-server'
import { noPriming } from './event-ids/no-priming'
import { randomIds } from './event-ids/random-ids'
import { shiftingPosition } from './event-ids/shifting-position'
import { acrossStreams } from './replay/across-streams'
import { fromTheStart } from './replay/from-the-start'
import { handoffGap } from './replay/handoff-gap'
import { neverEnds } from './replay/never-ends'
import { replaysNothing } from './replay/replays-nothing'
import { responseCleared } from './retention/response-cleared'
import { staleCursor } from './retention/stale-cursor'
import { survivesDelete } from './retention/survives-delete'
import { takenWhenWritten } from './retention/taken-when-written'

export const BROKEN_SERVERS: Readonly<Record<BugId, MakeBroken>> = {
  'replays-nothing': replaysNothing,
  'across-streams': acrossStreams,
  'response-cleared': responseCleared,
  'no-priming': noPriming,
  'taken-when-written': takenWhenWritten,
  'random-ids': randomIds,
  'stale-cursor': staleCursor,
  'shifting-position': shiftingPosition,
  'never-ends': neverEnds,
  'from-the-start': fromTheStart,
  'handoff-gap': handoffGap,
  'survives-delete': survivesDelete,
}

/** What makes the broken server of a kind; undefined for the servers that are not broken on purpose. */
export function brokenOf(kind: ServerKind): MakeBroken | undefined {
  const bug = kind.slice('broken-'.length)
  return kind.startsWith('broken-') && Object.hasOwn(BROKEN_SERVERS, bug) ? BROKEN_SERVERS[bug as BugId] : undefined
}
