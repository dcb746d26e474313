/** The story of a run: who broke it, what is gone, and the same in German. */

import { describe, expect, test } from 'vitest'
import { DEFAULT_OPTIONS } from '../../lib/model/run-options'
import { snapshotAt } from '../../lib/trace/snapshot'
import type { ConnectionRecord, FaultRecord, Ledger, Snapshot } from '../../lib/trace/snapshot-types'
import { extentOf } from '../../lib/trace/trace'
import { GERMAN } from '../../lib/words/de/index'
import { ENGLISH, translateIn } from '../../lib/words/t'
import { CUT_NOW, cutRun, lostRun, resumedRun } from '../../test/support/trace/fixtures'
import { type Subject, subjectOf } from '../tool-view/tool-progress'
import { brokenText, gone } from './chapters/loss-words'
import { beatOf } from './facts/chapter'

const whole = snapshotAt(resumedRun(), extentOf(resumedRun())?.to ?? 0)
const beat = (snapshot: Snapshot) => beatOf(snapshot, subjectOf(snapshot, DEFAULT_OPTIONS))
const german = translateIn('de', GERMAN)

/** The run, its call's first connection ended otherwise. */
function endedBy(end: ConnectionRecord['end'], faults: readonly FaultRecord[] = []): Snapshot {
  const first = whole.connections.find(({ rpc }) => rpc?.method === 'tools/call')
  const connections = whole.connections.map((one) => (one === first && end ? { ...one, end } : one))
  return { ...whole, connections, faults }
}

const closed = { at: CUT_NOW, how: 'closed', bytes: 0 } as const
const fault = (name: string, state: FaultRecord['state'], at = CUT_NOW): FaultRecord => ({ fault: name, vantage: 'client', state, at })

describe('who broke the first connection', () => {
  test.each([
    ['plug', whole],
    ['network', endedBy({ at: CUT_NOW, how: 'severed', bytes: 0 })],
    ['restart', { ...endedBy({ at: CUT_NOW, how: 'severed', bytes: 0 }), restarts: [CUT_NOW + 20] }],
    ['client', endedBy({ ...closed, reason: { code: 'given-up', seconds: 45 } })],
    ['tab', endedBy(closed, [fault('second-tab', 'struck')])],
    ['page', endedBy(closed, [fault('reload', 'struck')])],
  ])('is the %s, and only a client that says why gave it up', (who, snapshot) => {
    expect(beat(snapshot).breaks[0]?.by).toBe(who)
  })

  test('is said, with the last row before it', () => {
    const subject = subjectOf(whole, DEFAULT_OPTIONS)
    const taken = { after: 9, by: 'tab' } as const
    expect(brokenText(taken, subject, ENGLISH)).toBe('After row 9 another tab took the run over, with all that the first had kept.')
    expect(brokenText(taken, subject, german)).toMatch(/^Nach Zeile 9 übernahm ein anderer Tab/)
  })
})

describe('a silence', () => {
  const now = snapshotAt(cutRun(), CUT_NOW)
  const silent = (end: ConnectionRecord['end'], from: number): Snapshot => {
    const [cut] = now.connections.filter(({ rpc }) => rpc?.method === 'tools/call')
    if (!cut || !end) throw new Error('The fixture has a call.')
    const again: ConnectionRecord = { ...cut, id: 'c9', method: 'GET', end }
    return { ...now, plug: 'in', connections: [...now.connections, again], faults: [fault('silence', 'on', from)] }
  }
  const givenUp = { at: CUT_NOW - 10, how: 'closed', bytes: 0, reason: { code: 'given-up', seconds: 45 } } as const

  test('after a cut is given up like any other', () => {
    expect(beat(silent(givenUp, CUT_NOW - 100))).toMatchObject({ chapter: 'silence', gaveUp: true })
  })

  test('is not given up by what was given up before it', () => {
    expect(beat(silent(givenUp, CUT_NOW))).toMatchObject({ chapter: 'silence', gaveUp: false })
    expect(beat({ ...now, plug: 'in', faults: [fault('silence', 'on')] })).toMatchObject({ chapter: 'silence', gaveUp: false })
  })
})

describe('what is gone', () => {
  const missing = { missing: 6, lost: 0 }
  const withAnswer = (answer: Subject['answer']): Subject => ({ ...subjectOf(snapshotAt(cutRun(), CUT_NOW), DEFAULT_OPTIONS), answer })

  test.each<[string, string, Subject['answer'], Pick<Ledger, 'missing' | 'lost'>]>([
    ['5 rows', '5 Zeilen', 'yet', { missing: 5, lost: 0 }],
    ['5 rows and the answer', '5 Zeilen und die Antwort', 'missing', missing],
    ['5 rows and 1 other event', '5 Zeilen und 1 weiteres Event', 'yet', missing],
    ['5 rows, the answer and 2 other events', '5 Zeilen, die Antwort und 2 weitere Events', 'missing', { missing: 8, lost: 0 }],
  ])('agrees with the sum: %s', (english, deutsch, answer, ledger) => {
    expect(gone(withAnswer(answer), ledger, 'missing', ENGLISH)).toBe(english)
    expect(gone(withAnswer(answer), ledger, 'missing', german)).toBe(deutsch)
  })

  test('of a run without a log is rows and answer, as many as the sum says', () => {
    const lost = snapshotAt(lostRun(), extentOf(lostRun())?.to ?? 0)
    expect(lost.ledger.lost).toBe(8)
    expect(gone(subjectOf(lost, DEFAULT_OPTIONS), lost.ledger, 'both', ENGLISH)).toBe('7 rows and the answer')
  })
})
