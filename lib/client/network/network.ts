/**
 * A fetch over a bad network: it may swallow bytes, carry them slowly, or have a proxy in the middle that cuts what is idle. The bytes are
 * real, and what is swallowed was really sent. It stands below the plug: `plug(network(fetch))`. Pulling out is the plug's business.
 *
 * NW1 Silence is half-open: what is sent vanishes, in both directions, and neither end is told. A body goes on being read and thrown away,
 *     so the server believes in its connection; a request that is asked meanwhile never leaves.
 * NW2 Lifted, new exchanges work at once. Those that lived through the silence stay dead, as behind a router that has forgotten them:
 *     only the client's idle timeout (idle-timeout.ts) or the plug ends them. The server is told of those that were given up.
 * NW3 Slow delays every byte of an answer and drops none; each exchange has its own `bytes a second`.
 * NW4 The idle proxy cuts an exchange that carried nothing for so long, at both ends. A comment is something.
 * NW5 An abort by the caller ends an exchange at once for the caller, and leaves no timer behind.
 */
import type { Milliseconds } from '../../protocol/observation'
import type { Sleep } from '../../streams/sleep'
import {
  type Conditions,
  createExchange,
  cutExchange,
  type Exchange,
  isDead,
  restartIdleTimer,
  sendExchange,
  silenceExchange,
} from './exchange'

export type Network = {
  wrap(fetch: typeof globalThis.fetch): typeof globalThis.fetch
  silence(on: boolean): void
  /** bytes a second; undefined: as fast as they come */
  slow(rate: number | undefined): void
  /** how long an exchange may be idle; undefined: no proxy */
  idleProxy(limit: Milliseconds | undefined): void
  /** Cuts, at both ends, each open exchange that `which` picks, once. The network stays. Returns how many that were. */
  drop(which?: (asked: RequestInit) => boolean): number
}

type NetworkOptions = {
  readonly sleep: Sleep
  /** The idle proxy has cut something. */
  readonly onIdleCut?: (asked: RequestInit) => void
  /** The silence is over, and so is everything that lived through it. */
  readonly onRecovered?: () => void
}

export function createNetwork({ sleep, onIdleCut, onRecovered }: NetworkOptions): Network {
  const open = new Set<Exchange>()
  const conditions: Conditions = { silent: false, rate: undefined, idle: undefined, untold: new Set() }

  function checkRecovered(): void {
    if (!conditions.silent && ![...open].some(isDead)) onRecovered?.()
  }

  function onOver(exchange: Exchange, livedThroughSilence: boolean): void {
    open.delete(exchange)
    if (livedThroughSilence) checkRecovered()
  }

  return {
    wrap:
      (fetch) =>
      (input, init = {}) => {
        const exchange = createExchange({ asked: init, conditions, sleep, onIdleCut, onOver })
        open.add(exchange)
        return sendExchange(exchange, (signal) => fetch(input, { ...init, signal }))
      },
    silence(on) {
      conditions.silent = on
      if (on) for (const exchange of open) silenceExchange(exchange)
      else {
        for (const tell of conditions.untold) tell()
        conditions.untold.clear()
        checkRecovered()
      }
    },
    slow(rate) {
      conditions.rate = rate === undefined ? undefined : Math.max(1, rate)
    },
    idleProxy(limit) {
      conditions.idle = limit
      for (const exchange of open) restartIdleTimer(exchange)
    },
    drop(which = () => true) {
      const chosen = [...open].filter((exchange) => which(exchange.asked))
      for (const exchange of chosen) cutExchange(exchange)
      return chosen.length
    },
  }
}
