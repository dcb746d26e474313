/** Every reason and detail is said in English and German as it was when a recording carried the sentence itself (versions 1 and 2). */
import { describe, expect, test } from 'vitest'
import old from '../../../test/support/trace/recordings/reasons.v2.json' with { type: 'json' }
import { detailTemplates, detailText } from '../../protocol/fault-detail-text'
import type { FaultDetail } from '../../protocol/reason'
import { hasCode, isReason, ReasonError, reasonOf, reasonTemplates, reasonText } from '../../protocol/reason-text'
import { upgradedReason } from '../../trace/recording/upgrade'
import { GERMAN } from '../de/index'
import { ENGLISH, messageText, resolve, translateIn } from '../t'
import { detailWords } from './fault-details'
import { reasonSentence, reasonWords } from './reasons'

const german = translateIn('de', GERMAN)

describe('a reason that was recorded as a sentence', () => {
  test.each(old)('$text', ({ text, german: inGerman, sentence, wire }) => {
    const reason = upgradedReason(text)
    expect(hasCode(reason)).toBe(true)
    expect(detailText(reason)).toBe(text)
    expect(detailWords(ENGLISH, reason)).toBe(text)
    expect(detailWords(german, reason)).toBe(inGerman)
    if (!isReason(reason)) return
    expect(reasonText(reason)).toBe(text)
    expect(reasonWords(german, reason)).toBe(inGerman)
    expect(messageText([reasonSentence(reason)], german)).toBe(sentence)
    const quoted = resolve([reasonSentence(reason)], german).filter((piece) => piece.wire)
    expect(quoted.map((piece) => piece.text).join('')).toBe(wire ?? '')
  })

  test('keeps what somebody else said as a quote', () => {
    expect(upgradedReason('resume refused with 404: busy; the session is gone: start a new one')).toEqual({
      code: 'session-gone',
      status: 404,
      quoted: 'busy',
    })
    expect(upgradedReason('Boom')).toEqual({ code: 'quoted', quoted: 'Boom' })
  })
})

describe('a reason', () => {
  test('has words in every language', () => {
    expect([...reasonTemplates(), ...detailTemplates()].filter((english) => !(english in GERMAN))).toEqual([])
  })

  test.each<[FaultDetail, string, string]>([
    [
      { code: 'mid-frame', after: 3, of: 7 },
      '3 of 7 bytes of a frame without id got through',
      '3 von 7 Bytes von einem Frame ohne ID kamen durch',
    ],
    [{ code: 'after-frame' }, 'after a frame without id', 'nach einem Frame ohne ID'],
    [
      { code: 'in-wait', ms: 500 },
      'in the wait of 500 ms before the stream is asked for again',
      'in der Wartezeit von 500 ms, bevor wieder nach dem Stream gefragt wird',
    ],
    [{ code: 'one-stream', stream: 'call-2' }, 'call-2', 'call-2'],
    [{ code: 'post-refused', status: 400, quoted: 'No.' }, 'refused with 400: No.', 'mit 400 abgelehnt: No.'],
  ])('%j', (reason, english, inGerman) => {
    expect(detailText(reason)).toBe(english)
    expect(detailWords(ENGLISH, reason)).toBe(english)
    expect(detailWords(german, reason)).toBe(inGerman)
  })

  test('is carried by an error whose message says it in English; another error is quoted', () => {
    const error = new ReasonError({ code: 'session-gone', status: 404 })
    expect(error.message).toBe('resume refused with 404; the session is gone: start a new one')
    expect(reasonOf(error)).toEqual({ code: 'session-gone', status: 404 })
    expect(reasonOf(new TypeError('Failed to fetch'))).toEqual({ code: 'failed-to-fetch' })
    expect(reasonOf(new TypeError('Load failed'))).toEqual({ code: 'quoted', quoted: 'Load failed' })
    expect(reasonOf('stopped')).toEqual({ code: 'quoted', quoted: 'stopped' })
  })

  test.each([[null], ['deleted'], [{ code: '__proto__' }], [{ code: 'no-answer', cause: {} }], [{ code: 'leaves', n: [] }]])(
    'is not %j',
    (value) => expect(isReason(value)).toBe(false),
  )
})
