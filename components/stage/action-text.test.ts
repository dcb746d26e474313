import { describe, expect, it } from 'vitest'
import { DEFAULT_OPTIONS, type Phase } from '../../lib/model/run-options'
import { snapshotAt } from '../../lib/trace/snapshot'
import { extentOf, type Trace } from '../../lib/trace/trace'
import { beforeRun, CUT_NOW, cutRun, lostRun, refusedRun, resumedRun } from '../../test/support/trace/fixtures'
import { beatOf } from '../story/facts/chapter'
import { subjectOf } from '../tool-view/tool-progress'
import { pillText } from './action-text'

const endOf = (trace: Trace) => snapshotAt(trace, extentOf(trace)?.to ?? 0)
const cut = () => snapshotAt(cutRun(), CUT_NOW)
const outage = (trace: Trace) => snapshotAt(trace, CUT_NOW)
const pill = (phase: Phase, snapshot: ReturnType<typeof endOf>) => pillText({ phase, snapshot, options: DEFAULT_OPTIONS })

describe('the pill', () => {
  it('plugs the recording back in, then offers a live run', () => {
    expect(pill('recorded', cut())).toMatchObject({ label: 'Plug back in', act: 'push' })
    expect(pill('recorded', endOf(resumedRun()))).toMatchObject({ label: 'Start a live run', act: 'start' })
  })
  it('says which id it will send while the plug is out', () => {
    expect(pill('running', cut())).toMatchObject({ act: 'push', wire: 'Last-Event-ID: call-2/9' })
  })
  it('says that there is nothing to resume with when the server gives no ids', () => {
    const text = pill('running', outage(lostRun()))
    expect(text).toMatchObject({ act: 'push', hint: 'Nothing to resume with: no event ids.' })
    expect(text.wire).toBeUndefined()
  })
  it('says that it asks from the start for the standalone stream, and cannot ask for the call, when no id was kept', () => {
    const { kept, ...rest } = cut()
    const without = { ...rest, kept: { ...kept, lastEventIds: {} } }
    expect(pill('running', without).hint).toBe('The client has no id to send. The call cannot be resumed.')
    const standalone = pill('running', { ...without, stage: { standalone: { name: 'get', kind: 'standalone', events: [] } } })
    expect(standalone.hint).toBe('The client has no id to send. It asks again from the start.')
  })
  it('pulls while a tool runs, waits while connecting, and runs again when all is done', () => {
    expect(pill('running', endOf(beforeRun())).act).toBe('pull')
    expect(pill('starting', endOf(beforeRun())).act).toBe('wait')
    expect(pill('settled', endOf(resumedRun()))).toMatchObject({ label: 'Paint it again', act: 'start' })
  })
  it('says what was edited before it is sent, and asks again as kept when it was refused', () => {
    const edits = { lastEventIds: { 'call-2': { kind: 'value', value: 'call-2/5' } } } as const
    const text = pillText({ phase: 'running', snapshot: cut(), options: DEFAULT_OPTIONS, edits })
    expect(text).toMatchObject({ act: 'push', hint: 'sends GET, edited:', wire: 'Last-Event-ID: call-2/5' })
    const refused = {
      ...cut(),
      plug: 'in',
      refused: { at: CUT_NOW, status: 400, reason: { code: 'quoted', quoted: 'unknown' }, edited: true },
    } as const
    expect(pill('running', refused)).toMatchObject({ label: 'Ask again as kept', act: 'ask', wire: 'Last-Event-ID: call-2/9' })
  })
  it('asks again as kept, too, when another stream came instead', () => {
    const reason = { code: 'another-stream', status: 200 } as const
    const stopped = { ...cut(), plug: 'in', refused: { at: CUT_NOW, status: 200, reason, edited: true, stream: 'call-2' } } as const
    expect(pill('running', stopped)).toMatchObject({
      act: 'ask',
      hint: 'Another stream came. Sends GET with',
      wire: 'Last-Event-ID: call-2/9',
    })
    const ofStandalone = { ...stopped, refused: { ...stopped.refused, stream: 'get' } } as const
    expect(pill('running', ofStandalone)).toMatchObject({ act: 'ask', wire: 'Last-Event-ID: get/0' })
  })
  it('starts a new session when this one has ended', () => {
    expect(pill('settled', endOf(refusedRun()))).toMatchObject({ label: 'Start a new session', act: 'start' })
  })
  it('plugs back in while the client has not been told that its session has ended', () => {
    const endedBehind = snapshotAt(refusedRun(), CUT_NOW + 40)
    expect(endedBehind).toMatchObject({ plug: 'out', session: { state: 'ended' } })
    expect(pill('running', endedBehind)).toMatchObject({ label: 'Plug back in', act: 'push', wire: 'Last-Event-ID: call-2/9' })
    const told = { ...endOf(refusedRun()), plug: 'out' } as const
    expect(pill('settled', told)).toMatchObject({ label: 'Start a new session', act: 'start' })
  })
})

describe('the story', () => {
  const beat = (snapshot: ReturnType<typeof endOf>) => beatOf(snapshot, subjectOf(snapshot, DEFAULT_OPTIONS))
  it('takes its numbers from the run', () => {
    const plug = { by: 'plug', after: 9 }
    expect(beat(cut())).toMatchObject({ chapter: 'cut', breaks: [plug], wasCut: true, keptId: 'call-2/9', resumes: { accepted: 0 } })
    expect(beat(endOf(resumedRun()))).toMatchObject({
      chapter: 'complete',
      breaks: [plug],
      resumes: { accepted: 1, newest: { id: 'call-2/9', status: 200 } },
      replayed: [10, 11, 12, 13, 14],
      after: [15, 16],
    })
  })
  it('has a chapter for each way a run can stand', () => {
    const chapters = [beforeRun(), lostRun(), refusedRun()].map((trace) => beat(endOf(trace)).chapter)
    expect(chapters).toEqual(['before', 'bare-lost', 'refused'])
  })
  it('tells refused edits, silence and evicted events apart from a session that is gone', () => {
    const now = { ...cut(), plug: 'in' } as const
    expect(
      beat({ ...now, refused: { at: CUT_NOW, status: 400, reason: { code: 'quoted', quoted: 'unknown' }, edited: true } }).chapter,
    ).toBe('edited')
    expect(beat({ ...now, faults: [{ fault: 'silence', vantage: 'client', state: 'on', at: CUT_NOW }] }).chapter).toBe('silence')
    const [first, ...rest] = now.stage.call?.events ?? []
    if (!now.stage.call || !first) throw new Error('The fixture has a call with events.')
    const call = {
      ...now.stage.call,
      events: [
        { ...first, evictedAt: CUT_NOW },
        ...rest.map((event) => (event.fate === 'missing' ? { ...event, fate: 'lost' as const } : event)),
      ],
    }
    expect(beat({ ...now, stage: { ...now.stage, call }, ledger: { ...now.ledger, lost: 2 } }).chapter).toBe('evicted')
  })
  it('tells of a call that is answered with JSON, and of one that was cut', () => {
    const { session, ...rest } = cut()
    if (!session) throw new Error('The fixture has a session.')
    const json = { ...rest, session: { ...session, resumable: false, answer: 'json' } } as const
    expect(beat({ ...json, plug: 'in' }).chapter).toBe('json-cut')
    expect(beat({ ...json, plug: 'in', connections: [] }).chapter).toBe('json')
  })
})

describe('the picture', () => {
  it('shows holes for what is missing and dots for what is not stored yet', () => {
    const subject = subjectOf(cut(), DEFAULT_OPTIONS)
    expect(subject).toMatchObject({ have: 9, made: 14, missing: 5, total: 16 })
    expect(subject.rows.map((row) => row.state).join(' ')).toBe(`${'have '.repeat(9)}${'missing '.repeat(5)}yet yet`)
  })
  it('calls lost what nothing can bring back', () => {
    expect(subjectOf(endOf(lostRun()), DEFAULT_OPTIONS)).toMatchObject({ have: 9, missing: 0, lost: 7 })
  })
})
