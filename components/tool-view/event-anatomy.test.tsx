import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { recordedFor } from '../../lib/recordings/scenarios'
import { snapshotAt } from '../../lib/trace/snapshot'
import { EventAnatomy } from './event-anatomy'

const snapshotOf = (scenario: string, last = Number.POSITIVE_INFINITY) => snapshotAt(recordedFor(scenario).trace, last)
const text = (markup: string) => markup.replace(/<[^>]+>/g, '\n').replaceAll('&quot;', '"')

describe('one event, line by line', () => {
  test('is an event of the run, with every line of it as it came', () => {
    const snapshot = snapshotOf('first-cut')
    const said = text(renderToStaticMarkup(<EventAnatomy snapshot={snapshot} />))
    const last = snapshot.stage.call?.events.at(-1)
    const frame = snapshot.connections.flatMap(({ frames }) => frames).find((seen) => seen.kind === 'event' && seen.id === last?.id)
    const lines = frame?.kind === 'event' ? frame.raw.trimEnd().split('\n') : []
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(said).toContain(line)
    expect(said).toContain('This one is the response to the call.')
    expect(said).toContain(`answers JSON-RPC request ${snapshot.stage.call?.rpc?.id};`)
    expect(said).toContain('16 progress messages and the response are 17 messages.')
  })

  test('is the selected one, a priming event too', () => {
    const snapshot = snapshotOf('first-cut')
    const priming = snapshot.stage.call?.events.find(({ role }) => role === 'priming')
    expect(text(renderToStaticMarkup(<EventAnatomy snapshot={snapshot} selected={priming?.key} />))).toContain('this is a priming event')
  })

  test('is nothing before the first message', () => {
    expect(renderToStaticMarkup(<EventAnatomy snapshot={snapshotOf('first-cut', 0)} />)).toBe('')
  })
})
