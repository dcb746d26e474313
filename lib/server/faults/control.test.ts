/** POST /faults: malformed commands of every kind get a 4xx that names the value and says what to do, and nothing happens. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testServerWith } from '../../../test/support/server/test-server'
import { createMemoryLog } from '../../event-store/memory-log'
import { createEndpoint } from '../endpoint'
import { DEFAULT_LIMITS } from '../http/config'

const setup = testServerWith(createMemoryLog)
const URL_OF_FAULTS = 'http://localhost:3000/faults'

type Bad = {
  readonly what: string
  readonly status: number
  readonly says: readonly string[]
  readonly body?: unknown
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | null>>
}

const polite = { fault: 'polite-close' }
const body = (what: string, value: unknown, says: readonly string[]): Bad => ({ what, status: 400, body: value, says })

const BAD: readonly Bad[] = [
  ...['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'].map((method) => ({ what: method, status: 405, method, says: [method, 'POST'] })),
  { what: 'no session', status: 400, body: polite, headers: { 'mcp-session-id': null }, says: ['Mcp-Session-Id', 'initialize'] },
  { what: 'an unknown session', status: 404, body: polite, headers: { 'mcp-session-id': 'no-such' }, says: ['"no-such"'] },
  { what: 'a foreign host', status: 403, body: polite, headers: { host: 'evil.example' }, says: ['evil.example', 'PTP_ALLOWED_HOSTS'] },
  { what: 'a foreign page', status: 403, body: polite, headers: { origin: 'https://evil.example' }, says: ['PTP_ALLOWED_ORIGINS'] },
  { what: 'no Content-Type', status: 415, body: polite, headers: { 'content-type': null }, says: ['application/json'] },
  { what: 'too long a body', status: 413, body: { ...polite, pad: 'x'.repeat(9000) }, says: ['8192', 'PTP_MAX_BODY'] },
  body('an empty body', '', ['not JSON', '{"fault":"polite-close"}']),
  body('half a body', '{"fault":', ['not JSON']),
  body('an array', [polite], ['one object']),
  body('null', 'null', ['is null', 'one object']),
  body('no fault', {}, ['"fault" is undefined', 'polite-close, restart, end, evict, hold, keep-alive']),
  body('an unknown fault', { fault: 'explode' }, ['"explode"', 'polite-close, restart']),
  body('a fault that every object has', { fault: 'constructor' }, ['"constructor"', 'polite-close']),
  body('a member nobody knows', { ...polite, steam: 'get' }, ['"steam"', '"stream"']),
  body('a stream that is a number', { ...polite, stream: 2 }, ['"stream" of "polite-close" is 2', 'call-2']),
  body('a stream that is no name', { ...polite, stream: '../get' }, ['../get']),
  body('a restart that keeps everything', { fault: 'restart', keeps: 'everything' }, ['"everything"', '"log" or "nothing"']),
  body('a restart that says nothing', { fault: 'restart' }, ['"keeps" of "restart" is undefined', '"log" or "nothing"']),
  body('an end of another kind', { fault: 'end', how: 'badly' }, ['"badly"', '"deleted" or "expired"']),
  ...[-1, 1.5, '2', null].map((leave) =>
    body(`evict leaves ${JSON.stringify(leave)}`, { fault: 'evict', leave }, ['"leave"', '0 to 1000000']),
  ),
  body('hold with a text', { fault: 'hold', on: 'yes' }, ['"on" of "hold" is "yes"', 'true or false']),
  body('keep-alive without on', { fault: 'keep-alive', every: 500 }, ['"on"', 'true or false']),
  ...[0, 99, 3_600_001, 'often'].map((every) =>
    body(`comments every ${every}`, { fault: 'keep-alive', on: true, every }, ['"every"', '100 to 3600000']),
  ),
]

describe('a malformed command', () => {
  const server = setup({ limits: { maxBody: 8192 } })
  let session = ''
  beforeAll(async () => {
    session = (await server.open()).id
  })

  const send = ({ method = 'POST', headers = {}, body: value }: Omit<Bad, 'what' | 'status' | 'says'>) => {
    const all = { host: 'localhost:3000', 'content-type': 'application/json', 'mcp-session-id': session, ...headers }
    const present = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null)
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const content = value === undefined || method === 'GET' || method === 'HEAD' ? {} : { body: text }
    return server.endpoint.control(new Request(URL_OF_FAULTS, { method, headers: present, ...content }))
  }

  it.each(BAD.map((each) => [each.what, each] as const))('%s', async (_, each) => {
    const before = server.facts.filter(({ kind }) => kind !== 'request.refused').length
    const response = await send(each)
    expect(response.status).toBe(each.status)
    const text = await response.text()
    const { message } = JSON.parse(text).error
    for (const part of each.says) expect(message).toContain(part)
    expect(text).not.toMatch(/\n\s+at |\.ts:\d|node_modules/)
    if (each.status === 405) expect(response.headers.get('allow')).toBe('POST, OPTIONS')
    expect(server.facts.filter(({ kind }) => kind !== 'request.refused')).toHaveLength(before)
  })

  it('OPTIONS is answered for a page that may use this server', async () => {
    const endpoint = createEndpoint({
      openLog: (observe) => createMemoryLog(DEFAULT_LIMITS, observe),
      access: { allowedOrigins: ['https://book.example'] },
    })
    const headers = { host: 'localhost', origin: 'https://book.example' }
    const preflight = await endpoint.control(new Request(URL_OF_FAULTS, { method: 'OPTIONS', headers }))
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-methods')).toBe('POST, OPTIONS')
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Mcp-Session-Id')
    await endpoint.close()
  })

  it('leaves a session as it was: a good one is carried out after all of them', async () => {
    expect((await send({ body: polite })).status).toBe(204)
    expect(server.facts.at(-1)).toEqual({ kind: 'fault.set', fault: 'polite-close', state: 'struck', detail: { code: 'every-stream' } })
  })

  afterAll(() => expect(server.errors).toEqual([]))
})
