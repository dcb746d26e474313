/**
 * The recorded run of each scenario that can be embedded. Recorded from the real thing by scripts/record-scenarios.mjs; never edited.
 */
import type { EpochMs } from '../trace/observation'
import type { Trace } from '../trace/trace'
import { FIRST_MOMENT, FIRST_RUN } from './first-run'

export type Recorded = { readonly trace: Trace; readonly opensAt: EpochMs }

const FIRST: Recorded = { trace: FIRST_RUN, opensAt: FIRST_MOMENT }

const RECORDED: Readonly<Record<string, Recorded>> = { 'first-cut': FIRST }

/** The run to show for a scenario; the first run for one that has none of its own. */
export const recordedFor = (scenario: string): Recorded => RECORDED[scenario] ?? FIRST
