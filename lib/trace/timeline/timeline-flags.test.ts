import { describe, expect, it } from 'vitest'
import type { Fact, Observation } from '../../protocol/observation'
import { flagWords } from '../../words/run/flags'
import { ENGLISH } from '../../words/t'
import { appendToTrace, EMPTY_TRACE } from '../trace'
import { flagsOf } from './timeline-flags'

const at = (ms: number, fact: Fact, seq = ms): Observation => ({ ...fact, seq, at: 1000 + ms, vantage: 'client' }) as Observation
const flags = (...seen: Observation[]) =>
  flagsOf(appendToTrace(EMPTY_TRACE, seen), 1000).map((flag) => ({ at: flag.at, text: flagWords(flag, ENGLISH) }))

describe('the flags of the timeline', () => {
  it('tell when a fault struck, began and ended, and not when it was armed', () => {
    expect(
      flags(
        at(0, { kind: 'fault.set', fault: 'yank-mid-frame', state: 'armed' }),
        at(300, { kind: 'fault.set', fault: 'yank-mid-frame', state: 'struck' }),
        at(900, { kind: 'fault.set', fault: 'slow', state: 'on', detail: { code: 'bytes-a-second', rate: 400 } }),
        at(1900, { kind: 'fault.set', fault: 'slow', state: 'off' }),
      ),
    ).toEqual([
      { at: 300, text: 'mid frame' },
      { at: 900, text: 'slow' },
      { at: 1900, text: 'slow over' },
    ])
  })

  it('say once what is said again without a change', () => {
    const on = (ms: number) => at(ms, { kind: 'fault.set', fault: 'idle-proxy', state: 'on', detail: { code: 'cuts-idle', ms, cuts: ms } })
    expect(flags(on(0), on(2000), on(4000))).toEqual([{ at: 0, text: 'idle proxy' }])
  })

  it('tell of the server and the session by what came of a fault', () => {
    expect(
      flags(
        at(100, { kind: 'fault.set', fault: 'restart-forgetting', state: 'struck' }),
        at(101, { kind: 'server.restarted', keeps: 'nothing' }),
        at(500, { kind: 'session.ended', session: 's', reason: 'restarted' }),
        at(700, { kind: 'event.evicted', stream: 'call-2', through: 'call-2/3' }),
      ).map(({ text }) => text),
    ).toEqual(['restarted, all forgotten', 'session restarted', 'evicted'])
  })
})
