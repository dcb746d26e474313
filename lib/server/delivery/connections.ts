/**
 * Which connection carries which stream of a session, at most one each: a newer one takes over from one still believed alive.
 * Also writes the comments that keep silent connections open.
 */
import type { Milliseconds, Observe, ServerFact, StreamName } from '../../protocol/observation'
import type { Clock } from '../../streams/clock'
import type { BodyEnd, SseConnection } from './body/sse-connection'

export class Connections {
  #carrying = new Map<StreamName, SseConnection>()
  #all = new Set<SseConnection>()
  /** which timer writes comments: that of the endpoint, one of these connections, or none */
  #comments: 'endpoint' | 'own' | 'off' = 'endpoint'
  #stopComments = () => {}

  /** `ended` is called whenever a connection is gone. */
  constructor(
    readonly observe: Observe<ServerFact>,
    readonly ended: (stream: StreamName, how: BodyEnd) => void,
  ) {}

  get size(): number {
    return this.#all.size
  }

  /**
   * Lets a new connection carry `stream`. `open` is given what to call when its body has ended. `beside`: an older one is not closed,
   * because someone else decides which of them gets what.
   */
  attach(stream: StreamName, open: (ended: (how: BodyEnd) => void) => SseConnection, beside = false): SseConnection {
    const older = beside ? undefined : this.#carrying.get(stream)
    older?.close('taken-over')
    const connection = open((how) => {
      this.#all.delete(connection)
      if (this.#carrying.get(stream) === connection) this.#carrying.delete(stream)
      this.observe({ kind: 'stream.detached', stream, how })
      this.ended(stream, how)
    })
    this.#all.add(connection)
    this.#carrying.set(stream, connection)
    this.observe({ kind: 'stream.attached', stream, tookOver: older !== undefined })
    return connection
  }

  /** The streams that a connection carries now. */
  streams(): StreamName[] {
    return [...this.#carrying.keys()]
  }

  /** Ends the connection of a stream, if there is one, with `last` as its last bytes; the stream goes on without. */
  close(stream: StreamName, last?: Uint8Array): void {
    this.#carrying.get(stream)?.close('complete', last)
  }

  /** Ends every connection, and the comments. */
  closeAll(): void {
    this.#stopComments()
    for (const connection of [...this.#all]) connection.close('complete')
  }

  /** Breaks every connection off. */
  tearAll(reason: string): void {
    for (const connection of [...this.#all]) connection.tear(reason)
  }

  /** Writes a comment on every silent connection, unless `setComments` said otherwise. Called by the timer of the endpoint. */
  keepAlive(): void {
    if (this.#comments === 'endpoint') this.#writeComments()
  }

  /** Whether comments are written on silent connections, and how often; without `every` (milliseconds), by the timer of the endpoint. */
  setComments(on: boolean, clock: Clock, every?: Milliseconds): void {
    this.#stopComments()
    const own = on && every !== undefined
    this.#stopComments = own ? clock.every(every, () => this.#writeComments()) : () => {}
    this.#comments = own ? 'own' : on ? 'endpoint' : 'off'
  }

  #writeComments(): void {
    for (const connection of this.#all) connection.keepAlive()
  }
}
