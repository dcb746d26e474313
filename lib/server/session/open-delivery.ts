/**
 * Chooses how a new session stores and delivers its events, from its parameters. The one place that knows all kinds of server.
 */
import type { LogSnapshot } from '../../event-store/event-log'
import { observeLog } from '../../event-store/observed-log'
import type { StreamName } from '../../protocol/observation'
import { serveBroken } from '../broken/broken-server'
import { brokenOf } from '../broken/broken-servers'
import { LogDelivery } from '../delivery/log-delivery'
import { serveFromLog } from '../delivery/log-serving'
import type { DeliveryContext, SessionDelivery } from '../delivery/session-delivery'
import { StockDelivery } from '../delivery/stock-delivery'
import { JsonDelivery, UnloggedDelivery } from '../delivery/unlogged-delivery'
import type { SessionParams } from '../http/session-params'
import { stockExample, stockOverLog } from '../stock-servers'
import type { OpenLog } from './session-types'

type OpenDeliveryOptions = Omit<DeliveryContext, 'session' | 'version'> & {
  readonly openLog: OpenLog
  /** what the session's log held in an earlier process */
  readonly from: LogSnapshot | undefined
  /** called when a stream has got its last event */
  readonly streamCompleted: (stream: StreamName) => void
}

/** Opens the delivery of a session, and its event log where it keeps one. */
export function openDelivery({ id, version, resumable, answer, server }: SessionParams, options: OpenDeliveryOptions): SessionDelivery {
  const { openLog, from, streamCompleted, ...shared } = options
  const { observe } = shared
  const context: DeliveryContext = { ...shared, session: id, version }
  if (answer === 'json') return new JsonDelivery(context)
  if (!resumable) return new UnloggedDelivery(context)
  if (server === 'sdk-example') return new StockDelivery(context, stockExample(observe))
  const log = observeLog(openLog(observe, id, from), observe, streamCompleted)
  if (server === 'sdk') return new StockDelivery(context, stockOverLog(log, observe), log)
  const broken = brokenOf(server)
  return new LogDelivery(context, broken ? serveBroken(log, broken) : serveFromLog(log))
}
