/**
 * What the bench compares with: the same countdown behind the SDK's own Express app and Node transport, with its example event store,
 * one store a session. `node bench/server/express.mjs <port>`.
 */
import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { InMemoryEventStore } from '@modelcontextprotocol/sdk/examples/shared/inMemoryEventStore.js'
import { createMcpExpressApp } from '@modelcontextprotocol/sdk/server/express.js'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { z } from 'zod'

/** As in lib/server/tools.ts: others get a turn after so many steps. */
const STEPS_PER_TURN = 32

/** @type {Map<string | string[] | undefined, StreamableHTTPServerTransport>} */
const transports = new Map()
const app = createMcpExpressApp()

app.all('/mcp', async (/** @type {any} */ request, /** @type {any} */ response) => {
  const transport = transports.get(request.headers['mcp-session-id']) ?? (await open())
  await transport.handleRequest(request, response, request.body)
})
app.listen(Number(process.argv[2]), '127.0.0.1')

async function open() {
  const transport = new StreamableHTTPServerTransport({
    sessionIdGenerator: randomUUID,
    eventStore: new InMemoryEventStore(),
    retryInterval: 1_000,
    onsessioninitialized: (id) => void transports.set(id, transport),
    onsessionclosed: (id) => void transports.delete(id),
  })
  const server = new McpServer({ name: 'bench', version: '1' })
  server.registerTool('countdown', { inputSchema: { from: z.number(), delay: z.number() } }, async ({ from }, extra) => {
    const progressToken = extra._meta?.progressToken ?? 0
    for (let done = 1; done <= from; done++) {
      if (done % STEPS_PER_TURN === 1) await nextTurn()
      const params = { progressToken, progress: done, total: from, message: String(from - done + 1) }
      await extra.sendNotification({ method: 'notifications/progress', params })
    }
    return { content: [{ type: 'text', text: `Counted down from ${from} to 1.` }] }
  })
  await server.connect(transport)
  return transport
}
