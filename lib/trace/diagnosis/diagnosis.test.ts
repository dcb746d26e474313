/** The diagnosis alone: what it says of runs whose trouble was the network's, and what it costs. The bugs are in test/fuzz/gallery.test.ts. */
import { describe, expect, test } from 'vitest'
import { cutRun, lostRun, refusedRun, resumedRun } from '../../../test/support/trace/fixtures'
import { FIRST_RUN } from '../../recordings/first-run'
import { recordedFor } from '../../recordings/scenarios'
import { SPEC } from '../../words/run/findings'
import { snapshotAt } from '../snapshot'
import { extentOf } from '../trace'
import { diagnose } from './diagnosis'
import { BUGS_OF } from './finding'

describe('the diagnosis', () => {
  test.each(['first-cut', 'double-cut', 'first-event', 'before-end', 'story'])(
    'finds nothing in the recorded run %s, at any moment of it',
    (name) => {
      const { trace } = recordedFor(name)
      const { from, to } = extentOf(trace) ?? { from: 0, to: 0 }
      for (let at = from; at <= to; at += 100) expect(diagnose(snapshotAt(trace, at)).findings).toEqual([])
    },
  )

  test('says of the recorded run without resumability that its events have no ids, and no more', () => {
    const { trace } = recordedFor('without-resumability')
    const { to } = extentOf(trace) ?? { to: 0 }
    expect(diagnose(snapshotAt(trace, to)).findings.map(({ kind }) => kind)).toEqual(['no-ids'])
  })

  test('does not blame the server for a cut, a resume after it, or a refusal that says why', () => {
    for (const trace of [cutRun(), resumedRun(), refusedRun()]) {
      const { to } = extentOf(trace) ?? { to: 0 }
      expect(diagnose(snapshotAt(trace, to + 10_000)).findings).toEqual([])
    }
  })

  test('says of a server that sends no ids just that', () => {
    const trace = lostRun()
    const { to } = extentOf(trace) ?? { to: 0 }
    expect(diagnose(snapshotAt(trace, to)).findings.map(({ kind, bugs }) => [kind, bugs])).toEqual([['no-ids', []]])
  })

  test('gives equal findings for equal snapshots, and each kind has its sentence', () => {
    const { to } = extentOf(FIRST_RUN) ?? { to: 0 }
    expect(diagnose(snapshotAt(FIRST_RUN, to))).toEqual(diagnose(snapshotAt(FIRST_RUN, to)))
    expect(Object.keys(BUGS_OF).sort()).toEqual(Object.keys(SPEC).sort())
  })
})
