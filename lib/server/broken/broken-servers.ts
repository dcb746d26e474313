/**
 * The servers that are broken on purpose, by the name that `?server=broken-<name>` has. lib/faults/gallery.ts says of each what it is.
 */

import type { BugId } from '../../faults/gallery'
import type { ServerKind } from '../../model/run-options'
import { acrossStreams } from './across-streams'
import type { MakeBroken } from './broken-server'
import { fromTheStart } from './from-the-start'
import { handoffGap } from './handoff-gap'
import { neverEnds } from './never-ends'
import { noPriming } from './no-priming'
import { randomIds } from './random-ids'
import { replaysNothing } from './replays-nothing'
import { responseCleared } from './response-cleared'
import { shiftingPosition } from './shifting-position'
import { staleCursor } from './stale-cursor'
import { survivesDelete } from './survives-delete'
import { takenWhenWritten } from './taken-when-written'

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

export type { BrokenServer } from './broken-server'

/** Makes the server of a kind, if it is broken on purpose. */
export function brokenOf(kind: ServerKind): MakeBroken | undefined {
  const bug = kind.slice('broken-'.length)
  return kind.startsWith('broken-') && Object.hasOwn(BROKEN_SERVERS, bug) ? BROKEN_SERVERS[bug as BugId] : undefined
}
