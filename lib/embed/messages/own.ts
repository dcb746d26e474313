/**
 * Our own dialect between a host page and an embed: JSON-RPC 2.0 objects in an envelope that names us and a version. Pure: it reads and
 * writes messages; who may send them is decided where they arrive (components/embed/host/bridge.ts, element.ts).
 * Unknown methods are answered with an error, unknown events are ignored: host and frame will be years apart in version.
 */
import { field, fieldsOf, wholeNumberOf } from './read'

export const NAMESPACE = 'pull-the-plug'
export const MESSAGES_VERSION = 1

/** What a host may ask of a frame. */
export type HostRequest =
  | { readonly method: 'hello' }
  | { readonly method: 'start' | 'play' | 'pause' | 'pull' | 'push' | 'getState' | 'getTrace' }
  | { readonly method: 'seek'; readonly to: 'first' | 'last' | { readonly step: number } }
  | { readonly method: 'setTheme'; readonly theme: 'light' | 'dark' | 'auto' }

/** What a frame says by itself. */
const FRAME_EVENTS = ['ready', 'size', 'step', 'phase', 'plug', 'goal', 'error'] as const
export type FrameEvent = (typeof FRAME_EVENTS)[number]

export type RequestId = string | number

/** A request that can be answered: understood, or with the reason why not. */
type Incoming =
  | { readonly id: RequestId | undefined; readonly request: HostRequest }
  | { readonly id: RequestId; readonly refused: RpcError }

type RpcError = { readonly code: number; readonly message: string }

/** JSON-RPC's own codes, and ours. `noRun`: nothing is at this address (scripts/static/not-found-script.ts says it). */
export const RPC = { unknownMethod: -32601, badParams: -32602, notNow: -32000, version: -32001, noRun: -32002 } as const

type Envelope = { readonly ns: typeof NAMESPACE; readonly v: number; readonly jsonrpc: '2.0' }
const ENVELOPE: Envelope = { ns: NAMESPACE, v: MESSAGES_VERSION, jsonrpc: '2.0' }

const PLAIN = new Set(['hello', 'start', 'play', 'pause', 'pull', 'push', 'getState', 'getTrace'])

/** A message from a host, or undefined when it is none of ours. Never throws. */
export function readRequest(data: unknown): Incoming | undefined {
  const fields = fieldsOf(data)
  if (!fields || field(fields, 'ns') !== NAMESPACE || field(fields, 'jsonrpc') !== '2.0') return undefined
  const method = field(fields, 'method')
  if (typeof method !== 'string' || method.length > 40) return undefined
  const sent = field(fields, 'id')
  const id = (typeof sent === 'string' && sent.length <= 100) || Number.isFinite(sent) ? (sent as RequestId) : undefined
  const version = field(fields, 'v')
  const understood = version === MESSAGES_VERSION ? requestOf(method, field(fields, 'params')) : wrongVersion(version)
  if ('code' in understood) return id === undefined ? undefined : { id, refused: understood }
  return { id, request: understood }
}

function requestOf(method: string, params: unknown): HostRequest | RpcError {
  if (PLAIN.has(method)) return { method } as HostRequest
  const fields = fieldsOf(params) ?? {}
  switch (method) {
    case 'seek':
      return seekOf(fields)
    case 'setTheme': {
      const theme = field(fields, 'theme')
      if (theme === 'light' || theme === 'dark' || theme === 'auto') return { method, theme }
      return bad(`setTheme needs params.theme: "light", "dark" or "auto".`)
    }
    default:
      return { code: RPC.unknownMethod, message: `This frame knows no method "${method}". It speaks version ${MESSAGES_VERSION}.` }
  }
}

function seekOf(params: Readonly<Record<string, unknown>>): HostRequest | RpcError {
  const to = field(params, 'to')
  if (to === 'first' || to === 'last') return { method: 'seek', to }
  const step = wholeNumberOf(field(params, 'step'), 99_999)
  return step === undefined
    ? bad('seek needs params.step, a whole number from 0 to 99999, or params.to: "first" or "last".')
    : { method: 'seek', to: { step } }
}

const bad = (message: string): RpcError => ({ code: RPC.badParams, message })

function wrongVersion(version: unknown): RpcError {
  const sent = typeof version === 'number' ? String(version) : 'none'
  return { code: RPC.version, message: `This frame speaks version ${MESSAGES_VERSION} of the messages, not ${sent}.` }
}

type Reply = Envelope & { readonly id: RequestId; readonly result?: unknown; readonly error?: RpcError }

export const resultMessage = (id: RequestId, result: unknown): Reply => ({ ...ENVELOPE, id, result })
export const errorMessage = (id: RequestId, error: RpcError): Reply => ({ ...ENVELOPE, id, error })

export function eventMessage(event: FrameEvent, params: Readonly<Record<string, unknown>>) {
  return { ...ENVELOPE, method: event, params }
}
