import { describe, expect, it } from 'vitest'
import type { HeaderEdits } from '../../lib/faults/commands'
import { snapshotAt } from '../../lib/trace/snapshot'
import { extentOf } from '../../lib/trace/trace'
import { CUT_NOW, cutRun, resumedRun } from '../../test/support/trace/fixtures'
import { canEdit, editAt, editedLines, mergedEdits, withEdit } from './header-edits'

const call = { kind: 'stream', stream: 'call-2' } as const
const older = { kind: 'value', value: 'call-2/5' } as const
const leftOut = { kind: 'left-out' } as const

describe('editing the kept headers', () => {
  it('says line by line what will be sent instead', () => {
    const edits: HeaderEdits = { lastEventIds: { 'call-2': older }, sessionId: leftOut }
    expect(editedLines(edits)).toEqual(['Last-Event-ID: call-2/5', 'no Mcp-Session-Id'])
    expect(editedLines(undefined)).toEqual([])
  })

  it('can be undone, one header at a time, until all is as kept', () => {
    const one = withEdit(undefined, call, older)
    const two = withEdit(one, { kind: 'session' }, leftOut)
    expect(editAt(two, call)).toEqual(older)
    const back = withEdit(two, call, undefined)
    expect(back).toEqual({ sessionId: leftOut })
    expect(withEdit(back, { kind: 'session' }, undefined)).toBeUndefined()
  })

  it('keeps the edit of one header when another is edited', () => {
    const merged = mergedEdits({ lastEventIds: { 'call-2': older } }, { protocolVersion: { kind: 'value', value: '1999-01-01' } })
    expect(editedLines(merged)).toEqual(['Last-Event-ID: call-2/5', 'MCP-Protocol-Version: 1999-01-01'])
  })

  it('is possible while a resume is to come, and not when the call has its answer', () => {
    const cut = snapshotAt(cutRun(), CUT_NOW)
    expect(canEdit(cut, cut.kept)).toBe(true)
    const resumed = resumedRun()
    const end = snapshotAt(resumed, extentOf(resumed)?.to ?? 0)
    expect(canEdit(end, end.kept)).toBe(false)
  })
})
