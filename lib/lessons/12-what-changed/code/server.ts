import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { WebStandardStreamableHTTPServerTransport as Transport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { z } from 'zod'

/** No sessions, no event ids: what must survive a cut has a handle of its own. A database in real life. */
const jobs = new Map<string, { picture?: string }>()

function buildServer() {
  const server = new McpServer({ name: 'painter', version: '1.0.0' })
  const inputSchema = { job_id: z.string() }
  // #region session open
  // The client chooses the handle, so that asking twice starts the work once.
  server.registerTool('start_job', { inputSchema, annotations: { idempotentHint: true } }, async ({ job_id }) => {
    if (!jobs.has(job_id)) {
      jobs.set(job_id, {}) // durable BEFORE the answer
      void paint().then((picture) => jobs.set(job_id, { picture })) // outside of the request
    }
    return { content: [{ type: 'text', text: job_id }] }
  })
  // #endregion
  // #region store finish
  server.registerTool('get_job', { inputSchema, annotations: { readOnlyHint: true } }, async ({ job_id }) => ({
    content: [{ type: 'text', text: jobs.has(job_id) ? (jobs.get(job_id)?.picture ?? 'working') : 'unknown job' }],
  }))
  // #endregion
  return server
}

const paint = async () => '🟦🟨🟦'

/** Every request is served by itself: any machine that sees `jobs` can answer it. */
export async function handle(request: Request): Promise<Response> {
  const transport = new Transport({ sessionIdGenerator: undefined, enableJsonResponse: true })
  await buildServer().connect(transport)
  return transport.handleRequest(request)
}
