/**
 * The tools that the conformance suite (@modelcontextprotocol/conformance 0.1.16) calls. They are registered only with
 * PTP_FIXTURES=conformance.
 */
import { nextTurn } from '../streams/clock'
import type { RegisterTools, ToolExtra } from './tools'

/** The pauses the suite expects between steps. */
const PAUSE = 50
const AWAY = 100

const text = (value: string) => ({ content: [{ type: 'text' as const, text: value }] })

export const registerConformanceTools: RegisterTools = (mcp, { sleep, disconnect }) => {
  mcp.registerTool('test_simple_text', { description: 'Returns a text.' }, () => text('This is a simple text response for testing.'))

  mcp.registerTool('test_error_handling', { description: 'Fails.' }, () => {
    throw new Error('This tool intentionally returns an error for testing')
  })

  mcp.registerTool('test_tool_with_logging', { description: 'Sends three log messages.' }, async (extra: ToolExtra) => {
    for (const data of ['Tool execution started', 'Tool processing data', 'Tool execution completed']) {
      await extra.sendNotification({ method: 'notifications/message', params: { level: 'info', data } })
      await sleep(PAUSE, extra.signal)
    }
    return text('Logged three messages.')
  })

  mcp.registerTool('test_tool_with_progress', { description: 'Reports progress 0, 50 and 100.' }, async (extra: ToolExtra) => {
    const progressToken = extra._meta?.progressToken
    for (const progress of [0, 50, 100]) {
      if (progressToken !== undefined) {
        await extra.sendNotification({ method: 'notifications/progress', params: { progressToken, progress, total: 100 } })
      }
      await sleep(PAUSE, extra.signal)
    }
    return text(String(progressToken ?? 'no progress token'))
  })

  mcp.registerTool(
    'test_reconnection',
    { description: 'Closes its connection before it answers (SEP-1699).' },
    async (extra: ToolExtra) => {
      // The first frame must be written before the connection ends.
      await nextTurn()
      disconnect(extra.requestId)
      await sleep(AWAY, extra.signal)
      return text('Reconnection test completed')
    },
  )
}
