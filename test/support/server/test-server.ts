/**
 * A server for tests: an endpoint with a clock that stands still, and the requests of a client.
 */
import type { EventLog, LogLimits } from '../../../lib/event-store/event-log'
import type { ServerFact, SessionId } from '../../../lib/protocol/observation'
import { createEndpoint, type EndpointOptions } from '../../../lib/server/endpoint'
import { DEFAULT_LIMITS, type EndpointLimits } from '../../../lib/server/http/config'
import { FrameReader } from './frames'
import { callMessage, GET_HEADERS, initializeMessage, MCP_URL, POST_HEADERS } from './requests'
import { ManualClock, ManualSleep } from './time'

type TestOptions = Partial<Omit<EndpointOptions, 'limits'>> & { readonly limits?: Partial<EndpointLimits> }

type MakeLog = (limits: LogLimits, observe: Parameters<EndpointOptions['openLog']>[0]) => EventLog

/** Opens test servers whose sessions keep their events in logs of this kind. */
export const testServerWith =
  (makeLog: MakeLog) =>
  (options: TestOptions = {}) =>
    openServer(makeLog, options)

/** An endpoint, and the verbs of a client. */
function openServer(makeLog: MakeLog, options: TestOptions) {
  const clock = new ManualClock()
  const work = new ManualSleep()
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const facts: ServerFact[] = []
  const errors: Error[] = []
  const endpoint = createEndpoint({
    openLog: (observe) => makeLog(limits, observe),
    clock,
    sleep: work.sleep,
    observe: (_, fact) => facts.push(fact),
    onError: (error) => errors.push(error),
    ...options,
    limits,
  })
  const post = (body: unknown, headers: Record<string, string> = {}, url = MCP_URL, signal: AbortSignal | null = null) =>
    endpoint.handle(new Request(url, { method: 'POST', headers: { ...POST_HEADERS, ...headers }, body: JSON.stringify(body), signal }))
  const open = async (query = '', version?: string) => {
    const response = await post(initializeMessage(version), {}, MCP_URL + query)
    if (response.status !== 200) throw new Error(`initialize was answered ${response.status}: ${await response.text()}`)
    await response.text()
    return sessionOf(response.headers.get('mcp-session-id') ?? '')
  }
  /** The verbs of one session. */
  const sessionOf = (id: SessionId) => {
    const own = { 'mcp-session-id': id, 'mcp-protocol-version': '2025-11-25' }
    return {
      id,
      post: (body: unknown, headers = {}) => post(body, { ...own, ...headers }),
      call: async (request: string | number, name: string, args?: object, token?: string | number) =>
        new FrameReader(await post(callMessage(request, name, args, token), own)),
      get: (lastEventId?: string) => {
        const headers = { ...GET_HEADERS, ...own, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) }
        return endpoint.handle(new Request(MCP_URL, { headers }))
      },
      resume: async (lastEventId?: string) => new FrameReader(await sessionOf(id).get(lastEventId)),
      feed: (headers = {}) =>
        endpoint.feed(new Request('http://localhost:3000/observations', { headers: { ...GET_HEADERS, 'mcp-session-id': id, ...headers } })),
      end: () => endpoint.handle(new Request(MCP_URL, { method: 'DELETE', headers: { host: 'localhost:3000', ...own } })),
    }
  }
  return { endpoint, clock, work, facts, errors, post, open, kinds: () => facts.map((fact) => fact.kind) }
}
