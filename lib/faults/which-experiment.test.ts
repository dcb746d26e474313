import { describe, expect, it } from 'vitest'
import { CUT_NOW, cutRun } from '../../test/support/trace/fixtures'
import { snapshotAt } from '../trace/snapshot'
import type { ConnectionRecord } from '../trace/snapshot-types'
import { whichExperiment } from './which-experiment'

const snapshot = snapshotAt(cutRun(), CUT_NOW)
const request = (requestHeaders: Record<string, string>, edited?: Record<string, string>): ConnectionRecord =>
  ({ ...snapshot.connections[0], requestHeaders, ...(edited ? { edited } : {}) }) as ConnectionRecord
const kept = { 'last-event-id': 'call-2/9' }

describe('an edited request', () => {
  it.each([
    [{}, { 'mcp-session-id': 's' }, 'no-session-id'],
    [{}, kept, 'no-last-event-id'],
    [{ 'last-event-id': 'call-2/5' }, kept, 'older-id'],
    [{ 'last-event-id': 'get/0' }, kept, 'other-stream-id'],
    [{ 'last-event-id': 'call-9/3' }, kept, 'other-session-id'],
    [{ 'last-event-id': 'hello' }, kept, 'made-up-id'],
    [{ 'mcp-protocol-version': '2025-03-26' }, { 'mcp-protocol-version': '2025-11-25' }, 'old-version'],
    [{ 'mcp-protocol-version': '1999-01-01' }, { 'mcp-protocol-version': '2025-11-25' }, 'unknown-version'],
  ])('with the headers %j instead of %j is known as %s', (headers, edited, id) => {
    expect(whichExperiment(request(headers, edited), snapshot)?.id).toBe(id)
  })

  it('is none when it was sent as kept', () => {
    expect(whichExperiment(request(kept), snapshot)).toBeUndefined()
  })
})
