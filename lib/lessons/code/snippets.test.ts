/**
 * Every TypeScript snippet that is shown, run: the client of a lesson against the server of that lesson, over fetch, with a real cut of
 * the bytes where the lesson cuts. The files are the ones on the page.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { paint as paintUndisturbed } from '../01-one-post-many-events/code/client'
import { handle as undisturbed } from '../01-one-post-many-events/code/server'
import { paint as paintWithoutLog } from '../02-pull-the-plug/code/client'
import { handle as withoutLog } from '../02-pull-the-plug/code/server'
import { type Kept, paint as paintAndKeep } from '../03-two-headers/code/client'
import { handle as withLog } from '../03-two-headers/code/server'
import { resume } from '../04-plug-back-in/code/client'
import { handle as replaying } from '../04-plug-back-in/code/server'
import { keptIn } from '../05-stored-first/code/client'
import { SessionLog } from '../05-stored-first/code/server'
import { paintTwo } from '../06-one-stream/code/client'
import { handle as twoStreams } from '../06-one-stream/code/server'
import { paint as paintPrimed } from '../07-priming-event/code/client'
import { handle as priming } from '../07-priming-event/code/server'
import { print } from '../08-server-hangs-up/code/client'
import { handle as hangingUp } from '../08-server-hangs-up/code/server'
import { resumeOrStartAgain } from '../09-refused/code/client'
import { handle as refusing } from '../09-refused/code/server'
import { resume as resumeAgain } from '../10-leaving/code/client'
import { forgetIdleSessions, handle as remembering } from '../10-leaving/code/server'
import { paint as paintImpatiently } from '../11-silence/code/client'
import { handle as mostlySilent } from '../11-silence/code/server'
import { paint as paintByJob } from '../12-what-changed/code/client'
import { handle as stateless } from '../12-what-changed/code/server'

const URL_OF_SERVER = 'http://localhost/mcp'
const ROWS = ['🟦🟨🟦', '🟦⬜🟦', '🟫🟫🟫']
const PICTURE = { content: [{ type: 'text', text: ROWS.join('\n') }] }

type Handle = (request: Request) => Promise<Response>
/** How many frames of an answer get through; undefined: all. */
type Cut = (request: Request, body: string) => number | undefined
type Seen = { method: string; status: number; lastEventId: string | null; version: string | null; body: string }

/** Every client transport that a snippet has started, so that a test can do what closing the tab does. */
const tabs = new Set<StreamableHTTPClientTransport>()
const start = StreamableHTTPClientTransport.prototype.start
vi.spyOn(StreamableHTTPClientTransport.prototype, 'start').mockImplementation(function (this: StreamableHTTPClientTransport) {
  tabs.add(this)
  return start.call(this)
})
const closeTabs = async () => {
  await Promise.all([...tabs].map((transport) => transport.close()))
  tabs.clear()
}

afterEach(async () => {
  await closeTabs()
  vi.unstubAllGlobals()
})

/** The global fetch leads to `handle`. After the frames that `cut` allows, the connection ends as `how` says. */
function plugIn(handle: Handle, cut: Cut = () => undefined, how: 'torn' | 'silent' = 'torn'): Seen[] {
  const seen: Seen[] = []
  vi.stubGlobal('fetch', async (url: string | URL, init: RequestInit = {}) => {
    const request = new Request(url, init)
    const body = await request.clone().text()
    const response = await handle(request)
    const { headers } = request
    const [lastEventId, version] = [headers.get('last-event-id'), headers.get('mcp-protocol-version')]
    seen.push({ method: request.method, status: response.status, lastEventId, version, body })
    const frames = response.ok ? cut(request, body) : undefined
    if (frames === undefined || !response.body) return response
    if (frames < 0) throw new TypeError('network error')
    return new Response(severed(response.body, frames, how), response)
  })
  return seen
}

function severed(body: ReadableStream<Uint8Array>, frames: number, how: 'torn' | 'silent'): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let passed = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (passed === frames) {
          if (how === 'silent') return new Promise(() => {})
          await reader.cancel()
          return controller.error(new TypeError('network error'))
        }
        while (!text.includes('\n\n')) {
          const { done, value } = await reader.read()
          if (done) return controller.close()
          text += decoder.decode(value, { stream: true })
        }
        const end = text.indexOf('\n\n') + 2
        controller.enqueue(new TextEncoder().encode(text.slice(0, end)))
        text = text.slice(end)
        passed++
      },
      cancel: () => (how === 'silent' ? undefined : reader.cancel()),
    },
    { highWaterMark: 0 },
  )
}

const isCall = (body: string) => body.includes('"tools/call"')
const callsOf = (seen: Seen[]) => seen.filter(({ body }) => isCall(body))
const resumesOf = (seen: Seen[]) => seen.filter(({ lastEventId }) => lastEventId !== null)
/** Cuts each call's first connection after `frames`. */
const cutCalls =
  (frames: number): Cut =>
  (_request, body) =>
    isCall(body) ? frames : undefined

/** A client that runs into a cut and is then gone, with its tab. Answers what it kept. */
async function keptAfterCut(handle: Handle, frames: number): Promise<Required<Kept>> {
  plugIn(handle, cutCalls(frames))
  let ids = 0
  const kept = await new Promise<Kept>((resolve) => {
    const save = (now: Kept) => now.lastEventId !== undefined && ++ids === frames && resolve(now)
    paintAndKeep(URL_OF_SERVER, save).catch(() => {})
  })
  await closeTabs()
  return kept as Required<Kept>
}

describe('the TypeScript snippets do what they say', () => {
  it('1: one POST brings every row and the result', async () => {
    const seen = plugIn(undisturbed)
    const rows: string[] = []
    expect(await paintUndisturbed(URL_OF_SERVER, (row) => rows.push(row))).toMatchObject(PICTURE)
    expect(rows).toEqual(ROWS)
    expect(callsOf(seen)).toHaveLength(1)
    expect(resumesOf(seen)).toEqual([])
  })

  it('2: without an event store a cut loses the rest, and nothing is asked for again', async () => {
    const seen = plugIn(withoutLog, cutCalls(1))
    const rows: string[] = []
    expect(await paintWithoutLog(URL_OF_SERVER, (row) => rows.push(row), 100)).toBe('lost')
    expect(rows).toEqual(ROWS.slice(0, 1))
    expect(resumesOf(seen)).toEqual([])
  })

  it('3: the session id, the version and the id of every event are kept, and the id is let go with the answer', async () => {
    plugIn(withLog)
    const kept: Kept[] = []
    await paintAndKeep(URL_OF_SERVER, (now) => kept.push(now))
    expect(kept[0]).toEqual({ sessionId: expect.stringMatching(/^[\x21-\x7e]+$/), protocolVersion: '2025-11-25' })
    const ids = kept.flatMap(({ lastEventId }) => lastEventId ?? [])
    expect(ids.map((id) => Number(id.split('/').at(-1)))).toEqual([1, 2, 3, 4, 5])
    expect(kept.at(-1)).not.toHaveProperty('lastEventId')
  })

  it('4: a new client gets the missed rows and the result by one GET, and the tool runs once', async () => {
    const kept = await keptAfterCut(replaying, 2)
    const seen = plugIn(replaying)
    const rows: string[] = []
    expect(await resume(URL_OF_SERVER, kept, (row) => rows.push(row))).toMatchObject(PICTURE)
    expect(rows).toEqual(ROWS.slice(1))
    expect(seen).toMatchObject([{ method: 'GET', lastEventId: kept.lastEventId, version: '2025-11-25', status: 200 }])
  })

  it('5: what was kept is whole on disk, and the newest save wins', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kept-'))
    const file = keptIn(join(folder, 'kept.json'))
    await Promise.all(['a/1', 'a/2', 'a/3'].map((lastEventId) => file.save({ sessionId: 's', lastEventId })))
    expect(await file.load()).toEqual({ sessionId: 's', lastEventId: 'a/3' })
    expect(JSON.parse(await readFile(join(folder, 'kept.json'), 'utf8'))).toEqual(await file.load())
    await rm(folder, { recursive: true })
  })

  it('5: the log replays what came after an id, on its stream only, without priming events; an unknown id is an error', async () => {
    const log = new SessionLog()
    const message = (method: string) => ({ jsonrpc: '2.0' as const, method })
    const first = await log.storeEvent('a', {} as never)
    await log.storeEvent('_GET_stream', message('other'))
    await log.storeEvent('a', message('one'))
    await log.storeEvent('a', message('two'))
    const replayed: unknown[] = []
    const send = async (id: string, { method }: never) => void replayed.push([id, method])
    expect(await log.replayEventsAfter(first, { send: send as never })).toBe('a')
    expect(replayed).toEqual([
      ['a/2', 'one'],
      ['a/3', 'two'],
    ])
    for (const id of ['a/4', 'a/0', 'b/1', 'nonsense', 'a/x']) {
      await expect(log.replayEventsAfter(id, { send: send as never })).rejects.toThrow(id)
    }
  })

  it('6: two cut calls are resumed by two GETs, each with its own id, and each gets its own result', async () => {
    const seen = plugIn(twoStreams, cutCalls(2))
    const ids = new Map<string, string>()
    const results = await paintTwo(URL_OF_SERVER, ids)
    expect(results).toMatchObject([{ content: [{ text: 'sun' }] }, { content: [{ text: 'moon' }] }])
    const streams = resumesOf(seen).map(({ lastEventId }) => lastEventId?.split('/')[0])
    expect(new Set(streams)).toEqual(new Set([...ids.values()].map((id) => id.split('/')[0])))
    expect(streams).toHaveLength(2)
  })

  it('7: a cut right after the priming event loses nothing, and the wait is the one the server named', async () => {
    const seen = plugIn(priming, cutCalls(1))
    const saved: string[] = []
    const primed = vi.fn()
    expect(await paintPrimed(URL_OF_SERVER, (id) => saved.push(id), primed)).toMatchObject(PICTURE)
    expect(primed).toHaveBeenCalledOnce()
    expect(saved.map((id) => id.split('/')[1])).toEqual(['1', '2', '3', '4', '5'])
    expect(resumesOf(seen).map(({ lastEventId }) => lastEventId)).toEqual([saved[0]])
  })

  it('8: the server hangs up, the client polls with the same id until the result is there', async () => {
    const seen = plugIn(hangingUp, (request) => (request.headers.has('last-event-id') && pollsLeft-- > 0 ? 1 : undefined))
    let pollsLeft = 1
    expect(await print(URL_OF_SERVER)).toMatchObject({ content: [{ text: 'printed' }] })
    const polls = resumesOf(seen).map(({ lastEventId }) => lastEventId)
    expect(polls.length).toBeGreaterThanOrEqual(2)
    expect(new Set(polls).size).toBe(1)
    expect(callsOf(seen)).toHaveLength(1)
  })

  it('9: an event the server does not have is 400, an ended session 404; the client says which and starts again', async () => {
    const kept = await keptAfterCut(refusing, 2)
    const seen = plugIn(refusing)
    const again = vi.fn(async (why: string) => why)
    expect(await resumeOrStartAgain(URL_OF_SERVER, { ...kept, lastEventId: 'gone/7' }, again)).toMatch(/no longer has that event/)
    expect(await resumeOrStartAgain(URL_OF_SERVER, kept, again)).toMatchObject(PICTURE)
    await refusing(new Request(URL_OF_SERVER, { method: 'DELETE', headers: { 'mcp-session-id': kept.sessionId } }))
    expect(await resumeOrStartAgain(URL_OF_SERVER, kept, again)).toMatch(/session has ended/)
    expect(resumesOf(seen).map(({ status }) => status)).toEqual([400, 200, 404])
    expect(again).toHaveBeenCalledTimes(2)
  })

  it('10: a second cut in the middle of the replay loses nothing, and no row is shown twice', async () => {
    const kept = await keptAfterCut(remembering, 1)
    let cuts = 1
    const seen = plugIn(remembering, ({ method }) => (method === 'GET' && cuts-- > 0 ? 2 : undefined))
    const shown: string[] = []
    await resumeAgain(
      URL_OF_SERVER,
      kept,
      () => {},
      (row) => shown.push(row),
      new Set(),
    )
    expect(shown).toEqual(ROWS)
    expect(resumesOf(seen).map(({ lastEventId }) => lastEventId?.split('/')[1])).toEqual(['1', '3'])
  })

  it('10: what is saved is never ahead of what was handled, so a crash repeats and does not lose', async () => {
    const kept = await keptAfterCut(remembering, 2)
    const seen = plugIn(remembering)
    const [shown, saved]: [string[], string[]] = [[], []]
    const already = new Set([kept.lastEventId.replace('/2', '/3')])
    const save = ({ lastEventId }: Kept) => void saved.push(`${lastEventId?.split('/')[1]} with ${shown.length} shown`)
    await resumeAgain(URL_OF_SERVER, kept, save, (row) => shown.push(row), already)
    expect(shown).toEqual(ROWS.slice(2))
    expect(saved).toEqual(['2 with 0 shown', '3 with 0 shown', '4 with 1 shown'])
    expect(seen.at(-1)).toMatchObject({ method: 'DELETE', status: 200 })
  })

  it('10: a session that nobody used for long is forgotten: then it gets 404', async () => {
    const kept = await keptAfterCut(remembering, 2)
    await forgetIdleSessions(URL_OF_SERVER, Date.now() + 31 * 60_000)
    plugIn(remembering)
    const answer = await remembering(new Request(URL_OF_SERVER, { headers: { 'mcp-session-id': kept.sessionId } }))
    expect(answer.status).toBe(404)
  })

  it('11: silence is taken for a cut, and the new connection takes over from the one that still looks alive', async () => {
    const seen = plugIn(mostlySilent, cutCalls(2), 'silent')
    expect(await paintImpatiently(URL_OF_SERVER, 100)).toMatchObject(PICTURE)
    expect(resumesOf(seen)[0]).toMatchObject({ method: 'GET', status: 200 })
  })

  it('12: a lost answer is asked for again with a new request id, and the job starts once', async () => {
    let losses = 2
    const seen = plugIn(stateless, (_request, body) => (isCall(body) && losses-- > 0 ? -1 : undefined))
    expect(await paintByJob(URL_OF_SERVER, 'job-1', 1)).toBe('🟦🟨🟦')
    const requests = callsOf(seen).map(({ body }) => JSON.parse(body) as { id: number })
    expect(new Set(requests.map(({ id }) => id)).size).toBe(requests.length)
    expect(seen.every(({ lastEventId }) => lastEventId === null)).toBe(true)
  })
})
