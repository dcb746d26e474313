/**
 * The demo tools: long-running work with one progress message a step. Their data is in lib/model/tools.
 * MCP 2025-11-25, server/tools; basic/utilities/progress; basic/utilities/cancellation.
 */
import './zod-no-eval'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js'
import type { CallToolResult, RequestId, ServerNotification, ServerRequest } from '@modelcontextprotocol/sdk/types.js'
import * as z from 'zod'
import type { ToolName } from '../model/run-options'
import { COUNTDOWN, DELAY, TOOLS } from '../model/tools/catalog'
import { PICTURES, pictureNamed } from '../model/tools/pictures'
import { STORIES, storyNamed, wordsOf } from '../model/tools/stories'
import type { Milliseconds } from '../protocol/observation'
import { nextTurn } from '../streams/clock'
import type { Sleep } from '../streams/sleep'

/** What a tool may use of its session. */
type ToolContext = {
  readonly sleep: Sleep
  /** aborts when the call is cancelled or the session ends */
  signalOf(request: RequestId): AbortSignal | undefined
  /** Ends the connection that carries the call's stream, not the stream: the client has to come back (MCP 2025-11-25, polling). */
  disconnect(request: RequestId): void
}

export type ToolExtra = RequestHandlerExtra<ServerRequest, ServerNotification>

/** Adds tools to a session's server. */
export type RegisterTools = (mcp: McpServer, context: ToolContext) => void

/** With no delay, this many steps are taken in one turn of the event loop. */
const STEPS_PER_TURN = 32

const names = (list: readonly { readonly name: string }[]): string => list.map(({ name }) => name).join(', ')

const whole = (what: string, least: number, most: number) => {
  const error = `${what} must be a whole number from ${least} to ${most}`
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}

const delay = whole('delay (ms)', DELAY.least, DELAY.most).default(DELAY.default).describe('pause before each step, in milliseconds')

const oneOf = (what: string, list: readonly { readonly name: string }[]) =>
  z.enum(list.map(({ name }) => name) as [string, ...string[]], { error: `${what} must be one of: ${names(list)}` }).describe(names(list))

export const registerTools: RegisterTools = (mcp, context) => {
  mcp.registerTool(
    'paint_picture',
    { ...textOf('paint_picture'), inputSchema: { picture: oneOf('picture', PICTURES).default('lighthouse'), delay } },
    (args, extra) => {
      const rows = pictureNamed(args.picture)?.rows ?? []
      return takeSteps({ steps: rows, delay: args.delay, result: rows.join('\n') }, extra, context)
    },
  )
  mcp.registerTool(
    'tell_story',
    { ...textOf('tell_story'), inputSchema: { story: oneOf('story', STORIES).default('keeper'), delay } },
    (args, extra) => {
      const story = storyNamed(args.story)
      const words = story ? wordsOf(story) : []
      return takeSteps({ steps: words, delay: args.delay, result: words.join(' ') }, extra, context)
    },
  )
  mcp.registerTool(
    'countdown',
    { ...textOf('countdown'), inputSchema: { from: whole('from', COUNTDOWN.least, COUNTDOWN.most).default(COUNTDOWN.default), delay } },
    (args, extra) => {
      const numbers = Array.from({ length: args.from }, (_, i) => String(args.from - i))
      return takeSteps({ steps: numbers, delay: args.delay, result: `Counted down from ${args.from} to 1.` }, extra, context)
    },
  )
}

function textOf(name: ToolName): { readonly title: string; readonly description: string } {
  const entry = TOOLS.find((tool) => tool.name === name)
  return { title: entry?.title ?? name, description: entry?.description ?? '' }
}

type Work = { readonly steps: readonly string[]; readonly delay: Milliseconds; readonly result: string }

/** One progress message a step (if the client asked for progress), then the result. Stops at once when cancelled. */
async function takeSteps({ steps, delay, result }: Work, extra: ToolExtra, { sleep, signalOf }: ToolContext): Promise<CallToolResult> {
  const own = signalOf(extra.requestId)
  const signal = own ? AbortSignal.any([own, extra.signal]) : extra.signal
  const progressToken = extra._meta?.progressToken
  for (const [i, message] of steps.entries()) {
    if (delay > 0) await sleep(delay, signal).catch(() => {})
    else if (i % STEPS_PER_TURN === 0) await nextTurn()
    // The SDK sends no answer to a cancelled request, so what is returned here is never seen.
    if (signal.aborted) return { content: [] }
    if (progressToken === undefined) continue
    await extra.sendNotification({
      method: 'notifications/progress',
      params: { progressToken, progress: i + 1, total: steps.length, message },
    })
  }
  return { content: [{ type: 'text', text: result }] }
}
