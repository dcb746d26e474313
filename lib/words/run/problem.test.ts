/** What a notice says: the reason in the server's words, and what to do, each once. */
import { expect, test } from 'vitest'
import { refusedRun } from '../../../test/support/trace/fixtures'
import type { Reason } from '../../protocol/reason'
import { ReasonError } from '../../protocol/reason-text'
import { snapshotAt } from '../../trace/snapshot'
import { extentOf } from '../../trace/trace'
import { messageText } from '../t'
import { problemOf } from './problem'

const detailOf = (reason: Reason) => {
  const trace = refusedRun()
  return messageText(problemOf(new ReasonError(reason), snapshotAt(trace, extentOf(trace)?.to ?? 0))?.detail ?? [])
}

test.each<[Reason, string]>([
  [
    { code: 'cannot-replay', status: 400, quoted: 'too old. They cannot be replayed; make the call again' },
    'Resume refused with 400: too old. They cannot be replayed; make the call again.',
  ],
  [
    { code: 'session-gone', status: 404, quoted: 'It was ended. Start a new one with initialize, without this header' },
    'Resume refused with 404: It was ended. Start a new one with initialize, without this header.',
  ],
])('says what to do once, where the server has said it in %j', (reason, detail) => expect(detailOf(reason)).toBe(detail))

test('says what to do where the server has not', () => {
  expect(detailOf({ code: 'cannot-replay', status: 400, quoted: 'unknown id' })).toBe(
    'Resume refused with 400: unknown id; the missed events cannot be replayed: call again.',
  )
})
