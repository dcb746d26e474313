/**
 * The out-of-band feed: the facts that the server observed in one session, as an event stream. It is no part of MCP, and cuts do not affect it.
 * Facts are stored as objects and encoded only when a watcher reads; a bounded backlog serves watchers that connect later.
 */
import type { LogLimits } from '../event-store/event-log'
import { Fifo } from '../event-store/fifo'
import type { Bytes, EpochMs, ServerFact } from '../protocol/observation'
import { formatFrame } from '../protocol/sse'
import { encodeText } from '../streams/bytes'
import type { Clock } from '../streams/clock'
import { createWake } from '../streams/wake'
import { SSE_HEADERS, SseConnection } from './delivery/body/sse-connection'
import { Refusal, shown } from './http/errors'

/** A fact and when it was observed. */
export type TimedFact = { readonly at: EpochMs; readonly fact: ServerFact }

/** The facts a feed holds, and the sequence number of the first of them. */
export type FeedSnapshot = { readonly first: number; readonly facts: readonly TimedFact[] }

type FeedLimits = { readonly maxFacts: number; readonly maxBytes: Bytes; readonly maxWatchers: number }

/** A feed holds at least the facts of a full event log. */
export const feedLimitsOf = ({ maxEvents, maxBytes }: LogLimits): FeedLimits => ({
  maxFacts: maxEvents + 1024,
  maxBytes: 2 * maxBytes,
  maxWatchers: 64,
})

/** The most facts that are written as one chunk. */
const BATCH = 256
/** The size of a fact without event data, as the backlog counts it. */
const FACT_BYTES = 128

const weightOf = (fact: ServerFact): Bytes => FACT_BYTES + ('data' in fact ? fact.data.length : 0)

export class Feed {
  #facts = new Fifo<TimedFact>()
  /** the sequence number of the oldest stored fact; the first of all is 1 */
  #first = 1
  #bytes = 0
  #ended = false
  #watchers = new Set<SseConnection>()
  readonly #news = createWake()

  constructor(
    readonly limits: FeedLimits,
    readonly clock: Clock,
    from?: FeedSnapshot,
  ) {
    this.#first = from?.first ?? 1
    for (const timed of from?.facts ?? []) this.#keep(timed)
  }

  /** Appends a fact. Never throws, never waits. */
  push(fact: ServerFact): void {
    if (this.#ended) return
    this.#keep({ at: this.clock.now(), fact })
    while (this.#facts.length > this.limits.maxFacts || (this.#bytes > this.limits.maxBytes && this.#facts.length > 1)) {
      const oldest = this.#facts.shift()
      if (oldest) this.#bytes -= weightOf(oldest.fact)
      this.#first += 1
    }
    this.#news.wake()
  }

  /** Whether anybody watches. */
  get watched(): boolean {
    return this.#watchers.size > 0
  }

  snapshot(): FeedSnapshot {
    return { first: this.#first, facts: this.#facts.slice(0, this.#facts.length) }
  }

  /** No fact will follow: watchers get what is stored, then their bodies end. */
  end(): void {
    this.#ended = true
    this.#news.wake()
  }

  /** Ends every watcher at once. */
  close(): void {
    this.end()
    this.release()
  }

  /** Ends the body of every watcher; it may connect again, here or to the process that continues the session. */
  release(): void {
    for (const watcher of this.#watchers) watcher.close('complete')
  }

  keepAlive(): void {
    for (const watcher of this.#watchers) watcher.keepAlive()
  }

  /**
   * Streams the facts after `lastEventId` (all stored ones, when it is null). Throws a Refusal: 400 for a last event ID that was never
   * written, 429 at the limit of watchers.
   */
  watch(lastEventId: string | null): Response {
    if (this.#watchers.size >= this.limits.maxWatchers) {
      throw new Refusal(429, `This session has ${this.limits.maxWatchers} watchers already. Close one and try again.`, {
        headers: { 'retry-after': '5' },
      })
    }
    let next = this.#startAfter(lastEventId)
    const connection: SseConnection = new SseConnection({
      first: encodeText(formatFrame({ event: 'clock', data: JSON.stringify({ now: this.clock.now() }) })),
      next: async (signal) => {
        await this.#news.until(() => next < this.#end || this.#ended, signal)
        if (next >= this.#end || signal.aborted) return undefined
        const missed = Math.max(0, this.#first - next)
        next += missed
        const facts = this.#facts.slice(next - this.#first, BATCH)
        const text = facts.map((timed, i) => `id: ${next + i}\ndata: ${JSON.stringify(timed)}\n\n`).join('')
        next += facts.length
        return encodeText(missed > 0 ? formatFrame({ event: 'gap', data: JSON.stringify({ missed }) }) + text : text)
      },
      ended: () => this.#watchers.delete(connection),
    })
    this.#watchers.add(connection)
    return new Response(connection.body, { headers: SSE_HEADERS })
  }

  #keep(timed: TimedFact): void {
    this.#facts.push(timed)
    this.#bytes += weightOf(timed.fact)
  }

  /** one past the newest */
  get #end(): number {
    return this.#first + this.#facts.length
  }

  #startAfter(lastEventId: string | null): number {
    if (lastEventId === null) return 1
    const seq = /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : Number.NaN
    if (seq < this.#end) return seq + 1
    throw new Refusal(
      400,
      `Last-Event-ID ${shown(lastEventId)} is no event of this feed. Send the id of the last fact you received, or leave it out.`,
    )
  }
}
