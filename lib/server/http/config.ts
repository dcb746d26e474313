/**
 * Every limit of the endpoint, its default, and the environment variable that changes it. It does not read the environment itself: that is passed in.
 */
import type { Bytes, Milliseconds } from '../../protocol/observation'

export type EndpointLimits = {
  readonly maxSessions: number
  /** stored events of one session */
  readonly maxEvents: number
  /** stored bytes of one session */
  readonly maxBytes: Bytes
  /** tools running at once in one session */
  readonly maxRunning: number
  /** tools running at once in all sessions */
  readonly maxRunningTotal: number
  /** bytes of one request body */
  readonly maxBody: Bytes
  /** a session without connection, running tool or request for so long is ended */
  readonly idleMs: Milliseconds
  /** the reconnection time told to clients, the `retry` field */
  readonly retryMs: Milliseconds
  /** a comment goes out on a connection that was silent for so long */
  readonly keepAliveMs: Milliseconds
  /** the feed of an ended session stays readable for so long */
  readonly graceMs: Milliseconds
  /** how much of maxSessions and maxRunningTotal one client address may have, in percent */
  readonly clientShare: number
  /** tools of a session that nobody was connected to for so long are stopped */
  readonly abandonedMs: Milliseconds
}

/** What the HTTP server in front of the endpoint allows. */
export type DoorLimits = {
  /** open connections of one address */
  readonly maxConnections: number
  /** an HTTP connection without a request for so long is closed */
  readonly connectionIdleMs: Milliseconds
  /** how long the headers of a request may take to come in */
  readonly headersMs: Milliseconds
  /** how long a whole request may take to come in, body included */
  readonly requestMs: Milliseconds
}

export type Access = {
  /** host names (any port) or host:port, beside the loopback ones */
  readonly allowedHosts: readonly string[]
  /** origins, `https://example.org`, that may read answers from a page (CORS) */
  readonly allowedOrigins: readonly string[]
}

export type EndpointConfig = {
  readonly limits: EndpointLimits
  readonly access: Access
  readonly door: DoorLimits
  /** addresses and networks (`10.0.0.0/8`) whose X-Forwarded-… headers are believed */
  readonly trustedProxies: readonly string[]
  /** whether the tools of the conformance suite are registered */
  readonly conformanceTools: boolean
  /** whether POST /faults is served */
  readonly faults: boolean
  /** a folder for the sessions that outlive a restart; undefined: they end with the process */
  readonly stateDir: string | undefined
  /** how long running tools may take to end after SIGTERM */
  readonly shutdownMs: Milliseconds
}

type Setting = { readonly variable: string; readonly value: number; readonly least: number; readonly most: number; readonly unit: string }

const DAY = 86_400_000

/** One row per limit. A session's log holds at most `value` of maxBytes, so the whole server at most maxSessions × that. */
export const SETTINGS: Readonly<Record<keyof EndpointLimits, Setting>> = {
  maxSessions: { variable: 'PTP_MAX_SESSIONS', value: 256, least: 1, most: 1_000_000, unit: 'sessions' },
  maxEvents: { variable: 'PTP_MAX_EVENTS', value: 4096, least: 4, most: 10_000_000, unit: 'events' },
  maxBytes: { variable: 'PTP_MAX_BYTES', value: 1_048_576, least: 4096, most: 2 ** 40, unit: 'bytes' },
  maxRunning: { variable: 'PTP_MAX_RUNNING', value: 32, least: 1, most: 100_000, unit: 'tools' },
  maxRunningTotal: { variable: 'PTP_MAX_RUNNING_TOTAL', value: 512, least: 1, most: 1_000_000, unit: 'tools' },
  maxBody: { variable: 'PTP_MAX_BODY', value: 262_144, least: 1024, most: 2 ** 30, unit: 'bytes' },
  idleMs: { variable: 'PTP_IDLE_MS', value: 900_000, least: 1000, most: 30 * DAY, unit: 'ms' },
  retryMs: { variable: 'PTP_RETRY_MS', value: 1000, least: 20, most: DAY, unit: 'ms' },
  keepAliveMs: { variable: 'PTP_KEEP_ALIVE_MS', value: 15_000, least: 100, most: DAY, unit: 'ms' },
  graceMs: { variable: 'PTP_GRACE_MS', value: 60_000, least: 0, most: DAY, unit: 'ms' },
  // Half: a class of thirty behind one address has four sessions and eight tools each, and as much is left for everybody else.
  clientShare: { variable: 'PTP_CLIENT_SHARE', value: 50, least: 1, most: 100, unit: 'percent' },
  abandonedMs: { variable: 'PTP_ABANDONED_MS', value: 300_000, least: 1000, most: 30 * DAY, unit: 'ms' },
}

/** One row per limit of the HTTP server. A browser opens six connections to a host, so thirty laptops behind one address have 180. */
export const DOOR_SETTINGS: Readonly<Record<keyof DoorLimits, Setting>> = {
  maxConnections: { variable: 'PTP_MAX_CONNECTIONS', value: 512, least: 1, most: 1_000_000, unit: 'connections' },
  // Longer than the pools of nginx and of common balancers (60 s): the side that opened a connection should be the one that closes it.
  connectionIdleMs: { variable: 'PTP_CONNECTION_IDLE_MS', value: 75_000, least: 1000, most: DAY, unit: 'ms' },
  headersMs: { variable: 'PTP_HEADERS_MS', value: 20_000, least: 1000, most: DAY, unit: 'ms' },
  requestMs: { variable: 'PTP_REQUEST_MS', value: 60_000, least: 1000, most: DAY, unit: 'ms' },
}

/** Less than the ten seconds that container hosts give. */
const SHUTDOWN: Setting = { variable: 'PTP_SHUTDOWN_MS', value: 8000, least: 0, most: DAY, unit: 'ms' }

export const DEFAULT_LIMITS = mapSettings(SETTINGS, ({ value }) => value)

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the configuration. Throws an Error that names the variable, its value and what values are allowed. */
export function readConfig(env: Environment): EndpointConfig {
  return {
    limits: mapSettings(SETTINGS, (setting) => readNumber(setting, env[setting.variable])),
    access: {
      allowedHosts: readList(env.PTP_ALLOWED_HOSTS).map(readHost),
      allowedOrigins: readList(env.PTP_ALLOWED_ORIGINS).map(readOrigin),
    },
    door: mapSettings(DOOR_SETTINGS, (setting) => readNumber(setting, env[setting.variable])),
    trustedProxies: readList(env.PTP_TRUSTED_PROXY).map(readNetwork),
    conformanceTools: readConformanceTools(env.PTP_FIXTURES),
    faults: readFaults(env.PTP_FAULTS),
    stateDir: env.PTP_STATE_DIR?.trim() || undefined,
    shutdownMs: readNumber(SHUTDOWN, env.PTP_SHUTDOWN_MS),
  }
}

function mapSettings<T extends string>(settings: Readonly<Record<T, Setting>>, read: (setting: Setting) => number): Record<T, number> {
  return Object.fromEntries(Object.entries<Setting>(settings).map(([name, setting]) => [name, read(setting)])) as Record<T, number>
}

function readNumber({ variable, value, least, most, unit }: Setting, text: string | undefined): number {
  if (text === undefined || text.trim() === '') return value
  const number = /^\d{1,15}$/.test(text.trim()) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw new Error(
    `${variable} is ${JSON.stringify(text)}; set it to a whole number of ${unit} from ${least} to ${most}, or leave it unset for ${value}.`,
  )
}

const readList = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')

function readHost(host: string): string {
  if (/^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i.test(host)) return host.toLowerCase()
  throw new Error(
    `PTP_ALLOWED_HOSTS contains ${JSON.stringify(host)}; list host names with or without a port, such as "mcp.example.org, 10.0.0.7:3000".`,
  )
}

function readOrigin(origin: string): string {
  const parsed = URL.canParse(origin) ? new URL(origin).origin : 'null'
  if (parsed !== 'null' && parsed === origin.toLowerCase()) return parsed
  throw new Error(
    `PTP_ALLOWED_ORIGINS contains ${JSON.stringify(origin)}; list origins without a path, such as "https://book.example.org".`,
  )
}

const BYTE = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const IPV4 = new RegExp(`^${BYTE}(\\.${BYTE}){3}$`)

/** An address, or a network as address/bits. */
function readNetwork(text: string): string {
  const [address = '', bits, ...more] = text.split('/')
  const most = IPV4.test(address) ? 32 : /^[0-9a-f:.]+$/i.test(address) && URL.canParse(`http://[${address}]/`) ? 128 : -1
  const fits = bits === undefined ? most > 0 : /^\d{1,3}$/.test(bits) && Number(bits) <= most
  if (fits && more.length === 0) return text.toLowerCase()
  throw new Error(
    `PTP_TRUSTED_PROXY contains ${JSON.stringify(text)}; list the addresses or networks of your proxies, such as "127.0.0.1, 10.0.0.0/8, fd00::/8".`,
  )
}

function readConformanceTools(text: string | undefined): boolean {
  if (text === undefined || text === '') return false
  if (text === 'conformance') return true
  throw new Error(`PTP_FIXTURES is ${JSON.stringify(text)}; set it to "conformance", or leave it unset.`)
}

/** Whether a learner may ask the server to misbehave in the learner's own session. */
function readFaults(text: string | undefined): boolean {
  if (text === undefined || text === '' || text === 'on') return true
  if (text === 'off') return false
  throw new Error(`PTP_FAULTS is ${JSON.stringify(text)}; set it to "on" or "off", or leave it unset for "on".`)
}
