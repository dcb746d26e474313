/**
 * For tests: a whole playground over the real server and the real client in one process, with short waits. What a page has, without
 * the page.
 */
import { connectClient } from '../../lib/client/connect'
import { createFaults } from '../../lib/client/network/client-faults'
import { createPlug } from '../../lib/client/network/plug'
import { createMemoryLog } from '../../lib/event-store/memory-log'
import { createPlayground } from '../../lib/playground/playground'
import type { Playground } from '../../lib/playground/types'
import type { Milliseconds } from '../../lib/protocol/observation'
import { createRemoteRuntime } from '../../lib/runtime/remote'
import { createEndpoint } from '../../lib/server/endpoint'
import { DEFAULT_LIMITS } from '../../lib/server/http/config'
import { EMPTY_TRACE } from '../../lib/trace/trace'
import { memoryStorage, PAGE_PARTS } from './page-parts'

type PlaygroundBench = {
  readonly playground: Playground
  close(): Promise<void>
}

/** `retryMs`: the reconnection time the server tells. */
export function openPlayground({ retryMs = 150 }: { readonly retryMs?: Milliseconds } = {}): PlaygroundBench {
  const endpoint = createEndpoint({
    openLog: (observe) => createMemoryLog({ maxEvents: 1000, maxBytes: 1_000_000 }, observe),
    trustAllHosts: true,
    limits: { ...DEFAULT_LIMITS, retryMs },
  })
  const reach: typeof fetch = (input, init) => {
    const request = new Request(input, init)
    const { pathname } = new URL(request.url)
    if (pathname === '/observations') return endpoint.feed(request)
    return pathname === '/faults' ? endpoint.control(request) : endpoint.handle(request)
  }
  const playground = createPlayground({
    recording: EMPTY_TRACE,
    opensAt: 0,
    ...PAGE_PARTS,
    storage: memoryStorage(),
    loadEngine: async () => ({
      connectClient,
      createPlug,
      createFaults,
      runtime: createRemoteRuntime(new URL('http://localhost/'), { fetch: reach }),
    }),
  })
  return {
    playground,
    async close() {
      playground.leave()
      await endpoint.close()
    },
  }
}

/** Aborts once nothing has been observed for `ms`: the run has come to rest, or waits for a hand. */
export function quietFor(playground: Playground, ms: Milliseconds): AbortSignal {
  const rest = new AbortController()
  let seen = playground.getState().trace.observations.length
  let handle = setTimeout(() => end(), ms)
  const stop = playground.subscribe(({ trace, phase }) => {
    const changed = trace.observations.length !== seen || phase === 'starting'
    seen = trace.observations.length
    if (!changed) return
    clearTimeout(handle)
    handle = setTimeout(() => end(), ms)
  })
  function end() {
    stop()
    rest.abort()
  }
  return rest.signal
}
