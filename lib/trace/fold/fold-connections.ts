/**
 * Folds what the client saw of its HTTP exchanges: opened, answered, failed, ended, and each frame in its place.
 */
import { parseEventId } from '../../protocol/event-id'
import type { ConnectionEnd, ConnectionId, Fact, Milliseconds, Observation } from '../../protocol/observation'
import type { Reason } from '../../protocol/reason'
import type { ConnectionRecord, Frame } from '../snapshot-types'
import type { ConnectionFacts, FoldState } from './fold-state'

type Seen<K extends Fact['kind']> = Extract<Observation, { readonly kind: K }>

export function foldOpened(state: FoldState, seen: Seen<'connection.opened'>): void {
  const id = nameFor(state, seen.connection)
  const stream = seen.stream ?? (seen.lastEventId === undefined ? undefined : parseEventId(seen.lastEventId)?.stream)
  state.connections.set(id, {
    record: {
      id,
      method: seen.method,
      path: seen.path,
      ...(stream === undefined ? {} : { stream }),
      ...(seen.rpc ? { rpc: seen.rpc } : {}),
      ...(seen.lastEventId === undefined ? {} : { lastEventId: seen.lastEventId }),
      requestHeaders: seen.headers,
      ...(seen.edited ? { edited: seen.edited } : {}),
      ...(seen.body === undefined ? {} : { requestBody: seen.body }),
      openedAt: seen.at,
      ...(state.pulledAt === undefined ? {} : { unsent: true as const }),
    },
    list: { frames: [], sources: [] },
    frameCount: 0,
    unnamed: 0,
  })
  if (seen.method === 'GET') {
    state.waiting.delete(stream ?? '')
    state.waiting.delete('')
  }
}

export function foldAnswered(state: FoldState, seen: Seen<'connection.answered'>): void {
  const facts = factsOf(state, seen.connection)
  if (!facts) return
  const { status, headers, at, body } = seen
  const first = headers['x-first-event-id']
  const streamById = facts.streamById ?? (first === undefined ? undefined : parseEventId(first)?.stream)
  replace(
    state,
    facts,
    { answer: { at, status, headers, ...(body === undefined ? {} : { body }) } },
    {
      ...(streamById === undefined ? {} : { streamById }),
      // The whole answer to a request in one JSON body.
      ...(body !== undefined && status < 300 && facts.record.rpc?.id !== undefined ? { unnamed: facts.unnamed + 1 } : {}),
    },
  )
  foldAnswerIntoSession(state, facts.record, seen)
  if (status < 400 && facts.record.stream !== undefined) state.refused.delete(facts.record.stream)
}

export function foldFailed(state: FoldState, seen: Seen<'connection.failed'>): void {
  const facts = factsOf(state, seen.connection)
  if (facts) replace(state, facts, { failure: { at: seen.at, reason: seen.reason } })
}

export function foldEnded(state: FoldState, seen: Seen<'connection.ended'>): void {
  const facts = factsOf(state, seen.connection)
  if (!facts) return
  const { at, how, bytes, torn, tornBytes, reason } = seen
  const end = {
    at,
    how,
    bytes,
    ...(torn === undefined ? {} : { torn }),
    ...(tornBytes === undefined ? {} : { tornBytes }),
    ...(reason === undefined ? {} : { reason }),
    ...endedBy(state, how, reason),
  }
  replace(state, facts, { end })
}

function endedBy({ pulledAt, taken }: FoldState, how: ConnectionEnd, reason: Reason | undefined): { readonly by?: 'plug' | 'tab' } {
  if (how === 'severed' && pulledAt !== undefined) return { by: 'plug' }
  return how === 'closed' && reason === undefined && taken ? { by: 'tab' } : {}
}

/** Puts a frame on its connection. Returns the connection's name in this trace, or undefined when it was never opened. */
export function foldFrame(state: FoldState, seen: Seen<'event.received'> | Seen<'comment.received'>): ConnectionId | undefined {
  const facts = factsOf(state, seen.connection)
  if (!facts) return undefined
  const list = appendFrame(facts, seen)
  const id = seen.kind === 'event.received' ? seen.id : undefined
  const streamById = facts.streamById ?? (id === undefined ? undefined : parseEventId(id)?.stream)
  const unplaced = id === undefined ? seen.kind === 'event.received' && seen.data !== '' : parseEventId(id) === undefined
  const unnamed = unplaced ? 1 : 0
  state.connections.set(facts.record.id, {
    record: facts.record,
    list,
    frameCount: facts.frameCount + 1,
    ...(streamById === undefined ? {} : { streamById }),
    unnamed: facts.unnamed + unnamed,
  })
  return facts.record.id
}

/** A page that is left may end its connections before it is gone, and a browser may tear them. */
const LEAVING: Milliseconds = 5000

/** A page loaded anew is a new client with the plug in: what the old one had open is gone. */
export function foldPageLoaded(state: FoldState, seen: Seen<'page.loaded'>): void {
  for (const facts of state.connections.values()) {
    const { end, failure } = facts.record
    if (!end && !failure) replace(state, facts, { end: { at: seen.at, how: 'closed', bytes: 0, by: 'page' } })
    else if (end && !end.by && !end.reason && end.how !== 'complete' && seen.at - end.at < LEAVING)
      replace(state, facts, { end: { ...end, by: 'page' } })
  }
  state.taken = false
  state.pages += 1
  state.renamed = new Map()
  state.waiting = new Map()
}

/** The client says of the exchange that another stream than the one it asked for came on it. */
export function foldStray(state: FoldState, connection: ConnectionId): void {
  const facts = factsOf(state, connection)
  if (facts) replace(state, facts, { stray: true })
}

/** True while bytes may still come: not failed, not ended. */
export function isOpen({ failure, end }: Pick<ConnectionRecord, 'failure' | 'end'>): boolean {
  return !failure && !end
}

/** Header names are lower case in a trace. A 404 to a request that named a session means that the session is gone. */
function foldAnswerIntoSession(state: FoldState, record: ConnectionFacts['record'], seen: Seen<'connection.answered'>): void {
  const id = seen.headers['mcp-session-id']
  const { session } = state
  if (id !== undefined && !session.answered) {
    state.session = { ...session, answered: { at: seen.at, id, resumable: !/[?&](resumability=off|answer=json)(&|$)/.test(record.path) } }
  }
  // An edited session id names another session, or none: what becomes of that says nothing of this one.
  if (record.edited?.['mcp-session-id'] !== undefined) return
  if (session.gone || record.requestHeaders['mcp-session-id'] === undefined) return
  if (seen.status === 404) state.session = { ...state.session, gone: { at: seen.at, reason: 'not found' } }
  else if (record.method === 'DELETE' && seen.status < 300) state.session = { ...state.session, gone: { at: seen.at, reason: 'deleted' } }
}

/** Several states share one list; a state that takes another turn than the list did gets a list of its own. */
function appendFrame(facts: ConnectionFacts, seen: Seen<'event.received'> | Seen<'comment.received'>): ConnectionFacts['list'] {
  const { list, frameCount } = facts
  if (list.sources[frameCount] === seen) return list
  const own =
    list.sources.length === frameCount ? list : { frames: list.frames.slice(0, frameCount), sources: list.sources.slice(0, frameCount) }
  own.frames.push(frameOf(seen))
  own.sources.push(seen)
  return own
}

function frameOf(seen: Seen<'event.received'> | Seen<'comment.received'>): Frame {
  if (seen.kind === 'comment.received') return { kind: 'comment', at: seen.at, comment: seen.comment }
  const { at, id, raw, data } = seen
  return id === undefined ? { kind: 'event', at, raw, data } : { kind: 'event', at, key: id, id, raw, data }
}

function nameFor(state: FoldState, given: ConnectionId): ConnectionId {
  if (!state.connections.has(given)) return given
  const name = `${given}.${state.pages + 1}`
  state.renamed.set(given, name)
  return name
}

function factsOf(state: FoldState, given: ConnectionId): ConnectionFacts | undefined {
  return state.connections.get(state.renamed.get(given) ?? given)
}

function replace(
  state: FoldState,
  facts: ConnectionFacts,
  change: Partial<ConnectionFacts['record']>,
  more: Partial<Pick<ConnectionFacts, 'streamById' | 'unnamed'>> = {},
): void {
  const { drawn: _, ...rest } = facts
  state.connections.set(facts.record.id, { ...rest, ...more, record: { ...facts.record, ...change } })
}
