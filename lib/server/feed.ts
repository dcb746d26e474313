/**
 * The out-of-band feed: what the server saw in one session, for whoever watches. The plug never cuts it, and it is no part of MCP.
 * Facts are kept as they come and written as text only when somebody reads; a bounded backlog serves those who come late.
 */
import type { LogLimits } from '../event-store/event-log'
import { Fifo } from '../event-store/fifo'
import type { Bytes, EpochMs, ServerFact } from '../protocol/observation'
import { formatFrame } from '../protocol/sse'
import { encodeText } from '../streams/bytes'
import type { Clock } from '../streams/clock'
import { createWake } from '../streams/wake'
import { SSE_HEADERS, SseConnection } from './delivery/sse-connection'
import { Refusal, shown } from './http/errors'

/** A fact and when it was observed. */
export type TimedFact = { readonly at: EpochMs; readonly fact: ServerFact }

/** The facts a feed holds, and the sequence number of the first of them. */
export type FeedSnapshot = { readonly first: number; readonly facts: readonly TimedFact[] }

type FeedLimits = { readonly maxFacts: number; readonly maxBytes: Bytes; readonly maxWatchers: number }

/** A feed keeps the facts of a full event log, and some. */
export const feedLimitsOf = ({ maxEvents, maxBytes }: LogLimits): FeedLimits => ({
  maxFacts: maxEvents + 1024,
  maxBytes: 2 * maxBytes,
  maxWatchers: 64,
})

/** Facts written at once. */
const BATCH = 256
/** What a fact without event data weighs in the backlog. */
const FACT_BYTES = 128

const weightOf = (fact: ServerFact): Bytes => FACT_BYTES + ('data' in fact ? fact.data.length : 0)

export class Feed {
  #facts = new Fifo<TimedFact>()
  /** the sequence number of the oldest fact kept; the first ever is 1 */
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

  /** Notes a fact. Never throws, never waits. */
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

  snapshot(): FeedSnapshot {
    return { first: this.#first, facts: this.#facts.slice(0, this.#facts.length) }
  }

  /** Nothing will follow; watchers get what there is, then their bodies end. */
  end(): void {
    this.#ended = true
    this.#news.wake()
  }

  /** Ends every watcher at once. */
  close(): void {
    this.end()
    this.release()
  }

  /** Lets every watcher go: it may ask again, here or where the session goes on. */
  release(): void {
    for (const watcher of this.#watchers) watcher.close('complete')
  }

  keepAlive(): void {
    for (const watcher of this.#watchers) watcher.keepAlive()
  }

  /** Streams the facts after `lastEventId` (all that are kept, when it is null). Refuses a last event ID that was never written. */
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
