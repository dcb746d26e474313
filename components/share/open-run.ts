/**
 * Opens a file with a run. What cannot be read is told as a problem, in the file's own terms; the run on stage stays.
 */

import type { PlaygroundVerbs } from '../../lib/playground/types'
import type { Bytes } from '../../lib/protocol/observation'
import { type Message, msg } from '../../lib/words/message'

/** A run of 10,000 events is about 6 MB. */
const MOST: Bytes = 32 * 1024 * 1024

export async function openRun(file: File, verbs: Pick<PlaygroundVerbs, 'show' | 'tell'>): Promise<boolean> {
  const complain = (...detail: readonly Message[]) => {
    verbs.tell({ kind: 'file', title: msg('{file} cannot be shown', { file: shortName(file.name) }), detail })
    return false
  }
  if (file.size > MOST)
    return complain(
      msg('It has {n} MB; a run has at most {most}. Choose a file saved by this page.', {
        n: Math.round(file.size / 1024 / 1024),
        most: MOST / 1024 / 1024,
      }),
    )
  const [{ openRecording }, { RecordingError }, { recordingProblemSayings }] = await Promise.all([
    import('../../lib/trace/recording/recording'),
    import('../../lib/trace/recording/recording-error'),
    import('../../lib/words/run/recording-problem'),
  ])
  try {
    const trace = await openRecording(await file.text())
    if (trace.observations.length === 0)
      return complain(msg('It holds no observations: nothing was seen when it was saved. Save a run that has begun.'))
    verbs.show(trace)
    return true
  } catch (error) {
    return complain(
      ...(error instanceof RecordingError
        ? recordingProblemSayings(error.problem)
        : [msg('The file could not be read from the disk. Choose it again.')]),
    )
  }
}

const shortName = (name: string): string => (name.length > 40 ? `${name.slice(0, 24)}…${name.slice(-12)}` : name)
