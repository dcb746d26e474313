/**
 * A naive model of the event log, to compare implementations with: one list of all appended events, and how many of the
 * oldest are evicted. Every answer is a search through the whole list.
 */

import type { LogLimits } from '../../lib/event-store/event-log'
import type { EventId, StreamName } from '../../lib/protocol/observation'

type Entry = { readonly id: EventId; readonly stream: StreamName; readonly n: number; readonly bytes: number }

type ModelAnswer = { readonly kind: 'events'; readonly ids: readonly EventId[]; readonly completed: boolean } | { readonly kind: string }

export class ModelLog {
  readonly entries: Entry[] = []
  readonly completed = new Set<StreamName>()
  gone = 0

  constructor(readonly limits: LogLimits) {}

  append(stream: StreamName, bytes: number, last: boolean): EventId {
    const n = this.of(stream).length
    const id = `${stream}/${n}`
    this.entries.push({ id, stream, n, bytes })
    while (this.stored().length > this.limits.maxEvents || this.bytes() > this.limits.maxBytes) this.gone += 1
    if (last) this.completed.add(stream)
    return id
  }

  of(stream: StreamName): Entry[] {
    return this.entries.filter((entry) => entry.stream === stream)
  }

  stored(): Entry[] {
    return this.entries.slice(this.gone)
  }

  bytes(): number {
    return this.stored().reduce((sum, entry) => sum + entry.bytes, 0)
  }

  readAfter(stream: StreamName, n: number): ModelAnswer {
    const all = this.of(stream)
    if (n >= all.length) return { kind: 'unknown' }
    const later = all.filter((entry) => entry.n > n)
    const stored = this.stored()
    if (later.some((entry) => !stored.includes(entry))) return { kind: 'evicted' }
    const forgotten = this.completed.has(stream) && !stored.some((entry) => entry.stream === stream)
    // A log need not remember a completed stream that is wholly evicted: then even its last event is too old.
    if (forgotten) return { kind: 'evicted' }
    return { kind: 'events', ids: later.map((entry) => entry.id), completed: this.completed.has(stream) }
  }
}
