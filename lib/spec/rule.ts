/** Short ways to write the rows of coverage.ts. */

import type { FaultId } from '../faults/faults'
import type { BugId } from '../faults/gallery'
import type { Text } from '../words/text'
import type { Actor, Level, Rule, Shown } from './coverage'

export const rule = (level: Level, who: Actor, says: Text, look: Text, ...shown: readonly [Shown, ...Shown[]]): Rule => ({
  level,
  who,
  says,
  look,
  shown,
})

export const lesson = (slug: string): Shown => ({ kind: 'lesson', slug })
export const fault = (id: FaultId): Shown => ({ kind: 'fault', id })
export const bug = (id: BugId): Shown => ({ kind: 'bug', id })
export const HEADERS: Shown = { kind: 'headers' }
