/** The tables of settings and of bounds, from those that the server keeps (lib/server/http/config.ts, lib/server/http/read/json.ts). */
import {
  DOOR_SETTINGS,
  type DoorLimits,
  type EndpointConfig,
  type EndpointLimits,
  readConfig,
  SETTINGS,
} from '../../lib/server/http/config'
import { JSON_BOUNDS, type JsonBound } from '../../lib/server/http/read/json'
import { table } from './lines'

/** What each limit is for. The compiler asks for a new one. */
const LIMITS: Readonly<Record<keyof EndpointLimits, string>> = {
  maxSessions: 'live sessions; one more `initialize` gets 429',
  maxEvents: 'stored events of one session; the oldest go first, a last event ID before them gets 400',
  maxBytes: 'stored bytes of one session; a single larger message becomes an error answer',
  maxRunning: 'tools running at once in one session; one more call gets 429',
  maxRunningTotal: 'the same over all sessions',
  maxBody: 'bytes of one request body; a larger one gets 413',
  idleMs: 'a session without connection, running tool or request for so long is ended',
  retryMs: 'the reconnection time told to clients (`retry`)',
  keepAliveMs: 'a comment goes out on a connection that was silent for so long',
  graceMs: 'the feed of an ended session stays readable for so long',
  clientShare: 'how much of `PTP_MAX_SESSIONS` and `PTP_MAX_RUNNING_TOTAL` one address may have, in percent; more gets 429',
  abandonedMs: 'tools of a session to which nobody was connected for so long are stopped; their streams end with an error',
}

/** The same for the limits of the HTTP server. */
const DOOR: Readonly<Record<keyof DoorLimits, string>> = {
  maxConnections: 'open connections of one address; one more is closed at once',
  connectionIdleMs: 'an HTTP connection without a request for so long is closed',
  headersMs: 'how long the headers of a request may take to come in; looked at every 30 s',
  requestMs: 'the same for a whole request with its body; answers may take as long as they like',
}

type Row = { readonly said: string; readonly usual: (config: EndpointConfig) => string }

/** The settings that are no limits, by variable. */
const OTHERS: Readonly<Record<string, Row>> = {
  PTP_ALLOWED_HOSTS: {
    said: 'further `Host` values, comma-separated, with or without a port',
    usual: ({ access }) => access.allowedHosts.join(', ') || 'loopback',
  },
  PTP_ALLOWED_ORIGINS: {
    said: 'origins whose pages may use the endpoint (CORS), comma-separated',
    usual: ({ access }) => access.allowedOrigins.join(', ') || 'none',
  },
  PTP_TRUSTED_PROXY: {
    said: 'addresses or networks of proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed, comma-separated',
    usual: ({ trustedProxies }) => trustedProxies.join(', ') || 'none',
  },
  PTP_FAULTS: { said: '`off` refuses every command to `/faults` with 403', usual: ({ faults }) => (faults ? 'on' : 'off') },
  PTP_STATE_DIR: {
    said: 'a folder where sessions and their logs are saved at SIGTERM, and found at the start',
    usual: ({ stateDir }) => stateDir ?? 'none',
  },
  PTP_SHUTDOWN_MS: { said: 'how long running tools may take to end after SIGTERM', usual: ({ shutdownMs }) => String(shutdownMs) },
  PTP_FIXTURES: {
    said: '`conformance` adds the tools that the conformance suite asks for',
    usual: ({ conformanceTools }) => (conformanceTools ? 'conformance' : 'off'),
  },
}

/** Every variable that the server reads. Throws for one that has no row here. */
export function settingLines(): string[] {
  const usual = readConfig({})
  const said: Readonly<Record<string, string>> = { ...LIMITS, ...DOOR }
  const limits = Object.entries({ ...SETTINGS, ...DOOR_SETTINGS }).map(([name, { variable, value }]) => [
    variable,
    String(value),
    said[name],
  ])
  const others = Object.entries(OTHERS).map(([variable, { said, usual: usually }]) => [variable, usually(usual), said])
  const rows = [...limits, ...others]
  const unknown = variablesRead().filter((variable) => !rows.some(([named]) => named === variable))
  if (unknown.length > 0) throw new Error(`The server reads ${unknown.join(', ')}; say what it is for in scripts/docs/setting-table.ts.`)
  return table(
    ['variable', 'default', 'what'],
    rows.map(([variable = '', value = '', said = '']) => [`\`${variable}\``, value, said]),
  )
}

/** Asks the reader of the settings itself. */
function variablesRead(): string[] {
  const read = new Set<string>()
  const watched = new Proxy<Record<string, string | undefined>>({}, { get: (_, name) => void read.add(String(name)) })
  readConfig(watched)
  return [...read]
}

const BOUNDS: Readonly<Record<JsonBound, string>> = {
  depth: 'levels of objects and arrays',
  values: 'values in all',
  keys: 'keys of one object',
  items: 'items of one array',
  key: 'characters of one key',
  string: 'characters of one string',
}

/** The table of bounds of a JSON message, one row each. */
export function jsonBoundLines(): string[] {
  const rows = Object.entries(JSON_BOUNDS).map(([bound, most]) => [BOUNDS[bound as JsonBound], String(most)])
  return table(['bound', 'at most'], rows)
}
