/**
 * Serves POST /faults: the server misbehaves on purpose in the session that the request names, and reports it in its feed. Out of band,
 * and no part of MCP. Faults are real: connections are closed, events evicted, processes restarted.
 */
import type { FaultCommand } from '../../faults/commands'
import type { FaultDetail, Reason } from '../../protocol/reason'
import { reasonText } from '../../protocol/reason-text'
import type { SessionDelivery } from '../delivery/session-delivery'
import type { Access, EndpointLimits } from '../http/config'
import { Refusal, refusalResponse, shown } from '../http/errors'
import { checkContentType, preflight, wrongMethod } from '../http/guard'
import { METHODS } from '../http/methods'
import { readBody } from '../http/read/body'
import type { Session } from '../session/session'
import type { Sessions } from '../session/sessions'
import { faultIdOf, parseFaultCommand } from './fault-command'

type ControlOptions = {
  readonly sessions: Sessions
  readonly limits: EndpointLimits
  readonly access: Access
  /** false: every command is refused */
  readonly faults: boolean
}

/** Answers 204 when the fault has struck, or is set. Throws a Refusal: 400 for a bad command, 409 when it cannot be carried out. */
export async function serveControl(request: Request, { sessions, limits, access, faults }: ControlOptions): Promise<Response> {
  if (request.method === 'OPTIONS') return preflight(request, METHODS['/faults'], access)
  if (request.method !== 'POST') throw wrongMethod(request.method, METHODS['/faults'])
  // Not thrown, so that CORS headers are added: a page of an allowed origin may read the reason.
  if (!faults) return refusalResponse(new Refusal(403, 'Faults are switched off on this server (PTP_FAULTS=off). Cut the network instead.'))
  checkContentType(request)
  const session = sessions.named(request)
  const command = parseFaultCommand(await readBody(request, limits.maxBody))
  await carryOut(command, session, sessions)
  return new Response(null, { status: 204 })
}

async function carryOut(command: FaultCommand, session: Session, sessions: Sessions): Promise<void> {
  const set = (state: 'struck' | 'on' | 'off', detail?: FaultDetail, amount?: number) =>
    session.observe({
      kind: 'fault.set',
      fault: faultIdOf(command),
      state,
      ...(detail !== undefined && { detail }),
      ...(amount !== undefined && { amount }),
    })
  switch (command.fault) {
    case 'polite-close': {
      const { stream } = command
      checkPolite(session.delivery, stream)
      set('struck', stream === undefined ? { code: 'every-stream' } : { code: 'one-stream', stream })
      return session.delivery.closePolitely(stream)
    }
    case 'restart':
      if (command.keeps === 'nothing') {
        set('struck', { code: 'keeps-nothing' })
        session.observe({ kind: 'server.restarted', keeps: 'nothing' })
        return sessions.end(session, 'restarted')
      }
      if (!session.delivery.keepsLog) throw conflict({ code: 'no-lasting-log' })
      set('struck', { code: 'keeps-log' })
      return session.restart()
    case 'end':
      set('struck', { code: command.how })
      return sessions.end(session, command.how)
    case 'evict':
      if (!session.delivery.keepsLog) throw conflict({ code: 'nothing-to-evict' })
      set('struck', { code: 'leaves', n: command.leave }, command.leave)
      return session.delivery.evict(command.leave)
    case 'hold':
      set(command.on ? 'on' : 'off', { code: command.on ? 'held' : 'written-again' })
      return session.delivery.hold(command.on)
    case 'keep-alive': {
      const { on, every } = command
      set(on ? 'off' : 'on', on ? { code: 'comments', ...(every !== undefined && { ms: every }) } : { code: 'no-comments' })
      return session.setComments(on, every)
    }
  }
}

/** MCP 2025-11-25: a server may close a connection before the response once it has sent an id; else nothing can be resumed after. */
function checkPolite({ sendsIds, connections }: SessionDelivery, stream: string | undefined): void {
  if (!sendsIds) throw conflict({ code: 'no-ids-sent' })
  const streams = connections.streams()
  if (stream !== undefined && !streams.includes(stream)) {
    const carried = streams.join(', ') || 'none'
    throw conflict({ code: 'stream-not-carried', stream: shown(stream), carried })
  }
}

const conflict = (reason: Reason) => new Refusal(409, reasonText(reason), { reason })
