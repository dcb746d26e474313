/**
 * The ceiling of the bench: no protocol, no store, no checks. Answers a countdown by writing frames of the same bytes, one `write` an
 * event, with a turn of the microtask queue between two. `node bench/server/bare.mjs <port>`.
 */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'

createServer(async (request, response) => {
  let text = ''
  for await (const chunk of request) text += chunk
  const message = text && JSON.parse(text)
  if (message.method === 'initialize') {
    response.writeHead(200, { 'content-type': 'application/json', 'mcp-session-id': randomUUID() }).end('{}')
  } else if (message.method === 'tools/call') {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    await countdown(response, message.params.arguments.from)
  } else {
    response.writeHead(request.method === 'DELETE' ? 200 : 202).end()
  }
}).listen(Number(process.argv[2]), '127.0.0.1')

/** @param {import('node:http').ServerResponse} response @param {number} from */
async function countdown(response, from) {
  for (let done = 1; done <= from; done++) {
    const params = { progressToken: 1, progress: done, total: from, message: String(from - done + 1) }
    write(response, done, { jsonrpc: '2.0', method: 'notifications/progress', params })
    await undefined
  }
  write(response, from + 1, { jsonrpc: '2.0', id: 1, result: { content: [{ type: 'text', text: `Counted down from ${from} to 1.` }] } })
  response.end()
}

/** @param {import('node:http').ServerResponse} response @param {number} n @param {unknown} message */
const write = (response, n, message) => response.write(`id: call-2/${n}\nevent: message\ndata: ${JSON.stringify(message)}\n\n`)
