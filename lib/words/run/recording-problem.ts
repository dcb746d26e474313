/** Why a file cannot be played, in words: what, which value, and what to do. */
import type { Grammar } from '../../trace/recording/grammar'
import type { ObservationProblem, RecordingProblem } from '../../trace/recording/recording-error'
import { type Saying, saying } from '../message'
import { phrase } from '../t'

export function recordingProblemSayings(problem: RecordingProblem): readonly Saying[] {
  switch (problem.code) {
    case 'not-json':
      return [saying('This file is not JSON. Choose a file saved by this page.')]
    case 'not-a-recording':
      return [saying('This file is not a recording: it has no version or no observations. Choose a file saved by this page.')]
    case 'other-version': {
      const { version, reads, isNewer } = problem
      return [
        saying('This recording is version {version}, this page reads {reads}.', { version, reads }),
        isNewer ? saying('Reload the page to get a newer one.') : saying('Record the run again.'),
      ]
    }
    case 'no-list':
      return [saying('observations is {what}, not a list. Save the recording again.', { what: problem.found })]
    case 'too-many':
      return [saying('It has {n} observations; this page plays at most {most}. Record a shorter run.', problem)]
    case 'head':
      return [misfitSaying(problem), saying('Save the recording again.')]
    case 'observation':
      return [
        saying('Observation {i} cannot be read:', { i: problem.i }),
        observationSaying(problem.problem),
        saying('Save the recording again.'),
      ]
  }
}

function observationSaying(problem: ObservationProblem): Saying {
  switch (problem.code) {
    case 'not-an-observation':
      return saying('{value} is not an observation.', problem)
    case 'unknown-kind':
      return saying('kind {value} is not known to this page.', problem)
    case 'too-deep':
      return saying('its objects are nested more than {most} deep.', problem)
    case 'field':
      return misfitSaying(problem)
  }
}

type Misfit = { readonly name: string; readonly kind?: string; readonly value: string; readonly asked: Grammar }

function misfitSaying({ name, kind, value, asked }: Misfit): Saying {
  const parts = { name, value, what: { english: ASKED[asked] } }
  if (kind === undefined) return { english: NOT_WHAT, parts }
  return { english: NOT_WHAT_OF_KIND, parts: { ...parts, kind } }
}

const NOT_WHAT = phrase('{name} is {value}, not {what}.')
const NOT_WHAT_OF_KIND = phrase('{name} of {kind} is {value}, not {what}.')

/** What was asked for instead. */
const ASKED: Readonly<Record<Grammar, string>> = {
  boolean: phrase('true or false'),
  object: phrase('an object'),
  text: phrase('a text of at most 4 million characters'),
  line: phrase('a text without the end of a line'),
  label: phrase('a short text without control characters'),
  name: phrase('a name of letters, digits and hyphens'),
  time: phrase('a time in milliseconds'),
  count: phrase('a whole number from 0'),
  duration: phrase('a number from 0'),
  status: phrase('a status from 100 to 599'),
  method: phrase('a method of HTTP'),
  path: phrase('a path that begins with / and stays on its host'),
  headers: phrase('an object of header names and values'),
  'event id': phrase('an event id: a text without the end of a line'),
  'session id': phrase('a session id: visible ASCII characters'),
  stream: phrase('the name of a stream'),
  rpc: phrase('an object with a method'),
  kept: phrase('kept headers with their lastEventIds'),
  reason: phrase('a reason with its code'),
  vantage: phrase('client or server'),
  role: phrase('priming or message'),
  answer: phrase('json'),
  keeps: phrase('log or nothing'),
  outcome: phrase('result, error or cancelled'),
  'connection end': phrase('complete, severed or closed'),
  'stream end': phrase('complete, gone or taken-over'),
  'session end': phrase('deleted, expired, shutdown or restarted'),
  'fault state': phrase('armed, struck, on or off'),
}
