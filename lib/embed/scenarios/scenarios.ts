/**
 * The runs that can be put into a book page, by name. Data for both sides: the page that shows one, the guide that offers them, the
 * endpoint that describes them. A name is printed in books: it is never given to another run.
 */

import type { FaultId } from '../../faults/faults'
import type { RunOptions } from '../../model/run-options'

/** Of the path (`/embed/v1/…`) and of every message of our own. A change that an older host cannot live with gets the next number. */
export const EMBED_VERSION = 1

/**
 * What a reader can achieve in a run of their own:
 * - `cut`: pulled the plug while the tool was running
 * - `resumed`: was cut off, and has been sent again what was missing
 * - `cut-again`: pulled it a second time in the same run, before the answer
 * - `lost`: saw events that nothing can bring back
 */
export type GoalId = 'cut' | 'resumed' | 'cut-again' | 'lost'

export type Scenario = {
  readonly name: string
  readonly title: string
  /** what it shows, for someone who has read nothing else */
  readonly sentence: string
  /** what the reader does about it */
  readonly task: string
  /** of the run that the reader starts */
  readonly options: Partial<RunOptions>
  readonly goals: readonly GoalId[]
  /** the page that has more of it, from the root of the site; undefined: the root itself */
  readonly page?: string
  /** what goes wrong by itself: at its own moment, or after so many rows */
  readonly fault?: { readonly id: FaultId; readonly afterRows?: number }
}

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'first-cut',
    title: 'Pull the plug, and plug back in',
    sentence: 'A stream is cut in the middle. The server goes on storing; the client asks again after the last event ID it saw.',
    task: 'Pull the plug while the picture is painted, count what is missing, and plug back in.',
    options: {},
    goals: ['cut', 'resumed'],
  },
  {
    name: 'double-cut',
    title: 'Cut twice',
    sentence: 'The connection that resumes the stream is cut as well. The last event ID has moved on, so nothing comes twice.',
    task: 'Pull the plug, plug back in, and pull it again before the picture is finished.',
    options: { picture: 'boat' },
    goals: ['cut', 'cut-again', 'resumed'],
  },
  {
    name: 'without-resumability',
    title: 'The same cut, without resumability',
    sentence: 'The server keeps no events and sends no ids. What was sent while the plug was out is lost.',
    task: 'Pull the plug, plug back in, and see that nothing comes back.',
    options: { resumability: false, picture: 'cat' },
    goals: ['cut', 'lost'],
  },
  {
    name: 'first-event',
    title: 'Cut after the first event',
    sentence: 'One event got through before the cut. One id is enough to ask for all the rest.',
    task: 'Pull the plug as soon as the first row is there.',
    options: { picture: 'house' },
    goals: ['cut', 'resumed'],
  },
  {
    name: 'before-end',
    title: 'Cut just before the end',
    sentence: 'Only the last row and the answer are missing. The answer to a call is an event like the others, and comes back like them.',
    task: 'Pull the plug just before the last row.',
    options: { picture: 'mushroom' },
    goals: ['cut', 'resumed'],
  },
  {
    name: 'before-priming',
    title: 'Cut before the first event',
    sentence:
      'The connection is cut before its first event got through. Our server names the id of that event in a response header as well.',
    task: 'Start a run; it is cut by itself. Plug back in.',
    options: { picture: 'cactus' },
    goals: ['cut', 'resumed'],
    fault: { id: 'yank-before-priming' },
  },
  {
    name: 'polite-close',
    title: 'The server closes, and keeps the stream',
    sentence: 'After row 5 the server ends the connection on purpose. The client waits as long as the server asked, then reconnects.',
    task: 'Start a run and leave the plug alone.',
    options: { picture: 'boat' },
    goals: ['resumed'],
    fault: { id: 'polite-close', afterRows: 5 },
  },
  {
    name: 'story',
    title: 'A story, word by word',
    sentence: 'What a language model streams, with a hole in it: the words that were told while the plug was out.',
    task: 'Pull the plug in the middle of a sentence, and plug back in.',
    options: { tool: 'tell_story' },
    goals: ['cut', 'resumed'],
  },
]

export const scenarioNamed = (name: string): Scenario | undefined => SCENARIOS.find((scenario) => scenario.name === name)

/** Height to give a frame that does not follow its content, and the width it was measured at. */
export const FRAME = { width: 760, height: 520 } as const
