/**
 * Serves POST /faults: the server misbehaves on purpose, in the one session that the request names, and says so in its feed. Out of band,
 * and no part of MCP. What a fault does is real: connections end, events go, processes die; nothing is only written down.
 */
import type { FaultCommand } from '../../faults/commands'
import { readBody } from '../http/body'
import type { Access, EndpointLimits } from '../http/config'
import { Refusal, refusalResponse, shown } from '../http/errors'
import { checkContentType, preflight, wrongMethod } from '../http/guard'
import type { Session } from '../session/session'
import type { Sessions } from '../session/sessions'
import { faultIdOf, parseFaultCommand } from './fault-command'

const METHODS = 'POST, OPTIONS'

export type ControlOptions = {
  readonly sessions: Sessions
  readonly limits: EndpointLimits
  readonly access: Access
  /** false: every command is refused */
  readonly faults: boolean
}

/** Answers 204 when the fault has struck, or is set. */
export async function serveControl(request: Request, { sessions, limits, access, faults }: ControlOptions): Promise<Response> {
  if (request.method === 'OPTIONS') return preflight(request, METHODS, access)
  if (request.method !== 'POST') throw wrongMethod(request.method, METHODS)
  // Not thrown: a page that may use this server may also read why it does not misbehave.
  if (!faults) return refusalResponse(new Refusal(403, 'Faults are switched off on this server (PTP_FAULTS=off). Cut the network instead.'))
  checkContentType(request)
  const session = sessions.named(request)
  const command = parseFaultCommand(await readBody(request, limits.maxBody))
  await carryOut(command, session, sessions)
  return new Response(null, { status: 204 })
}

async function carryOut(command: FaultCommand, session: Session, sessions: Sessions): Promise<void> {
  const set = (state: 'struck' | 'on' | 'off', detail?: string, amount?: number) =>
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
      checkPolite(session, stream)
      set('struck', stream ?? 'every stream')
      return session.closePolitely(stream)
    }
    case 'restart':
      if (command.keeps === 'nothing') {
        set('struck', 'keeps nothing')
        session.observe({ kind: 'server.restarted', keeps: 'nothing' })
        return sessions.end(session, 'restarted')
      }
      if (!session.logged)
        throw conflict('This session keeps no event log that outlives its process. Restart without it: "keeps": "nothing".')
      set('struck', 'keeps its log')
      return session.restart()
    case 'end':
      set('struck', command.how)
      return sessions.end(session, command.how)
    case 'evict':
      if (!session.logged) throw conflict('This session keeps no event log that forgets, so there is nothing to evict.')
      set('struck', `leaves ${command.leave} of each stream`, command.leave)
      return session.evict(command.leave)
    case 'hold':
      set(command.on ? 'on' : 'off', command.on ? 'stored, not written' : 'written again')
      return session.hold(command.on)
    case 'keep-alive': {
      const { on, every } = command
      set(on ? 'off' : 'on', on ? `comments${every === undefined ? '' : ` every ${every} ms`}` : 'no comments')
      return session.setComments(on, every)
    }
  }
}

/** MCP 2025-11-25: a server may close a connection before the response once it has sent an id; else nothing can be resumed after. */
function checkPolite(session: Session, stream: string | undefined): void {
  if (!session.primes) {
    throw conflict(
      'No id was sent on the connections of this session, so the client could not come back. Start a session with an event log.',
    )
  }
  if (stream !== undefined && !session.carried.includes(stream)) {
    const carried = session.carried.join(', ') || 'none'
    throw conflict(`No connection carries stream ${shown(stream)} now. Those that are carried: ${carried}.`)
  }
}

const conflict = (message: string) => new Refusal(409, message)
