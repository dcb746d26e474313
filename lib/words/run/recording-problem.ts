/** Why a file cannot be played, in words: what, which value, and what to do. */
import type { Grammar } from '../../trace/recording/grammar'
import type { ObservationProblem, RecordingProblem } from '../../trace/recording/recording-error'
import { type Message, msg } from '../message'

export function recordingProblemSayings(problem: RecordingProblem): readonly Message[] {
  switch (problem.code) {
    case 'not-json':
      return [msg('This file is not JSON. Choose a file saved by this page.')]
    case 'not-a-recording':
      return [msg('This file is not a recording: it has no version or no observations. Choose a file saved by this page.')]
    case 'other-version': {
      const { version, reads, isNewer } = problem
      return [
        msg('This recording is version {version}, this page reads {reads}.', { version, reads }),
        isNewer ? msg('Reload the page to get a newer one.') : msg('Record the run again.'),
      ]
    }
    case 'no-list':
      return [msg('observations is {what}, not a list. Save the recording again.', { what: problem.found })]
    case 'too-many':
      return [msg('It has {n} observations; this page plays at most {most}. Record a shorter run.', problem)]
    case 'head':
      return [misfitSaying(problem), msg('Save the recording again.')]
    case 'observation':
      return [
        msg('Observation {i} cannot be read:', { i: problem.i }),
        observationSaying(problem.problem),
        msg('Save the recording again.'),
      ]
  }
}

function observationSaying(problem: ObservationProblem): Message {
  switch (problem.code) {
    case 'not-an-observation':
      return msg('{value} is not an observation.', problem)
    case 'unknown-kind':
      return msg('kind {value} is not known to this page.', problem)
    case 'too-deep':
      return msg('its objects are nested more than {most} deep.', problem)
    case 'field':
      return misfitSaying(problem)
  }
}

type Misfit = { readonly name: string; readonly kind?: string; readonly value: string; readonly asked: Grammar }

function misfitSaying({ name, kind, value, asked }: Misfit): Message {
  const params = { name, value, what: { text: ASKED[asked], params: {} } }
  return kind === undefined
    ? msg('{name} is {value}, not {what}.', params)
    : msg('{name} of {kind} is {value}, not {what}.', { ...params, kind })
}

/** What was asked for instead. */
const ASKED: Readonly<Record<Grammar, string>> = {
  boolean: msg('true or false'),
  object: msg('an object'),
  text: msg('a text of at most 4 million characters'),
  line: msg('a text without the end of a line'),
  label: msg('a short text without control characters'),
  name: msg('a name of letters, digits and hyphens'),
  time: msg('a time in milliseconds'),
  count: msg('a whole number from 0'),
  duration: msg('a number from 0'),
  status: msg('a status from 100 to 599'),
  method: msg('a method of HTTP'),
  path: msg('a path that begins with / and stays on its host'),
  headers: msg('an object of header names and values'),
  'event id': msg('an event id: a text without the end of a line'),
  'session id': msg('a session id: visible ASCII characters'),
  stream: msg('the name of a stream'),
  rpc: msg('an object with a method'),
  kept: msg('kept headers with their lastEventIds'),
  reason: msg('a reason with its code'),
  vantage: msg('client or server'),
  role: msg('priming or message'),
  answer: msg('json'),
  keeps: msg('log or nothing'),
  outcome: msg('result, error or cancelled'),
  'connection end': msg('complete, severed or closed'),
  'stream end': msg('complete, gone or taken-over'),
  'session end': msg('deleted, expired, shutdown or restarted'),
  'fault state': msg('armed, struck, on or off'),
}
