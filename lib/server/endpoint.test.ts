/** The endpoint as any MCP client sees it: the stock SDK client, with `handle` as its fetch. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterEach, expect, it } from 'vitest'
import { createMemoryLog } from '../event-store/memory-log'
import { createEndpoint } from './endpoint'

const endpoint = createEndpoint({
  openLog: (observe) => createMemoryLog({ maxEvents: 4096, maxBytes: 1 << 20 }, observe),
  trustAllHosts: true,
})

afterEach(() => endpoint.close())

it('serves the stock SDK client: initialize, tools/list, a tool with progress', async () => {
  const client = new Client({ name: 'test', version: '1' })
  const transport = new StreamableHTTPClientTransport(new URL('http://localhost/mcp'), {
    fetch: (input, init) => endpoint.handle(new Request(input, init)),
  })
  await client.connect(transport)
  const { tools } = await client.listTools()
  expect(tools.map((tool) => tool.name)).toEqual(['paint_picture', 'tell_story', 'countdown'])
  const progress: number[] = []
  const result = await client.callTool({ name: 'countdown', arguments: { from: 100, delay: 0 } }, undefined, {
    onprogress: (step) => progress.push(step.progress),
  })
  expect(progress).toEqual(Array.from({ length: 100 }, (_, i) => i + 1))
  expect(result.content).toEqual([{ type: 'text', text: 'Counted down from 100 to 1.' }])
  await client.close()
})
