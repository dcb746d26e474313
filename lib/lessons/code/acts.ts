/**
 * What a piece of code does, and the observations by which one sees that it just ran. Regions of the shown code name acts; the
 * newest observation of one of them lights its lines. Pure: it reads the trace, nothing else.
 */
import type { EpochMs, Fact, Observation } from '../../trace/observation'

type Seen = {
  /** true for a fact that shows that this code ran */
  readonly by: (fact: Fact) => boolean
  /** the fact, in a few words: "Last event ID call-2/9 kept" */
  readonly says: (fact: Fact) => string
}

/** A fact of one kind, seen as such, or undefined. */
const as = <K extends Fact['kind']>(fact: Fact, kind: K) => (fact.kind === kind ? (fact as Extract<Fact, { kind: K }>) : undefined)

const opened = (fact: Fact) => as(fact, 'connection.opened')
const stored = (fact: Fact) => as(fact, 'event.stored')
const received = (fact: Fact) => as(fact, 'event.received')

export const CLIENT_ACTS = {
  connect: { by: (fact) => opened(fact)?.rpc?.method === 'initialize', says: () => 'initialize was sent' },
  call: { by: (fact) => fact.kind === 'call.started', says: (fact) => `${as(fact, 'call.started')?.tool} was called` },
  primed: {
    by: (fact) => received(fact)?.id !== undefined && received(fact)?.data === '',
    says: (fact) => `the priming event ${received(fact)?.id} was received`,
  },
  receive: { by: (fact) => !!received(fact)?.data, says: (fact) => `event ${received(fact)?.id ?? 'without an id'} was received` },
  keep: { by: (fact) => fact.kind === 'headers.kept', says: () => 'the kept headers changed' },
  cut: {
    by: (fact) => as(fact, 'connection.ended')?.how === 'severed' || fact.kind === 'connection.failed',
    says: () => 'the connection was cut',
  },
  wait: { by: (fact) => fact.kind === 'resume.waiting', says: (fact) => `it waits ${as(fact, 'resume.waiting')?.wait} ms` },
  resume: {
    by: (fact) => opened(fact)?.lastEventId !== undefined,
    says: (fact) => `GET with Last-Event-ID ${opened(fact)?.lastEventId} was sent`,
  },
  refused: {
    by: (fact) => fact.kind === 'resume.refused' || (as(fact, 'connection.answered')?.status ?? 0) >= 400,
    says: (fact) => `the answer was ${as(fact, 'connection.answered')?.status ?? as(fact, 'resume.refused')?.status ?? 'a refusal'}`,
  },
  drop: { by: (fact) => fact.kind === 'event.dropped', says: (fact) => `event ${as(fact, 'event.dropped')?.id} came twice` },
  load: { by: (fact) => fact.kind === 'page.loaded', says: () => 'the page was loaded anew' },
  result: { by: (fact) => fact.kind === 'call.settled', says: (fact) => `the call has its ${as(fact, 'call.settled')?.outcome}` },
  end: { by: (fact) => opened(fact)?.method === 'DELETE', says: () => 'DELETE was sent' },
} as const satisfies Record<string, Seen>

export const SERVER_ACTS = {
  session: { by: (fact) => fact.kind === 'session.opened', says: () => 'a session was opened' },
  open: { by: (fact) => fact.kind === 'stream.opened', says: (fact) => `stream ${as(fact, 'stream.opened')?.stream} was opened` },
  prime: { by: (fact) => stored(fact)?.role === 'priming', says: (fact) => `the priming event ${stored(fact)?.id} was stored` },
  store: { by: (fact) => stored(fact)?.role === 'message', says: (fact) => `event ${stored(fact)?.id} was stored` },
  send: { by: (fact) => fact.kind === 'message.sent', says: () => 'a message was sent and not stored' },
  finish: {
    by: (fact) => fact.kind === 'stream.completed',
    says: (fact) => `the response of ${as(fact, 'stream.completed')?.stream} is there`,
  },
  close: { by: (fact) => fact.kind === 'stream.detached', says: (fact) => `${as(fact, 'stream.detached')?.stream} lost its connection` },
  replay: {
    by: (fact) => fact.kind === 'replay.started',
    says: (fact) => `the replay after ${as(fact, 'replay.started')?.after} began`,
  },
  attach: {
    by: (fact) => fact.kind === 'stream.attached',
    says: (fact) => `a connection began to carry ${as(fact, 'stream.attached')?.stream}`,
  },
  takeover: { by: (fact) => as(fact, 'stream.attached')?.tookOver === true, says: () => 'the new connection took over' },
  refuse: { by: (fact) => fact.kind === 'request.refused', says: (fact) => `${as(fact, 'request.refused')?.status} was answered` },
  forget: { by: (fact) => fact.kind === 'session.ended' || fact.kind === 'event.evicted', says: () => 'something was forgotten' },
} as const satisfies Record<string, Seen>

export type Side = 'client' | 'server'

export const ACTS: Readonly<Record<Side, Readonly<Record<string, Seen>>>> = { client: CLIENT_ACTS, server: SERVER_ACTS }

/** What just ran: the act whose observation is the newest at `moment`, and that observation in words. */
export type Lit = { readonly act: string; readonly says: string }

/** Of the acts that a shown file has, the one seen last at `moment`; undefined before the first. */
export function litAt(observations: readonly Observation[], moment: EpochMs, side: Side, acts: ReadonlySet<string>): Lit | undefined {
  const known = Object.entries(ACTS[side]).filter(([act]) => acts.has(act))
  for (let i = observations.length - 1; i >= 0; i--) {
    const fact = observations[i]
    if (!fact || fact.at > moment || fact.vantage !== side) continue
    const found = known.find(([, seen]) => seen.by(fact))
    if (found) return { act: found[0], says: found[1].says(fact) }
  }
  return undefined
}
