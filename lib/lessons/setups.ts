/** How runs are set when a step begins. A step names what differs. */
import type { RunOptions } from '../model/run-options'

/** The lighthouse on our server, slowly enough to read the button and still to press it in the middle (bench/browser/reader.mjs). */
export const PAINT: Partial<RunOptions> = {
  tool: 'paint_picture',
  picture: 'lighthouse',
  delay: 400,
  resumability: true,
  answer: 'stream',
  server: 'ours',
  dropsDuplicates: true,
}

/** The same without an event log. */
export const BARE: Partial<RunOptions> = { ...PAINT, resumability: false }
