/** The playhead: which moment of a trace is looked at. Types and one reading of them; lib/playground moves it. */
import type { EpochMs } from '../../protocol/observation'

/**
 * The newest moment; on the way to it, while a replay is shown event by event (pace.ts); or a moment looked back at. Looking changes nothing
 * else.
 */
export type Playhead =
  | { readonly kind: 'now' }
  | { readonly kind: 'following'; readonly at: EpochMs }
  | { readonly kind: 'at'; readonly at: EpochMs }

/** The playhead as a moment. */
export function momentOf({ playhead, now }: { readonly playhead: Playhead; readonly now: EpochMs }): EpochMs {
  return playhead.kind === 'now' ? now : playhead.at
}
