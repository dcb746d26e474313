/**
 * What one hostile client does to another: three attacks on the built app, and how a bystander's run fares meanwhile. The app believes the
 * proxy on this computer, so attacker and bystander have addresses of their own. `node bench/server/attack.mjs` prints one line an attack.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfNeeded } from '../../scripts/build/app.mjs'
import { serve } from '../../scripts/tools/app-server.mjs'
import { freePort } from '../../scripts/tools/ports.mjs'

const ATTACKER = '198.51.100.66'
const BYSTANDER = '203.0.113.7'
const EVENTS = 20
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })

/** @typedef {{ status: number, session: string, text: string }} Answer */

/**
 * Sends one POST. `leave`: closes the socket once the answer has begun, and does not read it.
 * @param {string} url @param {string} from @param {string | object} message @param {{ session?: string, leave?: boolean }} [options] @returns {Promise<Answer>}
 */
function post(url, from, message, { session, leave = false } = {}) {
  return new Promise((resolve, reject) => {
    const headers = {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      'x-forwarded-for': from,
      ...(session && { 'mcp-session-id': session }),
    }
    const request = http.request(`${url}/mcp`, { method: 'POST', headers, agent: leave ? false : agent }, (response) => {
      const answer = { status: response.statusCode ?? 0, session: String(response.headers['mcp-session-id'] ?? ''), text: '' }
      response.setEncoding('utf8').on('data', (part) => {
        answer.text += part
      })
      response.on('end', () => resolve(answer)).on('error', reject)
      if (!leave) return
      resolve(answer)
      request.destroy()
    })
    request.on('error', reject)
    request.end(typeof message === 'string' ? message : JSON.stringify(message))
  })
}

const begin = (capabilities = {}) => ({
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities, clientInfo: { name: 'attack', version: '1' } },
})

/** @param {number} id @param {number} from @param {number} delay */
const countdown = (id, from, delay) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name: 'countdown', arguments: { from, delay }, _meta: { progressToken: id } },
})

/** A whole run of somebody else: what it was answered, and how long it took. @param {string} url */
async function bystand(url) {
  const began = performance.now()
  const opened = await post(url, BYSTANDER, begin())
  if (opened.status !== 200) return `refused: initialize got ${opened.status}`
  const call = await post(url, BYSTANDER, countdown(1, EVENTS, 50), { session: opened.session })
  if (call.status !== 200) return `refused: the call got ${call.status}`
  const received = call.text.match(/notifications\/progress/g)?.length ?? 0
  return `${received} of ${EVENTS} events in ${((performance.now() - began) / 1000).toFixed(2)} s`
}

/** @param {readonly Answer[]} answers */
function tally(answers) {
  const counts = new Map()
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].map(([status, count]) => `${count} × ${status}`).join(', ')
}

/** @param {number} count @param {(i: number) => Promise<Answer>} one */
const times = (count, one) => Promise.all(Array.from({ length: count }, (_, i) => one(i)))

const ATTACKS = {
  'no attack': async () => [],
  /** @param {string} url */
  '256 initialize': (url) => times(256, () => post(url, ATTACKER, begin())),
  /** @param {string} url */
  '16 sessions × 32 slow countdowns, sockets closed': async (url) => {
    const opened = await times(16, () => post(url, ATTACKER, begin()))
    const calls = opened.flatMap(({ session }) => Array.from({ length: 32 }, (_, i) => ({ session, i })))
    return Promise.all(calls.map(({ session, i }) => post(url, ATTACKER, countdown(i + 1, 1000, 10_000), { session, leave: true })))
  },
  /** @param {string} url */
  'initialize of 12 kB, 6,000 levels deep': async (url) => {
    const text = JSON.stringify(begin({ experimental: { x: { y: 'HERE' } } }))
    return [
      await post(
        url,
        ATTACKER,
        text.replace('"HERE"', () => `${'['.repeat(6000)}${']'.repeat(6000)}`),
      ),
    ]
  },
}

await buildIfNeeded()
for (const [name, attack] of Object.entries(ATTACKS)) {
  const folder = mkdtempSync(join(tmpdir(), 'ptp-attack-'))
  const env = { PTP_TRUSTED_PROXY: '127.0.0.1', PTP_STATE_DIR: folder, PTP_SHUTDOWN_MS: '1000' }
  const app = await serve({ port: await freePort(), env })
  const { session } = await post(app.url, BYSTANDER, begin())
  // Used once, so that it is no session that never did anything.
  await post(app.url, BYSTANDER, countdown(1, 1, 0), { session })
  const answers = await attack(app.url)
  // A flood of new sessions must have been there for five seconds before they count as unused.
  await new Promise((resolve) => setTimeout(resolve, 6_000))
  const run = await bystand(app.url)
  app.child.kill('SIGTERM')
  await new Promise((resolve) => app.child.once('close', resolve))
  const after = await serve({ port: await freePort(), env })
  const kept = await post(after.url, BYSTANDER, { jsonrpc: '2.0', id: 1, method: 'ping' }, { session })
  await after.stop()
  console.log(
    JSON.stringify({ attack: name, answered: tally(answers), bystander: run, 'the session it had, after a restart': kept.status }),
  )
  rmSync(folder, { recursive: true })
}
