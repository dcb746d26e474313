/**
 * For tests: pages of one browser, each with a playground, over one real server in this process. A tab has its own sessionStorage; all tabs
 * share a localStorage whose changes the others hear.
 */
import { connectClient } from '../../lib/client/connect'
import { createFaults } from '../../lib/client/network/client-faults'
import { createPlug } from '../../lib/client/network/plug'
import { createMemoryLog } from '../../lib/event-store/memory-log'
import { createPlayground } from '../../lib/playground/playground'
import type { SharedStorage } from '../../lib/playground/tabs'
import type { Page, Playground } from '../../lib/playground/types'
import { createRemoteRuntime } from '../../lib/runtime/remote'
import { createEndpoint } from '../../lib/server/endpoint'
import { snapshotAt } from '../../lib/trace/snapshot'
import type { Snapshot } from '../../lib/trace/snapshot-types'
import { extentOf } from '../../lib/trace/trace'
import { stepwise } from '../support/server/time'
import { cutRun } from '../support/trace/fixtures'
import { listen } from './http-server'
import { PAGE_PARTS, storageOf } from './page-parts'

export type Tab = {
  readonly playground: Playground
  readonly own: Map<string, string>
  readonly snapshot: () => Snapshot
  until(condition: (snapshot: Snapshot) => boolean): Promise<Snapshot>
  /** As the browser does it: saved, and gone. */
  gone(): void
}

export type Browser = {
  /** `own`: the sessionStorage it begins with; `fresh`: navigated to, not reloaded. */
  open(options?: { readonly own?: Map<string, string>; readonly fresh?: boolean; readonly page?: Partial<Page> }): Tab
  /** Lets the tool say its next message. */
  row(count?: number): void
  readonly shared: Map<string, string>
  readonly sessions: () => readonly string[]
  close(): Promise<void>
}

/** `http`: the server is behind real sockets. */
export async function openBrowser({ http = false }: { readonly http?: boolean } = {}): Promise<Browser> {
  const { sleep, row } = stepwise()
  const endpoint = createEndpoint({
    openLog: (observe) => createMemoryLog({ maxEvents: 1000, maxBytes: 1_000_000 }, observe),
    limits: { retryMs: 20 },
    trustAllHosts: true,
    sleep,
  })
  const server = http ? await listen(endpoint) : undefined
  const inProcess: typeof globalThis.fetch = (input, init) => {
    const request = new Request(input, init)
    const { pathname } = new URL(request.url)
    const serve = pathname === '/observations' ? endpoint.feed : pathname === '/faults' ? endpoint.control : endpoint.handle
    return serve(request)
  }
  const shared = new Map<string, string>()
  const tabs: Playground[] = []
  const listeners = new Map<object, (key: string | null, value: string | null) => void>()
  return {
    shared,
    sessions: () => endpoint.sessions(),
    row,
    open({ own = new Map<string, string>(), fresh = true, page } = {}) {
      const me = {}
      const recording = cutRun()
      const sharedStorage: SharedStorage = {
        storage: storageOf(shared, (key, value) => {
          for (const [tab, hear] of listeners) if (tab !== me) setImmediate(() => hear(key, value))
        }),
        onChange(listener) {
          listeners.set(me, listener)
          return () => listeners.delete(me)
        },
      }
      const playground = createPlayground({
        recording,
        opensAt: extentOf(recording)?.to ?? 0,
        ...PAGE_PARTS,
        every: () => () => {},
        storage: storageOf(own),
        shared: sharedStorage,
        page: { reload() {}, openTab() {}, closeTab() {}, isFresh: () => fresh, ...page },
        loadEngine: async () => ({
          connectClient,
          createPlug,
          createFaults,
          runtime: createRemoteRuntime(server?.base ?? new URL('http://localhost/'), server ? {} : { fetch: inProcess }),
        }),
      })
      tabs.push(playground)
      const snapshot = () => snapshotAt(playground.getState().trace, playground.getState().now)
      return {
        playground,
        own,
        snapshot,
        until: (condition) =>
          new Promise((resolve) => {
            const look = () => {
              const seen = snapshot()
              if (condition(seen)) resolve(seen)
              return condition(seen)
            }
            if (look()) return
            const stop = playground.subscribe(() => look() && stop())
          }),
        gone() {
          playground.save()
          playground.leave()
          listeners.delete(me)
        },
      }
    },
    async close() {
      for (const playground of tabs) playground.leave()
      await endpoint.close()
      server?.close()
    },
  }
}
