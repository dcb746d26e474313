/** What a notice says: the reason in the server's words, and what to do, each once. */
import { expect, test } from 'vitest'
import { refusedRun } from '../../test/support/trace/fixtures'
import { snapshotAt } from '../trace/snapshot'
import { extentOf } from '../trace/trace'
import { spokenText } from './message'
import { problemOf } from './problem'

const detailOf = (reason: string) => {
  const trace = refusedRun()
  return spokenText(problemOf(new Error(reason), snapshotAt(trace, extentOf(trace)?.to ?? 0))?.detail ?? [])
}

test.each([
  [
    'resume refused with 400: too old. They cannot be replayed; make the call again; the missed events cannot be replayed: call again',
    'Resume refused with 400: too old. They cannot be replayed; make the call again.',
  ],
  [
    'resume refused with 404: It was ended. Start a new one with initialize, without this header; the session is gone: start a new one',
    'Resume refused with 404: It was ended. Start a new one with initialize, without this header.',
  ],
])('says what to do once, where the server has said it in %j', (reason, detail) => expect(detailOf(reason)).toBe(detail))

test('says what to do where the server has not', () => {
  const reason = 'resume refused with 400: unknown id; the missed events cannot be replayed: call again'
  expect(detailOf(reason)).toBe('Resume refused with 400: unknown id; the missed events cannot be replayed: call again.')
})
