/** How long the plug was out, in one form everywhere, and a shorter one where there is little room. */
import type { Milliseconds } from '../../../../lib/protocol/observation'
import { seconds, type Translate } from '../../../../lib/words/t'
import { textWidth } from './text-fit'

/** "plug out 1.3 s", "1.3 s", or nothing: what fits into `room` pixels at `size`. */
export function outageWords(time: Milliseconds, room: number, size: number, t: Translate): string | undefined {
  const short = seconds(t, time, 1)
  return [t('plug out {time}', { time: short }), short].find((text) => textWidth(text, size, 'sans') <= room)
}
