/**
 * The sessions of one endpoint: opened by initialize, ended by DELETE, idleness or shutdown, never more than the cap.
 * The feed of an ended session stays readable for a while, so that its watchers learn how it ended.
 */
import type { EpochMs, Milliseconds, SessionId } from '../../protocol/observation'
import type { Feed } from '../feed'
import { noSuchSession, Refusal } from '../http/errors'
import type { SessionParams } from '../http/session-params'
import { Session } from './session'
import type { EndReason, SessionHost, SessionSnapshot } from './session-types'

/** How often `drain` looks whether the tools have ended. */
const DRAIN_INTERVAL: Milliseconds = 100

export class Sessions {
  /** true: no session and no call is begun any more */
  #draining = false
  #live = new Map<SessionId, Session>()
  /** feeds of ended sessions, oldest first, never more than there may be sessions */
  #past = new Map<SessionId, { readonly feed: Feed; readonly until: EpochMs }>()

  constructor(readonly host: SessionHost) {}

  get size(): number {
    return this.#live.size
  }

  get(id: SessionId): Session | undefined {
    return this.#live.get(id)
  }

  ids(): SessionId[] {
    return [...this.#live.keys()]
  }

  /** Opens a session. Throws a Refusal: 429 at the cap, 503 while draining. */
  async open(params: SessionParams): Promise<Session> {
    if (this.#draining) throw shuttingDown()
    const { maxSessions, idleMs } = this.host.limits
    if (this.#live.size >= maxSessions) await this.sweep()
    if (this.#live.size >= maxSessions) {
      throw new Refusal(
        429,
        `All ${maxSessions} sessions of this server are in use. Try again in a while; idle ones end after ${idleMs} ms. (PTP_MAX_SESSIONS)`,
        {
          headers: { 'retry-after': '30' },
        },
      )
    }
    const session = new Session(params, this.host)
    this.#live.set(session.id, session)
    await session.start()
    return session
  }

  /** Continues a session of an earlier process. Requests that come at once wait for it. */
  async resumeFrom(snapshot: SessionSnapshot): Promise<void> {
    const session = new Session(snapshot.record.terms, this.host, snapshot)
    this.#live.set(session.id, session)
    try {
      await session.resumeFrom(snapshot.record)
    } catch (error) {
      // It would answer every request with this error; a client that is told 404 begins anew.
      await this.end(session, 'shutdown')
      throw new Error(`a saved session cannot go on, and has ended: ${(error as Error).message}`)
    }
  }

  /** All sessions that a later process can continue. Calls `failed` for one that cannot be copied, and leaves it out. */
  snapshots(failed: (error: Error) => void): SessionSnapshot[] {
    return [...this.#live.values()].flatMap((session) => {
      try {
        return session.snapshot() ?? []
      } catch (error) {
        failed(new Error(`one session cannot be saved, and ends with this process: ${(error as Error).message}`))
        return []
      }
    })
  }

  /** How many tools run now, in all sessions. */
  get running(): number {
    let running = 0
    for (const session of this.#live.values()) running += session.running
    return running
  }

  /** The session a request names. Throws a Refusal: 400 when it names none, 404 when there is no such session. */
  named(request: Request): Session {
    const id = request.headers.get('mcp-session-id')
    if (id === null) {
      throw new Refusal(
        400,
        'There is no Mcp-Session-Id header. Send initialize first, then the session id of its answer with every request.',
      )
    }
    const session = this.#live.get(id)
    if (!session) throw noSuchSession(id)
    return session
  }

  /** The feed of a live session, or of one that ended less than `graceMs` ago. */
  feed(id: SessionId): Feed | undefined {
    return this.#live.get(id)?.feed ?? this.#past.get(id)?.feed
  }

  /** Throws a Refusal when no further tool may run: 429 at a limit, 503 while draining. */
  checkRunning(session: Session): void {
    const { maxRunning, maxRunningTotal } = this.host.limits
    if (session.running >= maxRunning) throw tooMany(`This session runs ${maxRunning} tools already`, 'PTP_MAX_RUNNING')
    if (this.#draining) throw shuttingDown()
    if (this.running >= maxRunningTotal) throw tooMany(`This server runs ${maxRunningTotal} tools already`, 'PTP_MAX_RUNNING_TOTAL')
  }

  async end(session: Session, reason: EndReason): Promise<void> {
    // Broken on purpose: it reports its end, and stays until it is idle.
    if (session.delivery.survivesEnd && reason === 'deleted' && this.#live.has(session.id)) {
      session.observe({ kind: 'session.ended', session: session.id, reason })
      return
    }
    if (!this.#live.delete(session.id)) return
    await session.end(reason)
    this.#past.set(session.id, { feed: session.feed, until: this.host.clock.now() + this.host.limits.graceMs })
    for (const [id, { feed }] of this.#past) {
      if (this.#past.size <= this.host.limits.maxSessions) break
      feed.close()
      this.#past.delete(id)
    }
  }

  /** Ends idle sessions, and drops the feeds of those that ended more than `graceMs` ago. */
  async sweep(): Promise<void> {
    const now = this.host.clock.now()
    for (const [id, { feed, until }] of this.#past) {
      if (until > now) break
      feed.close()
      this.#past.delete(id)
    }
    const idle = [...this.#live.values()].filter((session) => session.isIdle(now - this.host.limits.idleMs))
    await Promise.all(idle.map((session) => this.end(session, 'expired')))
  }

  /** Refuses what is new from now on, waits (at most `timeout` milliseconds) until no tool runs, then closes every connection politely. */
  async drain(timeout: Milliseconds): Promise<void> {
    const { clock, sleep } = this.host
    this.#draining = true
    const until = clock.now() + timeout
    const never = new AbortController().signal
    while (this.running > 0 && clock.now() < until) await sleep(Math.min(DRAIN_INTERVAL, timeout), never)
    for (const session of this.#live.values()) {
      session.delivery.closePolitely()
      session.feed.release()
    }
  }

  async endAll(): Promise<void> {
    await Promise.all([...this.#live.values()].map((session) => this.end(session, 'shutdown')))
  }

  keepAlive(): void {
    for (const session of this.#live.values()) session.keepAlive()
    for (const { feed } of this.#past.values()) feed.keepAlive()
  }
}

const shuttingDown = (): Refusal =>
  new Refusal(503, 'The server is shutting down and begins nothing new. Try again in a moment.', { headers: { 'retry-after': '5' } })

const tooMany = (what: string, variable: string): Refusal =>
  new Refusal(429, `${what}. Wait for one to end, or cancel one. (${variable})`, { headers: { 'retry-after': '1' } })
