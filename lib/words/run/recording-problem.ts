/** Why a file cannot be played, in words: what, which value, and what to do. */
import type { RecordingProblem } from '../../trace/recording/recording-error'
import { type Saying, saying } from '../message'

export function recordingProblemSayings(problem: RecordingProblem): readonly Saying[] {
  switch (problem.code) {
    case 'not-json':
      return [saying('This file is not JSON. Choose a file saved by this page.')]
    case 'not-a-recording':
      return [saying('This file is not a recording: it has no version or no observations. Choose a file saved by this page.')]
    case 'other-version': {
      const { version, reads } = problem
      const isNewer = typeof version === 'number' && version > reads
      return [
        saying('This recording is version {version}, this page reads {reads}.', { version: String(version), reads }),
        isNewer ? saying('Reload the page to get a newer one.') : saying('Record the run again.'),
      ]
    }
    case 'no-list':
      return [saying('observations is {what}, not a list. Save the recording again.', { what: problem.found })]
    case 'observation':
      return [
        saying('Observation {i} cannot be read:', { i: problem.i }),
        { quote: `${problem.what}.` },
        saying('Save the recording again.'),
      ]
  }
}
