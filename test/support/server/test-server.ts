/**
 * What the server's tests share: an endpoint with time held still, requests as a client would send them, and a reader of event streams.
 * Used by tests only.
 */
import type { EventLog, LogLimits } from '../../../lib/event-store/event-log'
import type { ServerFact, SessionId } from '../../../lib/protocol/observation'
import { createEndpoint, type EndpointOptions } from '../../../lib/server/endpoint'
import { DEFAULT_LIMITS, type EndpointLimits } from '../../../lib/server/http/config'
import type { Clock } from '../../../lib/streams/clock'
import type { Sleep } from '../../../lib/streams/sleep'

/** One turn of the event loop. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Waits until `met`, and fails instead of hanging. */
export async function until(met: () => boolean, what = 'the condition'): Promise<void> {
  for (let i = 0; i < 2000; i++) {
    if (met()) return
    await turn()
  }
  throw new Error(`${what} was not met in 2000 turns`)
}

/** A clock that stands still until told to go on. */
export class ManualClock implements Clock {
  #now = 1_000_000
  #timers = new Set<{ readonly interval: number; readonly work: () => void; due: number }>()

  now = () => this.#now

  every(interval: number, work: () => void): () => void {
    const timer = { interval, work, due: this.#now + interval }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  async advance(duration: number): Promise<void> {
    const end = this.#now + duration
    for (;;) {
      const [next] = [...this.#timers].filter((timer) => timer.due <= end).sort((a, b) => a.due - b.due)
      if (!next) break
      this.#now = next.due
      next.due += next.interval
      next.work()
      await turn()
    }
    this.#now = end
  }
}

/** A sleep that ends when the test says so: each `step` lets one sleeper go on. */
export class ManualSleep {
  #waiting: (() => void)[] = []

  readonly sleep: Sleep = (_, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason)
      const over = (settle: () => void) => {
        this.#waiting = this.#waiting.filter((other) => other !== wake)
        signal.removeEventListener('abort', onAbort)
        settle()
      }
      const wake = () => over(resolve)
      const onAbort = () => over(() => reject(signal.reason))
      this.#waiting.push(wake)
      signal.addEventListener('abort', onAbort)
    })

  get sleepers(): number {
    return this.#waiting.length
  }

  async step(count = 1): Promise<void> {
    for (let i = 0; i < count; i++) {
      await until(() => this.#waiting.length > 0, 'a sleeper')
      this.#waiting[0]?.()
      await turn()
    }
  }
}

/** A sleep that each `row` lets go on once, whichever of the two comes first. */
export function stepwise(): { readonly sleep: Sleep; row(count?: number): void } {
  const waiting: (() => void)[] = []
  let released = 0
  return {
    sleep: (_, signal) =>
      new Promise((resolve, reject) => {
        const calledOff = () => reject(signal.reason)
        const goOn = () => {
          signal.removeEventListener('abort', calledOff)
          resolve()
        }
        signal.addEventListener('abort', calledOff)
        if (released === 0) return void waiting.push(goOn)
        released--
        goOn()
      }),
    row(count = 1) {
      for (let i = 0; i < count; i++) {
        const next = waiting.shift()
        if (next) next()
        else released++
      }
    },
  }
}

/** Reads an event stream frame by frame. */
export class FrameReader {
  #text = ''
  #done = false
  readonly frames: string[] = []
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>

  constructor(readonly response: Response) {
    if (!response.body) throw new Error('the response has no body')
    this.#reader = response.body.getReader()
  }

  /** The next frame without its blank line, or undefined at the end. */
  async next(): Promise<string | undefined> {
    while (!this.#text.includes('\n\n')) {
      if (this.#done) return undefined
      const { done, value } = await this.#reader.read()
      this.#done = done
      if (value) this.#text += new TextDecoder().decode(value)
    }
    const end = this.#text.indexOf('\n\n')
    const frame = this.#text.slice(0, end)
    this.#text = this.#text.slice(end + 2)
    this.frames.push(frame)
    return frame
  }

  async take(count: number): Promise<string[]> {
    const taken: string[] = []
    for (let i = 0; i < count; i++) taken.push((await this.next()) ?? '(end)')
    return taken
  }

  /** Everything up to the end of the body. */
  async rest(): Promise<string[]> {
    const rest: string[] = []
    for (let frame = await this.next(); frame !== undefined; frame = await this.next()) rest.push(frame)
    return rest
  }

  /** The client is gone. */
  cut = (): Promise<void> => this.#reader.cancel()
}

export const idOf = (frame: string): string | undefined => /^id: (.*)$/m.exec(frame)?.[1]
export const idsOf = (frames: readonly string[]): (string | undefined)[] => frames.map(idOf)
export const dataOf = (frame: string) => JSON.parse(/^data: (.*)$/m.exec(frame)?.[1] || 'null')

export const POST_HEADERS = { accept: 'application/json, text/event-stream', 'content-type': 'application/json', host: 'localhost:3000' }
export const GET_HEADERS = { accept: 'text/event-stream', host: 'localhost:3000' }
export const MCP_URL = 'http://localhost:3000/mcp'

export const initializeMessage = (protocolVersion = '2025-11-25') => ({
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: { protocolVersion, capabilities: {}, clientInfo: { name: 'test', version: '1' } },
})

export const callMessage = (id: string | number, name: string, args: object = {}, progressToken: string | number | undefined = id) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, arguments: args, ...(progressToken !== undefined && { _meta: { progressToken } }) },
})

type TestOptions = Partial<Omit<EndpointOptions, 'limits'>> & { readonly limits?: Partial<EndpointLimits> }

type MakeLog = (limits: LogLimits, observe: Parameters<EndpointOptions['openLog']>[0]) => EventLog

/** Opens test shops whose sessions keep their events in logs of this kind. */
export const shopWith =
  (makeLog: MakeLog) =>
  (options: TestOptions = {}) =>
    openShop(makeLog, options)

/** An endpoint, and the verbs of a client. */
function openShop(makeLog: MakeLog, options: TestOptions) {
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
  const post = (body: unknown, headers: Record<string, string> = {}, url = MCP_URL) =>
    endpoint.handle(new Request(url, { method: 'POST', headers: { ...POST_HEADERS, ...headers }, body: JSON.stringify(body) }))
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
