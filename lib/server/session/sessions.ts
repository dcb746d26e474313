/**
 * The sessions of one endpoint: opened by initialize, ended by DELETE, idleness or shutdown, never more than the cap.
 * The feed of an ended session stays readable for a while, so that its watchers learn how it ended.
 */
import type { EpochMs, Milliseconds, SessionId } from '../../protocol/observation'
import type { Feed } from '../feed'
import { noSuchSession, Refusal } from '../http/errors'
import { headerOf } from '../http/read/headers'
import type { SessionParams } from '../http/session-params'
import { Session } from './session'
import type { EndReason, SessionHost, SessionSnapshot } from './session-types'

/** A session that did nothing for so long may go when there is no room for another. */
const UNUSED_MS: Milliseconds = 5000

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

  /** Opens a session for whoever sent `request`. Throws a Refusal: 429 at the cap or at the client's share of it, 503 while draining. */
  async open(request: Request, params: SessionParams): Promise<Session> {
    if (this.#draining) throw shuttingDown()
    const { maxSessions, clientShare, idleMs } = this.host.limits
    const client = this.host.clientOf?.(request)
    const share = shareOf(maxSessions, clientShare)
    const own = client === undefined ? [] : this.#of(client)
    if (own.length >= share && !(await this.#endUnused(own))) throw overShare('has', own.length, 'sessions', maxSessions)
    if (this.#live.size >= maxSessions) await this.sweep()
    if (this.#live.size >= maxSessions && !(await this.#endUnused(this.#byHolder()))) throw full(maxSessions, idleMs)
    const session = new Session(params, this.host)
    session.client = client
    this.#live.set(session.id, session)
    await session.start()
    return session
  }

  #of(client: string | undefined): Session[] {
    return [...this.#live.values()].filter((session) => session.client === client)
  }

  /** All sessions, those of the client with most of them first, the oldest of each client first. */
  #byHolder(): Session[] {
    const holders = new Map<string | undefined, Session[]>()
    for (const session of this.#live.values()) holders.set(session.client, [...(holders.get(session.client) ?? []), session])
    return [...holders.values()].sort((a, b) => b.length - a.length).flat()
  }

  /** Ends the first of `sessions` that never did anything. False when there is none. */
  async #endUnused(sessions: readonly Session[]): Promise<boolean> {
    const since = this.host.clock.now() - UNUSED_MS
    const unused = sessions.find((session) => session.isUnused(since))
    if (unused) await this.end(unused, 'expired')
    return unused !== undefined
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
    return runningIn(this.#live.values())
  }

  /** The session a request names. Throws a Refusal: 400 when it names none, 404 when there is no such session. */
  named(request: Request): Session {
    const id = headerOf(request, 'mcp-session-id')
    if (id === null) {
      throw new Refusal(
        400,
        'There is no Mcp-Session-Id header. Send initialize first, then the session id of its answer with every request.',
      )
    }
    const session = this.#live.get(id)
    if (!session) throw noSuchSession(id)
    session.client ??= this.host.clientOf?.(request)
    return session
  }

  /** The feed of a live session, or of one that ended less than `graceMs` ago. */
  feed(id: SessionId): Feed | undefined {
    return this.#live.get(id)?.feed ?? this.#past.get(id)?.feed
  }

  /** Throws a Refusal when no further tool may run: 429 at a limit, 503 while draining. */
  checkRunning(session: Session): void {
    const { maxRunning, maxRunningTotal, clientShare } = this.host.limits
    if (session.running >= maxRunning) throw tooMany(`This session runs ${maxRunning} tools already`, 'PTP_MAX_RUNNING')
    if (this.#draining) throw shuttingDown()
    if (this.running >= maxRunningTotal) throw tooMany(`This server runs ${maxRunningTotal} tools already`, 'PTP_MAX_RUNNING_TOTAL')
    if (session.client === undefined) return
    const own = runningIn(this.#of(session.client))
    if (own >= shareOf(maxRunningTotal, clientShare)) throw overShare('runs', own, 'tools', maxRunningTotal)
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

  /** Ends idle sessions, stops the tools of clients that are gone, and drops the feeds of sessions that ended more than `graceMs` ago. */
  async sweep(): Promise<void> {
    const now = this.host.clock.now()
    const { idleMs, abandonedMs } = this.host.limits
    for (const [id, { feed, until }] of this.#past) {
      if (until > now) break
      feed.close()
      this.#past.delete(id)
    }
    const idle = [...this.#live.values()].filter((session) => session.isIdle(now - idleMs))
    await Promise.all([...this.#live.values()].map((session) => session.giveUp(now - abandonedMs, abandonedMs)))
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

function runningIn(sessions: Iterable<Session>): number {
  let running = 0
  for (const session of sessions) running += session.running
  return running
}

/** The part of a limit that one client may have: `percent` of it, and at least one. */
const shareOf = (limit: number, percent: number): number => Math.max(1, Math.floor((limit * percent) / 100))

const full = (maxSessions: number, idleMs: Milliseconds): Refusal =>
  new Refusal(
    429,
    `All ${maxSessions} sessions of this server are in use. Try again in a while; idle ones end after ${idleMs} ms. (PTP_MAX_SESSIONS)`,
    { headers: { 'retry-after': '30' } },
  )

const overShare = (verb: string, own: number, what: string, all: number): Refusal =>
  new Refusal(
    429,
    `Your address ${verb} ${own} ${what} already, its share of the ${all} of this server. End one, or try again in a while. (PTP_CLIENT_SHARE)`,
    { headers: { 'retry-after': '5' } },
  )

const shuttingDown = (): Refusal =>
  new Refusal(503, 'The server is shutting down and begins nothing new. Try again in a moment.', { headers: { 'retry-after': '5' } })

const tooMany = (what: string, variable: string): Refusal =>
  new Refusal(429, `${what}. Wait for one to end, or cancel one. (${variable})`, { headers: { 'retry-after': '1' } })
