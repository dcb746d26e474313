/**
 * The table of malformed requests for bad-input.test.ts, one a row: what it is, the status it gets, what the answer has to say.
 */
import { callMessage, GET_HEADERS, initializeMessage, MCP_URL, POST_HEADERS } from './requests'

type Headers = Readonly<Record<string, string | null>>

type BadRequest = {
  readonly what: string
  readonly status: number
  /** what the answer has to contain: the value, and what to do */
  readonly says: readonly string[]
  readonly method?: string
  readonly url?: string
  /** null takes a header away */
  readonly headers?: Headers
  /** text, bytes, or an object to be written as JSON */
  readonly body?: string | Uint8Array | object
  /** the JSON-RPC id the answer must carry; null when left out */
  readonly id?: string | number
}

export const ping = { jsonrpc: '2.0', id: 7, method: 'ping' }
const init = initializeMessage()
const long = 'x'.repeat(5000)

/** A ping with other headers. */
const headed = (what: string, status: number, headers: Headers, says: readonly string[], id?: number): BadRequest => ({
  ...{ what, status, headers, body: ping, says, id },
})
/** A GET or DELETE with other headers. */
const bare = (method: string, what: string, status: number, headers: Headers, says: readonly string[]): BadRequest => ({
  ...{ method, what, status, headers, says },
})
/** A body that gets 400. */
const posted = (what: string, body: string | Uint8Array | object, says: readonly string[], id?: number): BadRequest => ({
  ...{ what, status: 400, body, says, id },
})
/** A ping with something wrong in it. */
const pinged = (what: string, wrong: object, says: readonly string[], id: number | undefined = 7): BadRequest =>
  posted(what, { ...ping, ...wrong }, says, id)
/** A tools/call with other params. */
const called = (what: string, params: object, says: readonly string[]): BadRequest =>
  posted(what, { ...callMessage(8, 'countdown'), params }, says, 8)
/** An initialize outside any session with other params. */
const begun = (what: string, params: object | undefined, says: readonly string[]): BadRequest => ({
  ...{ what, status: 400, headers: { 'mcp-session-id': null }, body: { ...init, params }, says, id: 0 },
})

const methods = ['PUT', 'PATCH', 'PROPFIND', 'HEAD'].map(
  (method): BadRequest => ({ what: `method ${method}`, status: 405, method, body: '', says: [method, 'Use GET'] }),
)

const sources: readonly BadRequest[] = [
  headed('a foreign Host', 403, { host: 'evil.example.com' }, ['evil.example.com', 'PTP_ALLOWED_HOSTS']),
  headed('a Host that only begins like ours', 403, { host: 'localhost.evil.example' }, ['localhost.evil.example']),
  headed('a Host with a user', 403, { host: 'evil@localhost' }, ['evil@localhost']),
  headed('no Host', 403, { host: null }, ['no Host', 'localhost']),
  headed('a foreign Origin', 403, { origin: 'http://evil.example.com' }, ['evil.example.com', 'PTP_ALLOWED_ORIGINS']),
  headed('Origin null', 403, { origin: 'null' }, ['"null"', 'PTP_ALLOWED_ORIGINS']),
  headed('an Origin that is no URL', 403, { origin: 'localhost' }, ['"localhost"']),
  headed('an Origin of another scheme', 403, { origin: 'chrome-extension://localhost' }, ['chrome-extension']),
]

const types: readonly BadRequest[] = [
  headed('a POST that takes no event stream', 406, { accept: 'application/json' }, ['application/json', 'text/event-stream']),
  headed('a POST that takes only event streams', 406, { accept: 'text/event-stream' }, ['application/json, text/event-stream']),
  headed('a POST without Accept', 406, { accept: null }, ['no Accept']),
  headed('a POST with Accept */*', 406, { accept: '*/*' }, ['*/*']),
  headed('an Accept that only contains the words', 406, { accept: 'x/application/json;text/event-stream' }, ['x/application/json']),
  bare('GET', 'a GET that takes no event stream', 406, { accept: 'application/json' }, ['text/event-stream']),
  headed('a POST without a Content-Type of its own', 415, { 'content-type': null }, ['text/plain', 'application/json']),
  headed('a form', 415, { 'content-type': 'application/x-www-form-urlencoded' }, ['x-www-form-urlencoded', 'application/json']),
  headed('plain text', 415, { 'content-type': 'text/plain; a=application/json' }, ['text/plain']),
  headed('JSON in UTF-16', 415, { 'content-type': 'application/json; charset=utf-16' }, ['utf-16', 'UTF-8']),
  headed('a compressed body', 415, { 'content-encoding': 'gzip' }, ['gzip', 'without compression']),
]

const sizes: readonly BadRequest[] = [
  headed('an announced length over the limit', 413, { 'content-length': '99999999' }, ['99999999', 'PTP_MAX_BODY']),
  { what: 'a body over the limit', status: 413, body: { ...ping, params: { pad: 'x'.repeat(9000) } }, says: ['8192', 'PTP_MAX_BODY'] },
  { what: 'a body over the limit in bytes only', status: 413, body: { ...ping, params: { pad: '🟦'.repeat(2500) } }, says: ['8192'] },
]

const texts: readonly BadRequest[] = [
  posted('an empty body', '', ['empty', 'JSON-RPC message']),
  posted('blanks', ' \n ', ['empty']),
  posted('half a message', '{"jsonrpc":"2.0","id":1', ['not JSON', '{\\"jsonrpc\\"']),
  posted('a long text', long, ['not JSON', 'xxx…']),
  posted('HTML', '<script>alert(1)</script>', ['not JSON', '<script>']),
  posted('bytes that are not UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), ['UTF-8']),
  posted('control characters', '\u0000\u0007', ['\\u0000']),
  posted('two messages, one after the other', '{"jsonrpc":"2.0"}{"jsonrpc":"2.0"}', ['not JSON']),
  posted('null', 'null', ['null', 'object']),
  posted('a number', '42', ['42', 'object']),
  posted('a string', '"ping"', ['ping', 'object']),
  posted('a batch', [ping, ping], ['array of 2', 'Batches were removed', 'POST of its own']),
  posted('an empty batch', [], ['array of 0']),
]

const messages: readonly BadRequest[] = [
  posted('an empty object', {}, ['"jsonrpc" is undefined', '"2.0"']),
  pinged('JSON-RPC 1.0', { jsonrpc: '1.0' }, ['"1.0"', '"2.0"']),
  pinged('jsonrpc as a number', { jsonrpc: 2 }, ['is 2', '"2.0"']),
  posted('an id that is null', { ...ping, id: null }, ['"id" is null', 'whole number']),
  posted('an id that is a fraction', { ...ping, id: 1.5 }, ['1.5', 'whole number']),
  posted('an id that is an object', { ...ping, id: { a: 1 } }, ['{"a":1}']),
  posted('an id too long to repeat', { ...ping, id: long }, ['xxx…', '128']),
  pinged('a method that is a number', { method: 3 }, ['"method" is 3', 'tools/call']),
  pinged('an empty method', { method: '' }, ['"method" is ""']),
  pinged('a request with a result', { result: {} }, ['"ping"', 'either']),
  pinged('params as an array', { params: [1] }, ['[1]', 'object']),
  pinged('params as text', { params: 'now' }, ['"now"', 'object']),
  pinged('params that are null', { params: null }, ['null', 'object']),
  pinged('_meta as text', { params: { _meta: 'x' } }, ['_meta', '"x"']),
  pinged('a progress token that is an object', { params: { _meta: { progressToken: {} } } }, ['progressToken', '{}']),
  pinged('a progress token too long to repeat', { params: { _meta: { progressToken: long } } }, ['progressToken', '128']),
  pinged('a member JSON-RPC does not know', { extra: 1 }, ['"extra"', 'Leave it out']),
  posted('neither method nor id', { jsonrpc: '2.0' }, ['neither']),
  posted('an id alone', { jsonrpc: '2.0', id: 7 }, ['either "result" or "error"'], 7),
  posted('a response with both', { jsonrpc: '2.0', id: 7, result: {}, error: { code: 1, message: '' } }, ['either'], 7),
  posted('a response with a bad result', { jsonrpc: '2.0', id: 7, result: 3 }, ['"result" is 3'], 7),
  posted('a response with a bad error', { jsonrpc: '2.0', id: 7, error: { code: 'x' } }, ['"error" is', 'code'], 7),
  called('a call without a name', {}, ['"params.name" is undefined', 'tools/list']),
  called('a call with a number for a name', { name: 3 }, ['is 3', 'tools/list']),
  called('a call with arguments as text', { name: 'countdown', arguments: 'ten' }, ['"ten"', 'object']),
  begun('initialize without params', undefined, ['protocolVersion', 'undefined']),
  begun('initialize without clientInfo', { ...init.params, clientInfo: undefined }, ['clientInfo']),
  begun('initialize with a number for a version', { ...init.params, protocolVersion: 3 }, ['is 3']),
]

const sessions: readonly BadRequest[] = [
  { what: 'initialize in a session', status: 400, body: init, says: ['initialized already', 'without Mcp-Session-Id'], id: 0 },
  { ...begun('initialize with a strange wish', init.params, ['"perhaps"', '"off"']), url: `${MCP_URL}?resumability=perhaps` },
  headed('a POST without a session', 400, { 'mcp-session-id': null }, ['Mcp-Session-Id', 'initialize'], 7),
  headed('a POST in an unknown session', 404, { 'mcp-session-id': 'no-such' }, ['"no-such"', 'initialize'], 7),
  headed('a version from the future', 400, { 'mcp-protocol-version': '2026-07-28' }, ['2026-07-28', '2025-11-25'], 7),
  bare('GET', 'a GET without a session', 400, { 'mcp-session-id': null }, ['Mcp-Session-Id', 'initialize']),
  bare('GET', 'a GET in an unknown session', 404, { 'mcp-session-id': 'no-such' }, ['"no-such"']),
  bare('GET', 'a very long session id', 404, { 'mcp-session-id': long }, ['xxx…']),
  bare('GET', 'two session ids', 404, { 'mcp-session-id': 'a, b' }, ['a, b']),
  bare('GET', 'a version that is none', 400, { 'mcp-protocol-version': 'latest' }, ['"latest"', '2025-11-25']),
  bare('DELETE', 'a DELETE without a session', 400, { 'mcp-session-id': null }, ['Mcp-Session-Id']),
  bare('DELETE', 'a DELETE of an unknown session', 404, { 'mcp-session-id': 'no-such' }, ['"no-such"']),
]

const malformed = [
  'nonsense',
  'call-1',
  'call-1/',
  '/1',
  'call-1/-1',
  'call-1/x',
  'call-1/01',
  '../../etc/passwd',
  "' OR 1=1 --",
  '*',
  '9'.repeat(300),
]

const lastEventIds: readonly BadRequest[] = [
  ...malformed.map((id) =>
    bare('GET', `last event ID ${id.slice(0, 20)}`, 400, { 'last-event-id': id }, [id.slice(0, 60), 'is not an event ID']),
  ),
  ...['call-9/0', 'call-1/999', 'other/0', 'get/1'].map((id) =>
    bare('GET', `last event ID ${id}`, 400, { 'last-event-id': id }, [id, 'never handed out in this session']),
  ),
]

export const badRequests: readonly BadRequest[] = [
  ...methods,
  ...sources,
  ...types,
  ...sizes,
  ...texts,
  ...messages,
  ...sessions,
  ...lastEventIds,
]

/** The request of a row. `session` is a live session, which most rows name. */
export function requestOf({ method = 'POST', url = MCP_URL, headers = {}, body }: BadRequest, session: string): Request {
  const all: Headers = { ...(method === 'GET' ? GET_HEADERS : POST_HEADERS), 'mcp-session-id': session, ...headers }
  const present = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null)
  const bodiless = method === 'GET' || method === 'HEAD' || body === undefined
  const content = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
  return new Request(url, { method, headers: present, ...(!bodiless && { body: content as BodyInit }) })
}
