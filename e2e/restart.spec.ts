/**
 * The served app is told to go (SIGTERM) and started again over PTP_STATE_DIR, as a container is: running tools end, sessions are saved,
 * streams resume. The real process and plain HTTP; no browser has a part in it.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '../scripts/tools/app-server.mjs'
import { freePort } from '../scripts/tools/ports.mjs'
import { expect, test } from './fixtures'

const ACCEPT = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' }
const rpc = (id: number, method: string, params: unknown) => JSON.stringify({ jsonrpc: '2.0', id, method, params })
const INITIALIZE = rpc(0, 'initialize', {
  protocolVersion: '2025-11-25',
  capabilities: {},
  clientInfo: { name: 'restart', version: '1' },
})

/** Reads a body until it ends, or until `enough` says so. */
async function read(response: Response, enough: (text: string) => boolean = () => false): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += decoder.decode(part.value, { stream: true })
    if (enough(text)) break
  }
  await reader?.cancel().catch(() => {})
  return text
}

const lastIdIn = (text: string): string => [...text.matchAll(/^id: (.+)$/gm)].at(-1)?.[1] ?? ''

test('streams resume over a restart: what ended is delivered, what was cut off says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ptp-state-'))
  const port = await freePort()
  const start = () => serve({ port, env: { PTP_STATE_DIR: folder, PTP_SHUTDOWN_MS: '2500' } })
  let app = await start()
  try {
    const opened = await fetch(`${app.url}/mcp`, { method: 'POST', headers: ACCEPT, body: INITIALIZE })
    const session = { 'mcp-session-id': opened.headers.get('mcp-session-id') ?? '', 'mcp-protocol-version': '2025-11-25' }
    await opened.text()
    const call = (id: number, args: unknown) =>
      fetch(`${app.url}/mcp`, {
        method: 'POST',
        headers: { ...ACCEPT, ...session },
        body: rpc(id, 'tools/call', { name: 'countdown', arguments: args, _meta: { progressToken: id } }),
      })
    // One that will end while the server waits for it, with nobody listening; and one that will not, and is listened to.
    const cut = await read(await call(1, { from: 8, delay: 200 }), (text) => text.includes('/2\n'))
    const long = await call(2, { from: 60, delay: 500 })

    const gone = new Promise<void>((done) => app.child.once('close', () => done()))
    process.kill(Number(app.child.pid), 'SIGTERM')
    await expect.poll(async () => (await fetch(`${app.url}/health`)).status).toBe(503)
    expect((await fetch(`${app.url}/mcp`, { method: 'POST', headers: ACCEPT, body: INITIALIZE })).status).toBe(503)
    const heard = await read(long)
    expect(heard, 'the connection is closed politely: an id to resume after, and when').toMatch(/retry: \d+\n/)
    expect(heard).not.toContain('"result"')
    await gone
    expect(statSync(join(folder, 'sessions.json')).mode & 0o077, 'nobody else may read it').toBe(0)

    app = await start()
    const resume = (id: string) => fetch(`${app.url}/mcp`, { headers: { ...session, accept: 'text/event-stream', 'last-event-id': id } })
    const rest = await read(await resume(lastIdIn(cut)))
    expect(rest).toContain('"result"')
    expect([...`${cut}\n${rest}`.matchAll(/"progress":(\d+)/g)].map(([, n]) => Number(n))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(await read(await resume(lastIdIn(heard)))).toContain('The server restarted while')
    const again = await read(await call(3, { from: 1, delay: 0 }))
    expect(again).toContain('"result"')
  } finally {
    await app.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a setting that cannot be used ends the server at its start, with the sentence that says why', async () => {
  const started = serve({ port: await freePort(), env: { PTP_MAX_SESSIONS: 'many' } })
  await expect(started).rejects.toThrow(/PTP_MAX_SESSIONS is "many"; set it to a whole number of sessions/)
  await expect(started).rejects.not.toThrow(/\n\s+at /)
})

test('a server that nobody has asked for anything goes at once, and leaves what the one before it left', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ptp-state-'))
  const left = JSON.stringify({ version: 1, sessions: [] }, undefined, 3)
  writeFileSync(join(folder, 'sessions.json'), left)
  const app = await serve({ port: await freePort(), env: { PTP_STATE_DIR: folder, PTP_SHUTDOWN_MS: '60000' } })
  try {
    const gone = new Promise<number | null>((done) => app.child.once('close', done))
    process.kill(Number(app.child.pid), 'SIGTERM')
    expect(await gone, 'by itself, and not by the signal, which a container’s first process would never feel').toBe(0)
    expect(readFileSync(join(folder, 'sessions.json'), 'utf8')).toBe(left)
  } finally {
    await app.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
