/** For tests of this room: the usual options, and scenarios drawn at random. */
import type { SharedOptions } from '../../../lib/share/scenario'

export const USUAL: SharedOptions = {
  tool: 'paint_picture',
  picture: 'lighthouse',
  delay: 250,
  resumability: true,
  server: 'ours',
  answer: 'stream',
  dropsDuplicates: true,
}
