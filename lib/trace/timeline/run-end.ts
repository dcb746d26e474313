/**
 * Where the clock of a run stands: at the newest observation that tells something of it. While a call runs or the plug is out everything
 * tells; after that the standalone GET stays open for as long as the page, and its keep-alives, its proper ends and its next requests are
 * not of the run.
 */
import { STANDALONE } from '../../protocol/event-id'
import type { ConnectionId, EpochMs, Observation } from '../../protocol/observation'
import type { Trace } from '../trace'

/** What an idle connection does by itself. Anything else is of the run whenever it comes. */
const IDLE: ReadonlySet<Observation['kind']> = new Set([
  'comment.received',
  'connection.opened',
  'connection.answered',
  'connection.failed',
  'connection.ended',
  'resume.waiting',
  'headers.kept',
  'replay.started',
  'stream.attached',
  'stream.detached',
  'event.stored',
  'event.received',
])

const remembered = new WeakMap<readonly Observation[], EpochMs>()

/** The moment on which the clock of a run rests when nobody moves it; undefined when nothing was observed. */
export function runEndOf({ observations }: Trace): EpochMs | undefined {
  const last = observations[observations.length - 1]
  if (!last || !isMaybeIdle(last)) return last?.at
  const known = remembered.get(observations) ?? endOf(observations)
  remembered.set(observations, known)
  return known
}

/** Most of what is observed while a run goes on is an event with a message: then the last observation is the answer. */
function isMaybeIdle(seen: Observation): boolean {
  if (seen.kind === 'event.stored') return seen.role === 'priming'
  return seen.kind === 'event.received' ? seen.data === '' : IDLE.has(seen.kind)
}

type Watch = {
  readonly calls: Set<string>
  /** connections of the standalone stream */
  readonly idlers: Set<ConnectionId>
  called: boolean
  out: boolean
  /** the standalone stream got its answer since the last act: what follows on it nobody caused */
  carried: boolean
}

function endOf(observations: readonly Observation[]): EpochMs {
  const watch: Watch = { calls: new Set(), idlers: new Set(), called: false, out: false, carried: false }
  let end = observations[0]?.at ?? 0
  for (const seen of observations) {
    const rests = watch.called && watch.calls.size === 0 && !watch.out
    if (!(rests && isIdle(seen, watch))) end = seen.at
    follow(watch, seen)
  }
  return end
}

function isIdle(seen: Observation, { idlers, carried }: Watch): boolean {
  if (seen.kind === 'comment.received') return true
  if (!carried || !isMaybeIdle(seen)) return false
  if (seen.kind === 'connection.opened') return isStandalone(seen)
  if ('connection' in seen) return seen.connection !== undefined && idlers.has(seen.connection)
  return 'stream' in seen && seen.stream !== undefined ? seen.stream === STANDALONE : seen.kind === 'headers.kept'
}

function isStandalone(seen: Observation & { readonly kind: 'connection.opened' }): boolean {
  return seen.method === 'GET' && (seen.stream === STANDALONE || (seen.stream === undefined && seen.lastEventId === undefined))
}

function follow(watch: Watch, seen: Observation): void {
  switch (seen.kind) {
    case 'call.started':
      watch.called = true
      watch.calls.add(seen.call)
      return
    case 'call.settled':
      watch.calls.delete(seen.call)
      return
    case 'connection.opened':
      if (isStandalone(seen)) watch.idlers.add(seen.connection)
      return
    case 'connection.answered':
      if (watch.idlers.has(seen.connection)) watch.carried = seen.status < 400
      return
    case 'plug.pulled':
    case 'plug.pushed':
      watch.out = seen.kind === 'plug.pulled'
      watch.carried = false
      return
    case 'page.loaded':
      watch.out = false
      watch.carried = false
      return
    case 'server.restarted':
    case 'fault.set':
      watch.carried = false
      return
    default:
  }
}
