/** Why a file cannot be played, in words: what, which value, and what to do. */
import type { RecordingProblem } from '../../trace/recording/recording-error'
import { type Message, msg } from '../message'

export function recordingProblemSayings(problem: RecordingProblem): readonly Message[] {
  switch (problem.code) {
    case 'not-json':
      return [msg('This file is not JSON. Choose a file saved by this page.')]
    case 'not-a-recording':
      return [msg('This file is not a recording: it has no version or no observations. Choose a file saved by this page.')]
    case 'other-version': {
      const { version, reads } = problem
      const isNewer = typeof version === 'number' && version > reads
      return [
        msg('This recording is version {version}, this page reads {reads}.', { version: String(version), reads }),
        isNewer ? msg('Reload the page to get a newer one.') : msg('Record the run again.'),
      ]
    }
    case 'no-list':
      return [msg('observations is {what}, not a list. Save the recording again.', { what: problem.found })]
    case 'observation':
      return [msg('Observation {i} cannot be read:', { i: problem.i }), { quote: `${problem.what}.` }, msg('Save the recording again.')]
  }
}
