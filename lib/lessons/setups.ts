/** How runs are set when a step begins. A step names what differs. */
import type { RunOptions } from '../playground-types'

/** The lighthouse, four rows a second, on our server. */
export const PAINT: Partial<RunOptions> = {
  tool: 'paint_picture',
  picture: 'lighthouse',
  delay: 250,
  resumability: true,
  answer: 'stream',
  server: 'ours',
  dropsDuplicates: true,
}

/** The same without an event log. */
export const BARE: Partial<RunOptions> = { ...PAINT, resumability: false }
