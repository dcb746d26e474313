/** What the judgements of every lesson say, in English. */
import type { LessonMessages } from '../../lesson-text'

export const en = {
  rows: { one: '{n} row', other: '{n} rows' },
  events: { one: '{n} event', other: '{n} events' },
  cuts: { one: '{n} cut', other: '{n} cuts' },
  times: { one: 'once', other: '{n} times' },
  'id-range': '{from} to {to}',
  'not-started': 'no tool has been called in a live run.',
  'log-missing': 'this run has no event log: switch “Without resumability” off.',
  'log-unwanted': 'this run has an event log: switch “Without resumability” on.',
  'answered-before-any-cut': 'the answer arrived before anything was cut.',
  'answered-after-cuts': 'the answer arrived after {cuts} of {wanted} cuts.',
  'nothing-cut': 'nothing has been cut; {rows} arrived so far.',
  'cut-so-far': 'the stream was cut {cuts} of {wanted} times.',
  'plug-out': 'the plug is out.',
  'plug-out-missing': 'the plug is out; {events} missing ({ids}).',
  'ids-lost': { one: '{ids} is lost: nothing can bring it back.', other: '{ids} are lost: nothing can bring them back.' },
  'stored-not-received': { one: '{events} ({ids}) is stored and not received.', other: '{events} ({ids}) are stored and not received.' },
  'ids-doubled': '{ids} arrived twice.',
  'no-result': 'the call ended without a result.',
  'rows-arrived': '{here} of {total} rows have arrived.',
  'no-response': 'the response has not arrived.',
} as const satisfies LessonMessages
