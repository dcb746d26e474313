import { describe, expect, it } from 'vitest'
import { FAULTS, faultOf } from '../../lib/faults/fault-list'
import type { FaultId } from '../../lib/faults/faults'
import { DEFAULT_OPTIONS } from '../../lib/model/run-options'
import { snapshotAt } from '../../lib/trace/snapshot'
import type { FaultRecord, Snapshot } from '../../lib/trace/snapshot-types'
import { extentOf } from '../../lib/trace/trace'
import { CUT_NOW, cutRun, refusedRun } from '../../test/support/trace/fixtures'
import { AMOUNTS, type FaultSituation, standingOf, standingText, whyNot } from './fault-state'

const cut = snapshotAt(cutRun(), CUT_NOW)
const ended = snapshotAt(refusedRun(), extentOf(refusedRun())?.to ?? 0)
const situation = (over: Partial<FaultSituation> = {}): FaultSituation => ({
  phase: 'running',
  latest: cut,
  options: DEFAULT_OPTIONS,
  armed: [],
  ...over,
})
const withFaults = (...faults: Omit<FaultRecord, 'at'>[]): Snapshot => ({ ...cut, faults: faults.map((one, at) => ({ ...one, at })) })
const standing = (id: FaultId, snapshot: Snapshot, over: Partial<FaultSituation> = {}) => standingOf(faultOf(id), snapshot, situation(over))

describe('how a fault stands', () => {
  it('is idle until it is set, then what the trace says of it', () => {
    expect(standing('slow', cut)).toEqual({ state: 'idle' })
    const slow = withFaults({ fault: 'slow', vantage: 'client', state: 'on', detail: { code: 'bytes-a-second', rate: 400 } })
    expect(standing('slow', slow)).toMatchObject({ state: 'on', detail: { code: 'bytes-a-second', rate: 400 } })
  })

  it('says what goes on before what is over, when both ends speak of it', () => {
    const both = withFaults(
      { fault: 'idle-proxy', vantage: 'client', state: 'on' },
      { fault: 'idle-proxy', vantage: 'server', state: 'off' },
    )
    expect(standing('idle-proxy', both).state).toBe('on')
  })

  it('is armed for the next run while none is running', () => {
    const armed = { phase: 'recorded', armed: ['yank-mid-frame'] } as const
    expect(standing('yank-mid-frame', cut, armed)).toEqual({ state: 'next' })
    expect(standingText({ state: 'next' }, 'moment', undefined)).toBe('Armed for the next run')
  })

  it('tells the reason when the server would not do it', () => {
    const refused = withFaults({
      fault: 'evict',
      vantage: 'client',
      state: 'off',
      detail: { code: 'quoted', quoted: 'The server refused: 404.' },
    })
    expect(standingText(standing('evict', refused), 'act', 0)).toBe('The server refused: 404.')
  })
})

describe('a fault that cannot act', () => {
  it('says why: recorded, not open, ended, plug out', () => {
    expect(whyNot(faultOf('evict'), situation({ phase: 'recorded' }))).toMatch(/recorded/)
    expect(whyNot(faultOf('evict'), situation({ phase: 'starting' }))).toMatch(/not open/)
    expect(whyNot(faultOf('evict'), situation({ latest: ended }))).toMatch(/has ended/)
    expect(whyNot(faultOf('yank'), situation())).toMatch(/out already/)
    expect(whyNot(faultOf('polite-close'), situation())).toMatch(/plug is out/)
  })

  it('never stops what is armed or switched on: that waits for the next run', () => {
    for (const fault of FAULTS.filter(({ manner }) => manner !== 'act'))
      for (const phase of ['recorded', 'starting', 'running', 'settled'] as const)
        expect(whyNot(fault, situation({ phase, latest: ended })), fault.id).toBeUndefined()
  })

  it('lets the server act while the plug is out: it is asked out of band', () => {
    for (const id of ['evict', 'restart-forgetting', 'restart-keeping', 'end-session', 'expire-session'] as const)
      expect(whyNot(faultOf(id), situation()), id).toBeUndefined()
  })
})

describe('the amounts', () => {
  it('are words for every choice, and never twice the same', () => {
    for (const { choices, say } of Object.values(AMOUNTS)) expect(new Set(choices.map((one) => say(one))).size).toBe(choices.length)
  })
})
