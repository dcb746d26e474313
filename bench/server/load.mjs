/**
 * The loader, a process of its own: opens sessions at an MCP endpoint, calls a countdown in all of them at once, and counts the
 * progress messages that come back. Speaks HTTP with node:http alone, so that no client library is measured.
 * `node bench/server/load.mjs <url> <sessions> <events> <rounds>` prints one line of JSON a round.
 */
import http from 'node:http'

const [, , url = ''] = process.argv
const [sessions = 0, events = 0, rounds = 0] = process.argv.slice(3).map(Number)
const agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
const target = new URL(url)

for (let round = 0; round < rounds; round++) {
  const opened = await Promise.all(Array.from({ length: sessions }, open))
  const began = performance.now()
  const counts = await Promise.all(opened.map(countdown))
  const seconds = (performance.now() - began) / 1_000
  const progress = counts.reduce((sum, count) => sum + count.progress, 0)
  const wrong = counts.find((count) => count.progress !== events || !count.answered)
  if (wrong) throw new Error(`a call ended with ${wrong.progress} of ${events} progress messages, answer ${wrong.answered}: ${wrong.tail}`)
  console.log(JSON.stringify({ seconds, events: progress, bytes: counts.reduce((sum, count) => sum + count.bytes, 0) }))
  await Promise.all(opened.map(close))
}
agent.destroy()

/** Initialize, then `notifications/initialized`. @returns {Promise<string>} the session id */
async function open() {
  const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'bench', version: '1' } }
  const answer = await send('POST', { jsonrpc: '2.0', id: 0, method: 'initialize', params })
  const session = answer.headers['mcp-session-id']
  if (answer.status !== 200 || typeof session !== 'string') throw new Error(`initialize: ${answer.status} ${answer.tail}`)
  const ready = await send('POST', { jsonrpc: '2.0', method: 'notifications/initialized' }, session)
  if (ready.status !== 202) throw new Error(`initialized: ${ready.status} ${ready.tail}`)
  return session
}

/** @param {string} session */
function countdown(session) {
  const params = { name: 'countdown', arguments: { from: events, delay: 0 }, _meta: { progressToken: 1 } }
  return send('POST', { jsonrpc: '2.0', id: 1, method: 'tools/call', params }, session)
}

/** @param {string} session */
function close(session) {
  return send('DELETE', undefined, session)
}

/** @typedef {{ status: number | undefined, headers: http.IncomingHttpHeaders, progress: number, answered: boolean, bytes: number, tail: string }} Answer */

/**
 * Sends one request and reads the answer to its end, counting what it is asked to count and keeping nothing.
 * @param {string} method @param {unknown} [body] @param {string} [session] @returns {Promise<Answer>}
 */
function send(method, body, session) {
  return new Promise((resolve, reject) => {
    const headers = {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      'mcp-protocol-version': '2025-11-25',
      ...(session ? { 'mcp-session-id': session } : {}),
    }
    const request = http.request(target, { method, agent, headers }, (response) => {
      /** @type {Answer} */
      const found = { status: response.statusCode, headers: response.headers, progress: 0, answered: false, bytes: 0, tail: '' }
      response.setEncoding('latin1')
      response.on('data', (text) => {
        found.bytes += text.length
        const seen = found.tail + text
        const whole = seen.lastIndexOf('\n\n') + 2
        const frames = whole > 1 ? seen.slice(0, whole) : ''
        found.progress += occurrences(frames, '"notifications/progress"')
        if (frames.includes('"result"')) found.answered = true
        found.tail = seen.slice(frames.length).slice(-4_000)
      })
      response.on('end', () => resolve(found))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

/** @param {string} text @param {string} word */
function occurrences(text, word) {
  let count = 0
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) count += 1
  return count
}
