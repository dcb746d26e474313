/**
 * For tests: the real server and the real client in one process, with time that passes at once and a plug that cuts at exact bytes.
 * Every tool message, standalone message and byte is written down on both sides, so that they can be compared.
 */
import { z } from 'zod'
import { type ConnectedClient, type ConnectOptions, connectClient } from '../../lib/client/connect'
import type { StorageLike } from '../../lib/client/kept-session'
import { createFaults, type Faults } from '../../lib/client/network/client-faults'
import { type CutHook, createPlug, type Plug } from '../../lib/client/network/plug'
import type { Answer } from '../../lib/client/tool-calls'
import { createMemoryLog } from '../../lib/event-store/memory-log'
import type { FaultCommand } from '../../lib/faults/commands'
import type { ClientFact, EpochMs, Observe, ServerFact } from '../../lib/protocol/observation'
import { fetchFrom } from '../../lib/runtime/in-page'
import { createEndpoint, type Endpoint, type EndpointOptions } from '../../lib/server/endpoint'
import type { Sleep } from '../../lib/streams/sleep'
import { noTime, notebook } from '../support/client/scripted-server'

export const ENDPOINT = new URL('http://page.test/mcp')

/** What the test tool has done, by the label each call carries. */
export type Bench = {
  readonly endpoint: Endpoint
  /** Reaches the endpoint in this process, as a page does that has its server inside. */
  readonly fetch: typeof globalThis.fetch
  /** how often the tool was started, by label */
  readonly runs: Map<string, number>
  readonly server: ServerFact[]
  /** texts said on the standalone stream, in order */
  readonly announced: string[]
  /** Each hears every fact of every session, a turn later, as a feed would tell it. */
  readonly watchers: Set<(session: string, fact: ServerFact) => void>
}

/** One turn of the event loop. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Gives everything in the process `most` turns to make `done` true. */
export async function turnsUntil(done: () => boolean, what: string, most = 5000): Promise<void> {
  for (let i = 0; i < most; i++) {
    if (done()) return
    await turn()
  }
  throw new Error(`still not true after ${most} turns: ${what}`)
}

/** A server with one more tool, `work`: steps with progress, log messages on its own stream, and now and then one on the standalone stream. */
export function createBench(options: Partial<EndpointOptions> = {}): Bench {
  const runs = new Map<string, number>()
  const server: ServerFact[] = []
  const announced: string[] = []
  const watchers: Bench['watchers'] = new Set()
  const { observe = (_, fact) => void server.push(fact), ...rest } = options
  const endpoint = createEndpoint({
    openLog: (observe) => createMemoryLog({ maxEvents: 4096, maxBytes: 1 << 20 }, observe),
    trustAllHosts: true,
    observe(session, fact) {
      observe(session, fact)
      setImmediate(() => {
        for (const watcher of watchers) watcher(session, fact)
      })
    },
    sleep: turn,
    register(mcp, { signalOf }) {
      const inputSchema = { label: z.string(), steps: z.number(), fail: z.boolean().default(false), padding: z.number().default(0) }
      mcp.registerTool('work', { inputSchema }, async ({ label, steps, fail, padding }, extra) => {
        runs.set(label, (runs.get(label) ?? 0) + 1)
        const progressToken = extra._meta?.progressToken
        for (let i = 1; i <= steps && !signalOf(extra.requestId)?.aborted; i++) {
          await turn()
          const message = `${label} ${i} 🟩🟥é`
          if (progressToken !== undefined) {
            await extra.sendNotification({
              method: 'notifications/progress',
              params: { progressToken, progress: i, total: steps, message },
            })
          }
          await extra.sendNotification({ method: 'notifications/message', params: { level: 'info', data: message } })
          if (i % 2 === 0) {
            const text = `standalone ${label} ${i} 🎨`
            announced.push(text)
            await mcp.server.sendLoggingMessage({ level: 'info', data: text })
          }
        }
        if (fail) throw new Error(`${label} failed 🟥`)
        return { content: [{ type: 'text', text: `${label} done 🟦${'.'.repeat(padding)}` }] }
      })
    },
    ...rest,
  })
  return { endpoint, fetch: fetchFrom(endpoint), runs, server, announced, watchers }
}

/** One life of a page: a client with everything it was given. */
export type Life = {
  readonly client: ConnectedClient
  readonly plug: Plug
  readonly faults: Faults
  readonly facts: ClientFact[]
  /** data of the log messages that reached the SDK's client, in order */
  readonly logged: string[]
  /** bytes that passed the plug, by connection */
  readonly bytes: number[]
  /** what each of these connections asked for: `initialize`, `tools/call`, `get`, or the last event ID it resumes after */
  readonly asked: string[]
  /** Pulls the plug after `allowed` of the next `length` bytes of connection `index`, when it answers with a number. */
  cutAt: (index: number, length: number) => number | undefined
  /** A tool call with the label as its id; `progress` gathers. */
  call(
    label: string,
    steps: number,
    args?: Record<string, unknown>,
    signal?: AbortSignal,
  ): { readonly answer: Promise<Answer>; readonly progress: number[] }
}

type Transport = ConnectOptions['transport']
type Behaviour = NonNullable<ConnectOptions['faults']>
type Session = NonNullable<ConnectOptions['session']>

export type LifeOptions = Partial<Omit<Transport, 'plug'> & Behaviour & Session & Pick<ConnectOptions, 'observe' | 'onNotification'>> & {
  readonly sleep?: Sleep
  readonly storage?: StorageLike
  /** on which waits are measured; stands still when there is none */
  readonly clock?: () => EpochMs
}

/** POST /faults for a session; throws what the server says when it refuses. */
export async function control(bench: Bench, session: string | undefined, command: FaultCommand): Promise<void> {
  const headers = { 'content-type': 'application/json', 'mcp-session-id': session ?? '' }
  const request = new Request('http://page.test/faults', { method: 'POST', headers, body: JSON.stringify(command) })
  const response = await bench.endpoint.control(request)
  if (!response.ok) throw new Error(`${response.status}: ${((await response.json()) as { error: { message: string } }).error.message}`)
}

export async function begin(bench: Bench, options: LifeOptions = {}): Promise<Life> {
  const notes = notebook()
  const logged: string[] = []
  const bytes: number[] = []
  const asked: string[] = []
  const life = { facts: notes.facts as ClientFact[], logged, bytes, asked, cutAt: () => undefined } as unknown as {
    -readonly [K in keyof Life]: Life[K]
  }
  const observe: Observe = (fact) => {
    notes.observe(fact)
    options.observe?.(fact)
  }
  const { sleep = noTime().sleep, clock = () => 0, fetch = bench.fetch, ...rest } = options
  const counting = (cutHook: CutHook | undefined): CutHook => {
    return (index, length, passing) => {
      const allowed = life.cutAt(index, length) ?? cutHook?.(index, length, passing)
      bytes[index] = (bytes[index] ?? 0) + (allowed ?? length)
      return allowed
    }
  }
  life.faults = createFaults({
    observe,
    createPlug: ({ cutHook, ...given }) => createPlug({ ...given, cutHook: counting(cutHook) }),
    control: (command) => control(bench, life.client?.sessionId, command),
    callStream: () => life.client?.kept.running?.stream,
    sleep,
    clock,
  })
  life.plug = life.faults.plug
  bench.watchers.add((session, fact) => {
    if (session === life.client?.sessionId) life.faults.serverSaw(fact)
  })
  const { plug, network, idleTimeout, edits, impatient, retrySleep } = life.faults
  const { endpoint = ENDPOINT, onNotification = ({ params }) => void logged.push(String(params?.data)), ...given } = rest
  life.client = await connectClient({
    observe: life.faults.observe,
    onNotification,
    transport: {
      endpoint,
      plug,
      idleTimeout: given.idleTimeout ?? idleTimeout,
      sleep,
      network,
      fetch: (input, init = {}) => {
        const rpc = typeof init.body === 'string' ? (JSON.parse(init.body) as { method?: string }).method : undefined
        asked.push(rpc ?? new Headers(init.headers).get('last-event-id') ?? String(init.method).toLowerCase())
        return fetch(input, init)
      },
    },
    faults: { edits, impatient, retrySleep, ...given },
    session: given,
  })
  life.call = (label, steps, args, signal) => {
    const progress: number[] = []
    const onProgress = (step: { progress: number }) => void progress.push(step.progress)
    const answer = life.client.callTool({
      call: label,
      tool: 'work',
      args: { label, steps, ...args },
      onProgress,
      ...(signal && { signal }),
    })
    answer.catch(() => {})
    return { answer, progress }
  }
  return life
}

/** Cuts the connections of calls: the first after `offsets[0]` bytes, the one that resumes it after `offsets[1]`, … Returns how often it has. */
export function cutCalls(life: Life, offsets: readonly number[]): () => number {
  let cuts = 0
  life.plug.onPush(() => cuts++)
  life.cutAt = (index, length) => {
    const offset = offsets[cuts]
    if (offset === undefined || !isCall(life, index)) return undefined
    const left = offset - (life.bytes[index] ?? 0)
    return length >= left ? left : undefined
  }
  return () => cuts
}

/** Whether a connection POSTed a tool call, or resumes one. */
export function isCall(life: Life, index: number): boolean {
  return life.asked[index] === 'tools/call' || life.asked[index]?.startsWith('call-') === true
}

/** Pushes the plug in whenever it is out, until the promise settles. */
export async function pushingUntil<T>(life: Life, promise: Promise<T>): Promise<T> {
  let settled = false
  const mark = () => {
    settled = true
  }
  promise.then(mark, mark)
  await turnsUntil(() => {
    if (life.plug.state === 'out') life.plug.push()
    return settled
  }, 'settled')
  return promise
}

/** A storage that lives as long as the test. */
export function memoryStorage(): StorageLike & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>()
  return {
    entries,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  }
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
