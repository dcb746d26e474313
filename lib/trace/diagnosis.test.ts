/** The diagnosis alone: what it says of runs whose trouble was the network's, and what it costs. The bugs are in lib/fuzz/gallery.test.ts. */
import { describe, expect, test } from 'vitest'
import { FIRST_RUN } from '../recordings/first-run'
import { diagnose } from './diagnosis'
import { BUGS_OF, SPEC } from './findings'
import { cutRun, lostRun, refusedRun, resumedRun } from './fixtures'
import { snapshotAt } from './snapshot'
import { extentOf } from './trace'

describe('the diagnosis', () => {
  test('finds nothing in the recorded run, at any moment of it', () => {
    const { from, to } = extentOf(FIRST_RUN) ?? { from: 0, to: 0 }
    for (let at = from; at <= to; at += 50) expect(diagnose(snapshotAt(FIRST_RUN, at)).findings).toEqual([])
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
