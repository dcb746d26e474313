import { describe, expect, test } from 'vitest'
import { column, traceFromText } from '../../../test/support/trace/drawn-trace'
import { ORIGIN } from '../../../test/support/trace/fixture-script'
import { beforeRun, CUT_NOW, cutRun, lostRun, refusedRun, resumedRun } from '../../../test/support/trace/fixtures'
import { snapshotAt } from '../../trace/snapshot'
import { EMPTY_TRACE, type Trace } from '../../trace/trace'
import { messageText } from '../t'
import { announce, describeMoment, tableRows } from './describe'

const at = (trace: Trace, ms: number) => snapshotAt(trace, ORIGIN + ms)

describe('a moment in words', () => {
  test.each([
    ['Nothing has happened yet.', EMPTY_TRACE, 0],
    ['Connecting.', beforeRun(), 10],
    ['Connected. No tool called yet.', beforeRun(), 300],
    ['Painting.', cutRun(), 450],
    ['Painting. Row 9 of 16.', cutRun(), 2750],
    ['Plug pulled. Nothing stored since.', cutRun(), 2801],
    ['Plug pulled. 1 event stored since.', cutRun(), 2961],
    ['Plug pulled. 5 events stored since.', cutRun(), 4240],
    ['Resuming. 2 replayed, 3 missing.', resumedRun(), 4580],
    ['Resumed. 5 replayed, none missing.', resumedRun(), 4950],
    ['Resumed. 5 replayed, none missing.', resumedRun(), 5600],
    ['Plug pulled. 5 messages sent since, none kept.', lostRun(), 4200],
    ['Plugged in. 8 lost: nothing can bring them back.', lostRun(), 4480],
    ['404: session 7f3a…e1c2 has ended. Start a new session.', refusedRun(), 4430],
  ])('%s', (words, trace, ms) => {
    expect(describeMoment(at(trace, ms))).toBe(words)
  })

  test('pulled after the last event, there is nothing to bring back', () => {
    const trace = resumedRun()
    const pulled = { ...at(trace, 5600), plug: 'out' as const, pulledAt: ORIGIN + 5550 }
    expect(describeMoment(pulled)).toBe('You pulled after the last event. Nothing to bring back.')
  })

  test('a resume that is answered and brings nothing is said to bring nothing', () => {
    const trace = traceFromText(`
      plug   |   x o   |
      server |p123     |
      wire   |(  ~ [   |
      client |p1       |
    `)
    expect(describeMoment(snapshotAt(trace, column(6)))).toBe('Resuming. 0 replayed, 2 missing.')
    expect(describeMoment(snapshotAt(trace, column(20)))).toBe('Connected, and nothing replayed. 2 missing.')
  })
})

describe('what is said aloud', () => {
  const cut = cutRun()
  const resumed = resumedRun()
  test.each([
    ['Plug pulled. Last event ID call-2/9.', at(cut, 2799), at(cut, 2800)],
    [undefined, at(cut, 2801), at(cut, 4240)],
    ['Calling paint_picture.', at(cut, 390), at(cut, 399)],
    ['Plugged back in.', at(resumed, 4299), at(resumed, 4300)],
    [undefined, at(resumed, 4700), at(resumed, 4800)],
    ['Resumed: 5 replayed, none missing.', at(resumed, 4900), at(resumed, 4950)],
    ['Done. 17 received, none missing.', at(resumed, 5400), at(resumed, 5402)],
    ['Plug pulled. There are no event IDs, so nothing can be resumed.', at(lostRun(), 2799), at(lostRun(), 2801)],
    ['404: session 7f3a…e1c2 has ended. Start a new session.', at(refusedRun(), 4300), at(refusedRun(), 4430)],
    [undefined, snapshotAt(EMPTY_TRACE, 0), snapshotAt(EMPTY_TRACE, 0)],
  ])('%s', (words, previous, next) => {
    expect(messageText(announce(previous, next))).toBe(words ?? '')
  })

  test('each sentence once, however many looks there are between two moments', () => {
    const said: string[] = []
    for (let ms = 1; ms <= 5600; ms += 7) {
      const words = messageText(announce(at(resumed, ms - 7), at(resumed, ms)))
      if (words) said.push(words)
    }
    expect(said).toEqual([
      'Calling paint_picture.',
      'Plug pulled. Last event ID call-2/9.',
      'Plugged back in.',
      'Resumed: 5 replayed, none missing.',
      'Done. 17 received, none missing.',
    ])
  })
})

describe('the table', () => {
  const rows = tableRows(resumedRun())

  test('has a row for every observation, in order of time', () => {
    expect(rows).toHaveLength(resumedRun().observations.length)
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).sort((a, b) => a - b))
    expect(rows.every(({ what }) => what.length > 0)).toBe(true)
  })

  test('tells both ends of an event and its fate', () => {
    expect(rows.filter(({ key }) => key === 'call-2/10').map(({ at, vantage, what, fate }) => [at, vantage, what, fate])).toEqual([
      [2960, 'server', 'event stored', 'replayed'],
      [4460, 'client', 'event received', 'replayed'],
    ])
    expect(rows.find(({ id }) => id === 'call-2/3')?.detail).toContain('progress 3 of 16')
  })

  test('names what the client asked and what the server answered', () => {
    const words = rows.map(({ what }) => what)
    expect(words).toContain('GET with Last-Event-ID: call-2/9')
    expect(words).toContain('replay of 5 started')
    expect(words).toContain('connection severed')
  })

  test('knows messages without ids by their fate', () => {
    const lost = tableRows(lostRun()).filter(({ fate }) => fate === 'lost')
    expect(lost.map(({ what, stream }) => `${what} ${stream}`)).toEqual(Array(8).fill('message sent, not stored call-2'))
  })

  test('never shows a whole session id', () => {
    const shown = [...rows, ...tableRows(refusedRun())].map(({ what, detail }) => `${what} ${detail}`).join()
    expect(shown).not.toContain('7f3a90c4')
  })
})

test('the moment of the drawing is the moment of the fixture', () => {
  expect(snapshotAt(cutRun(), CUT_NOW).ledger).toMatchObject({ stored: 14, received: 9, missing: 5, replayed: 0, duplicated: 0 })
  expect(at(resumedRun(), 5600).ledger).toMatchObject({ stored: 17, received: 17, missing: 0, replayed: 5, duplicated: 0 })
})
