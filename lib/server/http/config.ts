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
  retryMs: { variable: 'PTP_RETRY_MS', value: 1000, least: 0, most: DAY, unit: 'ms' },
  keepAliveMs: { variable: 'PTP_KEEP_ALIVE_MS', value: 15_000, least: 100, most: DAY, unit: 'ms' },
  graceMs: { variable: 'PTP_GRACE_MS', value: 60_000, least: 0, most: DAY, unit: 'ms' },
}

/** Less than the ten seconds that container hosts give. */
const SHUTDOWN: Setting = { variable: 'PTP_SHUTDOWN_MS', value: 8000, least: 0, most: DAY, unit: 'ms' }

export const DEFAULT_LIMITS = mapSettings(({ value }) => value)

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the configuration. Throws an Error that names the variable, its value and what values are allowed. */
export function readConfig(env: Environment): EndpointConfig {
  return {
    limits: mapSettings((setting) => readNumber(setting, env[setting.variable])),
    access: {
      allowedHosts: readList(env.PTP_ALLOWED_HOSTS).map(readHost),
      allowedOrigins: readList(env.PTP_ALLOWED_ORIGINS).map(readOrigin),
    },
    conformanceTools: readConformanceTools(env.PTP_FIXTURES),
    faults: readFaults(env.PTP_FAULTS),
    stateDir: env.PTP_STATE_DIR?.trim() || undefined,
    shutdownMs: readNumber(SHUTDOWN, env.PTP_SHUTDOWN_MS),
  }
}

function mapSettings(read: (setting: Setting) => number): EndpointLimits {
  const limits = Object.entries(SETTINGS).map(([name, setting]) => [name, read(setting)])
  return Object.fromEntries(limits) as EndpointLimits
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
