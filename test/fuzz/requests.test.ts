/**
 * Hostile requests at every handler, by a seed: none gets a 5xx, none a trace of a stack, and a bystander's runs go on as if nothing were.
 * For a push 400 are drawn, at night 10,000 (test/support/random.ts).
 */
import { afterAll, expect, it } from 'vitest'
import { serveOembed } from '../../app/oembed/answer'
import { createMemoryLog } from '../../lib/event-store/memory-log'
import { DEFAULT_LIMITS } from '../../lib/server/http/config'
import { onlyRead } from '../../lib/server/http/methods'
import { LONG, runs, SEED, SIZE } from '../support/random'
import { dataOf, FrameReader } from '../support/server/frames'
import { type HostilePath, hostileRequest, randomFrom } from '../support/server/hostile-requests'
import { callMessage } from '../support/server/requests'
import { testServerWith } from '../support/server/test-server'
import { turn } from './harness'

const RUNS = SIZE === 'nightly' ? runs(1000) : runs(400)
/** So many requests come between two runs of the bystander. */
const BETWEEN = 50

const KINDS = ['', '?server=sdk', '?server=sdk-example', '?resumability=off', '?answer=json', '?server=broken-across-streams']

type Server = ReturnType<ReturnType<typeof testServerWith>>

const open = (): Server =>
  testServerWith(createMemoryLog)({ sleep: turn, limits: { ...DEFAULT_LIMITS, maxBody: 65_536, maxEvents: 512, maxBytes: 65_536 } })

const access = { allowedHosts: [], allowedOrigins: [] }

function serve({ endpoint }: Server, path: HostilePath, request: Request): Promise<Response> | Response {
  switch (path) {
    case '/mcp':
      return endpoint.handle(request)
    case '/observations':
      return endpoint.feed(request)
    case '/faults':
      return endpoint.control(request)
    case '/oembed':
      return request.method === 'GET' ? serveOembed(request, access) : onlyRead(request)
    case '/health':
      return onlyRead(request)
  }
}

/** The SDK's own servers answer an id that they do not know with 500. That is shown as it is. */
const isSdkReplay = (request: Request, stock: ReadonlySet<string>): boolean =>
  request.method === 'GET' && request.headers.has('last-event-id') && stock.has(request.headers.get('mcp-session-id') ?? '')

/** What an answer must be. Reads a refusal whole, and of a stream the beginning. */
async function expectSound(response: Response, most: number): Promise<void> {
  expect(response.status).toBeLessThanOrEqual(most)
  const reader = response.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel().catch(() => {})
  const text = new TextDecoder().decode(first?.value)
  if (response.status < 400) return
  expect(text).not.toMatch(/\n\s+at |\.ts:\d|\.m?js:\d|node_modules|<html|<!doctype/i)
  expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  expect(text.length).toBeLessThan(2000)
  if (response.status === 405) expect(response.headers.get('allow')).toMatch(/^[A-Z, ]+$/)
}

/** A whole run of somebody else, exact. */
async function bystand(session: Awaited<ReturnType<Server['open']>>, id: number): Promise<void> {
  const call = await session.post(callMessage(id, 'countdown', { from: 5, delay: 1 }))
  const messages = (await new FrameReader(call).rest()).map(dataOf).filter((message) => message !== null)
  expect(messages.map((message) => message.params?.message ?? message.result.content[0].text)).toEqual([
    ...['5', '4', '3', '2', '1'],
    'Counted down from 5 to 1.',
  ])
}

afterAll(() => console.info(`hostile requests: PTP_SEED=${SEED} PTP_RUNS=${RUNS}`))

it(
  'every answer is sound, and a bystander notices nothing',
  async () => {
    const server = open()
    const bystander = await server.open()
    const stream = await bystander.resume()
    await stream.take(1)
    const sessions: string[] = []
    const stock = new Set<string>()
    const counts = new Map<number, number>()
    for (let run = 0; run < RUNS; run++) {
      if (run % BETWEEN === 0) {
        await bystand(bystander, run + 1)
        await server.endpoint.announce(bystander.id, `after ${run}`)
        expect(dataOf((await stream.next()) ?? '')).toMatchObject({ params: { data: `after ${run}` } })
        await Promise.all(sessions.splice(0).map((id) => server.endpoint.handle(endOf(id))))
        for (const kind of KINDS) {
          const { id } = await server.open(kind)
          sessions.push(id)
          if (kind.startsWith('?server=sdk')) stock.add(id)
        }
      }
      const { path, request } = hostileRequest(randomFrom(SEED + run), sessions)
      const said = `PTP_SEED=${SEED + run} PTP_RUNS=1: ${request.method} ${request.url}`
      const response = await serve(server, path, request)
      counts.set(response.status, (counts.get(response.status) ?? 0) + 1)
      await expectSound(response, isSdkReplay(request, stock) ? 500 : 499).catch((error: unknown) => {
        throw new Error(`${said} fails\n${JSON.stringify([...request.headers])}\n${error}`, { cause: error })
      })
      expect(server.errors, said).toEqual([])
      expect(Object.keys(Object.prototype), said).toEqual([])
    }
    await bystand(bystander, RUNS + 1)
    expect(server.endpoint.snapshot().sessions.map(({ record }) => record.terms.id)).toContain(bystander.id)
    console.info(`answers: ${JSON.stringify(Object.fromEntries(counts))}`)
    await server.endpoint.close()
  },
  LONG,
)

const endOf = (id: string) =>
  new Request('http://localhost:3000/mcp', { method: 'DELETE', headers: { host: 'localhost', 'mcp-session-id': id } })
