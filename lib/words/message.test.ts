/** Sentences made where there is no language: said in each, with what a server wrote left as it came. */
import { describe, expect, test } from 'vitest'
import { GERMAN } from './de/index'
import { msg } from './message'
import { reasonSentence } from './run/reasons'
import { messageText, resolve, translateIn } from './t'

const german = translateIn('de', GERMAN)
const refused = reasonSentence({ code: 'cannot-replay', status: 400, quoted: 'No event after call-2/99; try less' })

describe('a reason', () => {
  test('is said in English as a sentence', () => {
    expect(messageText([refused])).toBe(
      'Resume refused with 400: No event after call-2/99; try less; the missed events cannot be replayed: call again.',
    )
    expect(messageText([reasonSentence({ code: 'quoted', quoted: 'Something else went wrong' })])).toBe('Something else went wrong.')
  })

  test('is translated as far as it is ours; what the server wrote is marked and stays', () => {
    expect(messageText([refused], german)).toBe(
      'Wiederaufnahme mit 400 abgelehnt: No event after call-2/99; try less; die verpassten Events können nicht erneut gesendet werden: rufe noch einmal auf.',
    )
    expect(resolve([refused], german).filter(({ wire }) => wire)).toEqual([{ text: 'No event after call-2/99; try less', wire: true }])
    expect(resolve([reasonSentence({ code: 'quoted', quoted: 'Boom' })], german)).toEqual([{ text: 'Boom.', wire: true }])
  })
})

test('sayings follow one another as sentences, and a quote stays as it is', () => {
  const said = [msg('Observation {i} cannot be read:', { i: 3 }), { quote: 'at is "9:00", not a time.' }, msg('Save the recording again.')]
  expect(messageText(said)).toBe('Observation 3 cannot be read: at is "9:00", not a time. Save the recording again.')
  expect(messageText(said, german)).toBe(
    'Beobachtung 3 lässt sich nicht lesen: at is "9:00", not a time. Speichere die Aufzeichnung noch einmal.',
  )
})
