/**
 * A fetch over a bad network: it may swallow bytes, carry them slowly, or have a proxy in the middle that cuts what is idle. The bytes are
 * real, and what is swallowed was really sent. It stands below the plug: `plug(network(fetch))`. Pulling out is the plug's business.
 *
 * NW1 Silence is half-open: what is sent vanishes, in both directions, and neither end is told. A body goes on being read and thrown away,
 *     so the server believes in its connection; a request that is asked meanwhile never leaves.
 * NW2 Lifted, new exchanges work at once. Those that lived through the silence stay dead, as behind a router that has forgotten them:
 *     only the client's own patience (idle-timeout.ts) or the plug ends them. The server is told of those that were given up.
 * NW3 Slow delays every byte of an answer and drops none; each exchange has its own `bytes a second`.
 * NW4 The idle proxy cuts an exchange that carried nothing for so long, at both ends. A comment is something.
 * NW5 An abort by the caller ends an exchange at once for the caller, and leaves no timer behind.
 */
import type { Bytes, Milliseconds } from '../../protocol/observation'
import type { Sleep } from '../../streams/sleep'

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

/** Slow bytes come in portions of a tenth of a second. */
const PORTION: Milliseconds = 100

export function createNetwork({ sleep, onIdleCut, onRecovered }: NetworkOptions): Network {
  const open = new Set<Exchange>()
  const conditions: Conditions = { silent: false, rate: undefined, idle: undefined, untold: new Set() }
  const look = () => {
    if (!conditions.silent && ![...open].some(({ dead }) => dead)) onRecovered?.()
  }
  return {
    wrap:
      (fetch) =>
      (input, init = {}) => {
        const onOver = () => {
          open.delete(exchange)
          if (exchange.dead) look()
        }
        const exchange = createExchange({ asked: init, conditions, sleep, onIdleCut, onOver })
        open.add(exchange)
        return exchange.begin((signal) => fetch(input, { ...init, signal }))
      },
    silence(on) {
      conditions.silent = on
      if (on) for (const exchange of open) exchange.die()
      else {
        for (const tell of conditions.untold) tell()
        conditions.untold.clear()
        look()
      }
    },
    slow(rate) {
      conditions.rate = rate === undefined ? undefined : Math.max(1, rate)
    },
    idleProxy(limit) {
      conditions.idle = limit
      for (const exchange of open) exchange.rest()
    },
    drop(which = () => true) {
      const chosen = [...open].filter((exchange) => which(exchange.asked))
      for (const exchange of chosen) exchange.cut()
      return chosen.length
    },
  }
}

type Conditions = {
  silent: boolean
  rate: number | undefined
  idle: Milliseconds | undefined
  /** what the other ends have to be told once the network carries again */
  readonly untold: Set<() => void>
}

type ExchangeOptions = {
  readonly asked: RequestInit
  readonly conditions: Conditions
  readonly sleep: Sleep
  readonly onIdleCut: ((asked: RequestInit) => void) | undefined
  readonly onOver: () => void
}

type Exchange = {
  readonly asked: RequestInit
  /** It lives through a silence, or has: it will never carry anything again. */
  readonly dead: boolean
  begin(send: (signal: AbortSignal) => Promise<Response>): Promise<Response>
  /** From now on it carries nothing, and nobody is told. */
  die(): void
  /** Both ends are told that it is over. */
  cut(): void
  /** Begins to count its idle time anew. */
  rest(): void
}

function createExchange({ asked, conditions, sleep, onIdleCut, onOver }: ExchangeOptions): Exchange {
  const request = new AbortController()
  const caller = asked.signal ?? undefined
  let over = false
  let dead = false
  let resting = new AbortController()
  let fail: (error: unknown) => void = () => {}
  let beginDraining = () => {}
  let letGo: (reason: unknown) => void = () => {}
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  failed.catch(() => {})

  function finish(): void {
    over = true
    resting.abort()
    caller?.removeEventListener('abort', abandon)
    onOver()
  }

  /** Tells the server, when the network carries that. */
  function tellServer(reason: unknown): void {
    const tell = () => {
      request.abort(reason)
      letGo(reason)
    }
    if (conditions.silent) conditions.untold.add(tell)
    else tell()
  }

  function abandon(): void {
    if (over) return
    finish()
    fail(caller?.reason)
    tellServer(caller?.reason)
  }

  function cut(): void {
    if (over) return
    finish()
    const error = new TypeError('network error')
    fail(error)
    tellServer(error)
  }

  function rest(): void {
    resting.abort()
    if (over || conditions.idle === undefined) return
    resting = new AbortController()
    sleep(conditions.idle, resting.signal).then(
      () => {
        if (over || dead) return
        onIdleCut?.(asked)
        cut()
      },
      () => {},
    )
  }

  /** The same bytes, as the network carries them. */
  function carry(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    const reader = body.getReader()
    let reading = false
    let waiting: Uint8Array = new Uint8Array(0)
    const drain = async () => {
      while (!(await reader.read().catch(() => ({ done: true }))).done);
    }
    beginDraining = () => {
      if (!reading) void drain()
    }
    const portion = async (): Promise<Uint8Array> => {
      const { rate } = conditions
      if (rate === undefined) return takeUpTo(waiting.length)
      const size = Math.min(waiting.length, Math.max(1, Math.round((rate * PORTION) / 1000)))
      await sleep((size / rate) * 1000, request.signal).catch(() => {})
      return takeUpTo(size)
    }
    const takeUpTo = (size: Bytes): Uint8Array => {
      const taken = waiting.subarray(0, size)
      waiting = waiting.subarray(size)
      return taken
    }
    return new ReadableStream<Uint8Array>(
      {
        start(controller) {
          fail = (error) => controller.error(error)
          letGo = (reason) => void reader.cancel(reason).catch(() => {})
        },
        async pull(controller) {
          if (waiting.length === 0) {
            reading = true
            const chunk = await reader.read().catch((error: unknown) => ({ error }))
            reading = false
            if (dead) return drainForEver(drain)
            if (over) return
            if ('error' in chunk || chunk.done) {
              finish()
              if ('error' in chunk) controller.error(chunk.error)
              else controller.close()
              return
            }
            waiting = chunk.value
            rest()
          }
          const passed = await portion()
          if (dead) return drainForEver(drain)
          if (!over && passed.length > 0) controller.enqueue(passed)
        },
        cancel(reason) {
          if (over) return
          finish()
          tellServer(reason)
        },
      },
      { highWaterMark: 0 },
    )
  }

  return {
    asked,
    get dead() {
      return dead
    },
    async begin(send) {
      caller?.throwIfAborted()
      caller?.addEventListener('abort', abandon)
      if (conditions.silent) {
        dead = true
        return failed
      }
      rest()
      const answer = send(request.signal)
      // What comes for an exchange that is over or dead is taken in and thrown away.
      answer.then(
        (response) => {
          if (over && !dead) response.body?.cancel().catch(() => {})
          else if (dead) void throwAway(response)
        },
        () => {},
      )
      const response = await Promise.race([answer.then((given) => (dead ? failed : given)), failed]).catch((error: unknown) => {
        if (dead && !over) return failed
        if (!over) finish()
        throw error
      })
      // It was cut, or given up, in the very moment of its answer: its body would be open for ever, and silent.
      if (over) {
        response.body?.cancel().catch(() => {})
        return failed
      }
      if (!response.body || response.status === 0) {
        finish()
        return response
      }
      rest()
      return new Response(carry(response.body), { status: response.status, statusText: response.statusText, headers: response.headers })
    },
    die() {
      dead = true
      resting.abort()
      beginDraining()
    },
    cut,
    rest,
  }
}

/** Reads and throws away; never hands anything over. */
function drainForEver(drain: () => Promise<void>): Promise<never> {
  void drain()
  return new Promise(() => {})
}

async function throwAway(response: Response): Promise<void> {
  const reader = response.body?.getReader()
  while (reader && !(await reader.read().catch(() => ({ done: true }))).done);
}
