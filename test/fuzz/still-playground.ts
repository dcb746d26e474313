/** For tests: a playground that shows a recorded run and cannot start one: no clock, no frames, no engine. */
import { createPlayground } from '../../lib/playground/playground'
import { recordedFor } from '../../lib/recordings/scenarios'

export function stillPlayground(scenario: string) {
  const { trace, opensAt } = recordedFor(scenario)
  return createPlayground({
    recording: trace,
    opensAt,
    clock: () => 0,
    frames: { request: () => 0, cancel: () => {} },
    every: () => () => {},
    storage: undefined,
    newCallId: () => 'call',
    loadEngine: () => Promise.reject(new Error('no engine here')),
  })
}
