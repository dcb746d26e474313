/** What a run is started with when nothing else is said: a link leaves it out. Changing it changes what old links mean: it never does. */
import type { SharedOptions } from '../../lib/share/scenario'

export const USUAL_OPTIONS: SharedOptions = {
  tool: 'paint_picture',
  picture: 'lighthouse',
  delay: 250,
  resumability: true,
  server: 'ours',
  answer: 'stream',
  dropsDuplicates: true,
}
