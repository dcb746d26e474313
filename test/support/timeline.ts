/** Timelines of the layout's tests, and readings of what is drawn. */
import type { EventMark, Timeline } from '../../lib/trace/timeline/timeline-types'

/** Nine events received, a cut at 2.8 s, five stored meanwhile; with `resumed`, pushed at 4.3 s and replayed within 2 ms. */
export function timelineOf({ resumed = false, stored = 14, every = 250, replayGap = 0.4 } = {}): Timeline {
  const at = (n: number) => 460 + every * n
  const marks = Array.from({ length: stored }, (_, i): EventMark => {
    const n = i + 1
    const live = n <= 9
    const again = resumed ? [{ at: 4400 + (n - 10) * replayGap, replayed: true, connection: 'c4' }] : []
    return {
      key: `call-2/${n}`,
      stream: 'call-2',
      row: 1,
      priming: false,
      fate: live ? 'received' : resumed ? 'replayed' : 'missing',
      storedAt: at(n),
      receipts: live ? [{ at: at(n) + 35, replayed: false, connection: 'c3' }] : again,
    }
  })
  const end = resumed ? 5600 : 4240
  return {
    origin: 0,
    duration: end,
    axisEnd: 6000,
    folds: [],
    session: { from: 0, to: end, id: '7f3a…e1c2', ended: false },
    rows: [
      { stream: 'get', kind: 'standalone' },
      { stream: 'call-2', kind: 'call' },
    ],
    spans: [
      { connection: 'c2', stream: 'get', row: 0, from: 200, to: 2801, start: 'open', end: 'torn', request: 'GET' },
      { connection: 'c3', stream: 'call-2', row: 1, from: 400, to: 2801, start: 'open', end: 'torn', request: 'POST tools/call' },
      ...(resumed
        ? [
            {
              connection: 'c4',
              stream: 'call-2',
              row: 1,
              from: 4370,
              to: 5460,
              start: 'resumed',
              end: 'complete',
              request: 'GET',
              after: 'call-2/9',
            } as const,
          ]
        : []),
    ],
    failures: [],
    flags: [],
    jackets: [{ from: 0, to: 2800, torn: true }, ...(resumed ? [{ from: 4300, to: 5600, torn: false }] : [])],
    outages: [{ from: 2800, to: resumed ? 4300 : 4240, open: !resumed }],
    marks,
  }
}

/** The points a path made of absolute M, H, V, Q commands goes through. */
export function points(path: string): [number, number][] {
  let x = 0
  let y = 0
  return [...path.matchAll(/([MHVQ])([^MHVQ]*)/g)].map(([, command, text = '']) => {
    const numbers = text.trim().split(/[ ,]+/).map(Number)
    if (command === 'H') x = numbers[0] ?? x
    else if (command === 'V') y = numbers[0] ?? y
    else {
      x = numbers[numbers.length - 2] ?? x
      y = numbers[numbers.length - 1] ?? y
    }
    return [x, y]
  })
}
