/**
 * Tool calls of one client: started, adopted, and settled once each, with what a reload needs kept meanwhile.
 */
import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { RequestOptions } from '@modelcontextprotocol/sdk/shared/protocol.js'
import { type CallToolResult, CallToolResultSchema, McpError } from '@modelcontextprotocol/sdk/types.js'
import type { CallId, Milliseconds, Observe } from '../protocol/observation'
import type { Reason } from '../protocol/reason'
import { isReason, ReasonError, reasonOf } from '../protocol/reason-text'
import type { Kept } from './kept-session'
import type { RequestIdTransport } from './request-ids'
import { wordsOf } from './resume/refusal'

export type Answer = { readonly text: string; readonly isError: boolean }

type CallProgress = { readonly progress: number; readonly total?: number | undefined; readonly message?: string | undefined }

export type CallOptions = {
  readonly onProgress?: (progress: CallProgress) => void
  /** Cancels the call: the server is told to stop. */
  readonly signal?: AbortSignal
}

export type ToolCall = CallOptions & {
  readonly call: CallId
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
}

type Caller = {
  callTool(call: ToolCall): Promise<Answer>
  adopt(options?: CallOptions): Promise<Answer> | undefined
}

type CallerOptions = {
  readonly client: Client
  readonly kept: Kept
  readonly wire: RequestIdTransport
  readonly observe: Observe
  /** Whether the page has left (the call goes on), or has ended the session (it does not). */
  readonly state: () => 'open' | 'left' | 'ended'
}

/** The longest that setTimeout can wait, 24.8 days: a call is ended by its answer or by a reason, never by a clock. */
const NO_TIMEOUT: Milliseconds = 2 ** 31 - 1

export function createCaller({ client, kept, wire, observe, state }: CallerOptions): Caller {
  function request({ tool, args, onProgress, signal }: ToolCall, resumptionToken?: string): Promise<CallToolResult> {
    const options: RequestOptions = {
      // Always asked for: progress is what there is to see.
      onprogress: onProgress ?? (() => {}),
      timeout: NO_TIMEOUT,
      resetTimeoutOnProgress: true,
      ...(signal && { signal }),
      ...(resumptionToken !== undefined && { resumptionToken }),
    }
    return client.request({ method: 'tools/call', params: { name: tool, arguments: args } }, CallToolResultSchema, options)
  }

  async function settle({ call, signal }: ToolCall, response: Promise<CallToolResult>): Promise<Answer> {
    type Outcome = { outcome: 'result'; text: string } | { outcome: 'error' | 'cancelled'; reason: Reason }
    const settled = (outcome: Outcome) => {
      // A page that left takes nothing with it: its next life adopts the call.
      if (state() === 'left') return
      kept.callSettled(call)
      observe({ kind: 'call.settled', call, ...outcome })
    }
    try {
      const answer = answerOf(await response)
      const { text, isError } = answer
      settled(isError ? { outcome: 'error', reason: { code: 'quoted', quoted: text } } : { outcome: 'result', text })
      return answer
    } catch (error) {
      const cancelled = signal?.aborted || state() === 'ended'
      const reason: Reason = state() === 'ended' ? { code: 'session-ended' } : signal?.aborted ? { code: 'cancelled' } : reasonOfCall(error)
      settled({ outcome: cancelled ? 'cancelled' : 'error', reason })
      throw new ReasonError(reason, { cause: error })
    }
  }

  return {
    async callTool(toolCall) {
      const { call, tool, args } = toolCall
      observe({ kind: 'call.started', call, tool, args })
      const before = wire.newest
      const response = request(toolCall)
      // The SDK hands the request to the transport before `request` returns; what did not get that far has nothing to be kept.
      if (wire.newest !== before) kept.callStarted({ call, tool, args, requestId: Number(wire.newest) })
      return settle(toolCall, response)
    },
    adopt(options = {}) {
      const { running } = kept
      if (!running) return undefined
      const { call, tool, args, lastEventId } = running
      const toolCall = { call, tool, args, ...options }
      observe({ kind: 'call.started', call, tool, args, adopted: true })
      const response =
        lastEventId === undefined ? Promise.reject(new ReasonError({ code: 'reloaded-before-id' })) : request(toolCall, lastEventId)
      return settle(toolCall, response)
    },
  }
}

function answerOf({ content, isError = false }: CallToolResult): Answer {
  const texts = content.map((part) => (part.type === 'text' ? part.text : `[${part.type}]`))
  return { text: texts.join('\n'), isError }
}

/** Why a call failed; the words of a server without what the SDK puts before them. */
function reasonOfCall(error: unknown): Reason {
  if (error instanceof StreamableHTTPError && error.code !== undefined && error.code > 0) {
    const body = afterPrefix(afterPrefix(error.message, 'Streamable HTTP error: '), 'Error POSTing to endpoint: ')
    return { code: 'post-refused', status: error.code, quoted: wordsOf(body) }
  }
  if (!(error instanceof McpError)) return reasonOf(error)
  const { reason } = (error.data ?? {}) as { readonly reason?: unknown }
  // Written by `errorFrame` of refusal.ts in place of an answer that will not come.
  if (isReason(reason)) return reason
  return reasonOf(new Error(afterPrefix(error.message, `MCP error ${error.code}: `)))
}

const afterPrefix = (text: string, prefix: string): string => (text.startsWith(prefix) ? text.slice(prefix.length) : text)
