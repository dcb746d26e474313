/**
 * What a piece of code does, and the observations by which one sees that it just ran. Regions of the shown code name acts; the
 * newest observation of one of them lights its lines. Pure: it reads the trace, nothing else.
 */

import type { EpochMs, Fact, Observation } from '../../protocol/observation'
import { msg } from '../../words/message'
import { ENGLISH, named, type Translate } from '../../words/t'

type Seen = {
  /** true for a fact that shows that this code ran */
  readonly by: (fact: Fact) => boolean
  /** the fact, in a few words: "event call-2/9 was received". `sent`: false for a request behind a pulled plug */
  readonly says: (fact: Fact, t: Translate, sent: boolean) => string
}

/** A fact of one kind, seen as such, or undefined. */
const as = <K extends Fact['kind']>(fact: Fact, kind: K) => (fact.kind === kind ? (fact as Extract<Fact, { kind: K }>) : undefined)

const opened = (fact: Fact) => as(fact, 'connection.opened')
const stored = (fact: Fact) => as(fact, 'event.stored')
const received = (fact: Fact) => as(fact, 'event.received')

const SETTLED = {
  result: msg('the call has its result'),
  error: msg('the call has its error'),
  cancelled: msg('the call was cancelled'),
} as const

const CLIENT_ACTS = {
  connect: {
    by: (fact) => opened(fact)?.rpc?.method === 'initialize',
    says: (_, t, sent) => t(sent ? 'initialize was sent' : 'initialize was tried while the plug was out'),
  },
  call: {
    by: (fact) => fact.kind === 'call.started',
    says: (fact, t) => t('{tool} was called', { tool: as(fact, 'call.started')?.tool ?? '' }),
  },
  primed: {
    by: (fact) => received(fact)?.id !== undefined && received(fact)?.data === '',
    says: (fact, t) => t('the priming event {id} was received', { id: received(fact)?.id ?? '' }),
  },
  receive: {
    by: (fact) => !!received(fact)?.data,
    says: (fact, t) => {
      const id = received(fact)?.id
      return id === undefined ? t('an event without an id was received') : t('event {id} was received', { id })
    },
  },
  keep: { by: (fact) => fact.kind === 'headers.kept', says: (_, t) => t('the kept headers changed') },
  cut: {
    by: (fact) => as(fact, 'connection.ended')?.how === 'severed' || fact.kind === 'connection.failed',
    says: (fact, t) => t(fact.kind === 'connection.failed' ? 'no connection came about' : 'the connection was cut'),
  },
  wait: {
    by: (fact) => fact.kind === 'resume.waiting',
    says: (fact, t) => t('it waits {ms} ms', { ms: as(fact, 'resume.waiting')?.wait ?? 0 }),
  },
  resume: {
    by: (fact) => opened(fact)?.lastEventId !== undefined,
    says: (fact, t, sent) => {
      const id = opened(fact)?.lastEventId ?? ''
      return sent
        ? t('GET with Last-Event-ID {id} was sent', { id })
        : t('GET with Last-Event-ID {id} was tried while the plug was out', { id })
    },
  },
  refused: {
    by: (fact) => fact.kind === 'resume.refused' || (as(fact, 'connection.answered')?.status ?? 0) >= 400,
    says: (fact, t) => {
      const status = as(fact, 'connection.answered')?.status ?? as(fact, 'resume.refused')?.status
      return status === undefined ? t('the answer was a refusal') : t('the answer was {status}', { status })
    },
  },
  drop: {
    by: (fact) => fact.kind === 'event.dropped',
    says: (fact, t) => t('event {id} came twice', { id: as(fact, 'event.dropped')?.id ?? '' }),
  },
  load: { by: (fact) => fact.kind === 'page.loaded', says: (_, t) => t('the page was loaded anew') },
  result: {
    by: (fact) => fact.kind === 'call.settled',
    says: (fact, t) => named(t, SETTLED, as(fact, 'call.settled')?.outcome ?? 'result'),
  },
  end: {
    by: (fact) => opened(fact)?.method === 'DELETE',
    says: (_, t, sent) => t(sent ? 'DELETE was sent' : 'DELETE was tried while the plug was out'),
  },
} as const satisfies Record<string, Seen>

const SERVER_ACTS = {
  session: { by: (fact) => fact.kind === 'session.opened', says: (_, t) => t('a session was opened') },
  open: {
    by: (fact) => fact.kind === 'stream.opened',
    says: (fact, t) => t('stream {stream} was opened', { stream: as(fact, 'stream.opened')?.stream ?? '' }),
  },
  prime: {
    by: (fact) => stored(fact)?.role === 'priming',
    says: (fact, t) => t('the priming event {id} was stored', { id: stored(fact)?.id ?? '' }),
  },
  store: {
    by: (fact) => stored(fact)?.role === 'message',
    says: (fact, t) => t('event {id} was stored', { id: stored(fact)?.id ?? '' }),
  },
  send: { by: (fact) => fact.kind === 'message.sent', says: (_, t) => t('a message was sent and not stored') },
  finish: {
    by: (fact) => fact.kind === 'stream.completed',
    says: (fact, t) => t('the response of {stream} is there', { stream: as(fact, 'stream.completed')?.stream ?? '' }),
  },
  close: {
    by: (fact) => fact.kind === 'stream.detached',
    says: (fact, t) => t('{stream} lost its connection', { stream: as(fact, 'stream.detached')?.stream ?? '' }),
  },
  replay: {
    by: (fact) => fact.kind === 'replay.started',
    says: (fact, t) => t('the replay after {id} began', { id: as(fact, 'replay.started')?.after ?? '' }),
  },
  attach: {
    by: (fact) => fact.kind === 'stream.attached',
    says: (fact, t) => t('a connection began to carry {stream}', { stream: as(fact, 'stream.attached')?.stream ?? '' }),
  },
  takeover: { by: (fact) => as(fact, 'stream.attached')?.tookOver === true, says: (_, t) => t('the new connection took over') },
  refuse: {
    by: (fact) => fact.kind === 'request.refused',
    says: (fact, t) => t('{status} was answered', { status: as(fact, 'request.refused')?.status ?? '' }),
  },
  forget: {
    by: (fact) => fact.kind === 'session.ended' || fact.kind === 'event.evicted',
    says: (_, t) => t('something was forgotten'),
  },
} as const satisfies Record<string, Seen>

export type Side = 'client' | 'server'

export const ACTS: Readonly<Record<Side, Readonly<Record<string, Seen>>>> = { client: CLIENT_ACTS, server: SERVER_ACTS }

/** What just ran: the act whose observation is the newest at `moment`, and that observation in words. */
export type Lit = { readonly act: string; readonly says: string }

/** Of the acts that a shown file has, the one seen last at `moment`; undefined before the first. */
export function litAt(
  observations: readonly Observation[],
  moment: EpochMs,
  side: Side,
  acts: ReadonlySet<string>,
  t: Translate = ENGLISH,
): Lit | undefined {
  const known = Object.entries(ACTS[side]).filter(([act]) => acts.has(act))
  for (let i = observations.length - 1; i >= 0; i--) {
    const fact = observations[i]
    if (!fact || fact.at > moment || fact.vantage !== side) continue
    const found = known.find(([, seen]) => seen.by(fact))
    if (found) return { act: found[0], says: found[1].says(fact, t, !isOut(observations, i)) }
  }
  return undefined
}

/** Whether the plug was out at the observation `i`. A page that is loaded anew has it in. */
function isOut(observations: readonly Observation[], i: number): boolean {
  for (let n = i; n >= 0; n--) {
    const kind = observations[n]?.kind
    if (kind === 'plug.pulled') return true
    if (kind === 'plug.pushed' || kind === 'page.loaded') return false
  }
  return false
}
