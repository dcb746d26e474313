/**
 * The names of the streams of which a log holds nothing any more, in very little memory: `call-1` … `call-9000` is one entry.
 * So an old event ID can still be answered `evicted` instead of `unknown` (ES6), however long the session lasts.
 */
import type { StreamName } from '../protocol/observation'
import type { EvictedRun } from './event-log'

/** Streams `prefix-from` to `prefix-to`; `maxN` is the largest n any of them had. */
type Run = { from: number; to: number; maxN: number }

const NUMBERED = /^(.*)-(0|[1-9]\d{0,14})$/

/** Splits `call-12` into its prefix and number; undefined for a name without a number. */
function numberedName(stream: StreamName): { readonly prefix: string; readonly number: number } | undefined {
  const match = NUMBERED.exec(stream)
  return match ? { prefix: match[1] ?? '', number: Number(match[2]) } : undefined
}

export class EvictedStreams {
  #runs = new Map<string, Run[]>()

  /** Adds a stream whose events had numbers up to `maxN`. False for a name without a number: its log has to keep it. */
  add(stream: StreamName, maxN: number): boolean {
    const name = numberedName(stream)
    if (!name) return false
    const runs = this.#runs.get(name.prefix) ?? []
    this.#runs.set(name.prefix, runs)
    const at = runs.findIndex((run) => name.number <= run.to + 1)
    const run = at === -1 ? undefined : runs[at]
    if (!run || name.number < run.from - 1) {
      runs.splice(at === -1 ? runs.length : at, 0, { from: name.number, to: name.number, maxN })
      return true
    }
    run.from = Math.min(run.from, name.number)
    run.to = Math.max(run.to, name.number)
    run.maxN = Math.max(run.maxN, maxN)
    const next = runs[at + 1]
    if (next && next.from === run.to + 1) {
      runs.splice(at, 2, { from: run.from, to: next.to, maxN: Math.max(run.maxN, next.maxN) })
    }
    return true
  }

  /** Whether the stream is evicted and may have had an event `n` (exact per run of streams, not per stream). */
  has(stream: StreamName, n = 0): boolean {
    const name = numberedName(stream)
    if (!name) return false
    const runs = this.#runs.get(name.prefix)
    return runs?.some((run) => run.from <= name.number && name.number <= run.to && n <= run.maxN) ?? false
  }

  /** All runs, as plain data; `from` makes an EvictedStreams of them. */
  entries(): EvictedRun[] {
    return [...this.#runs].flatMap(([prefix, runs]) => runs.map((run) => ({ prefix, ...run })))
  }

  static from(entries: readonly EvictedRun[]): EvictedStreams {
    const evicted = new EvictedStreams()
    for (const { prefix, ...run } of entries) evicted.#runs.set(prefix, [...(evicted.#runs.get(prefix) ?? []), run])
    return evicted
  }

  /** The number of runs. */
  get size(): number {
    let size = 0
    for (const runs of this.#runs.values()) size += runs.length
    return size
  }
}
