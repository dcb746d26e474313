/**
 * Serves the built app: finds a port, starts `next start`, waits until it answers. Run by itself (`node scripts/serve.mjs <port>`)
 * it builds if needed and serves until it is ended: the web server of the end-to-end tests.
 */
import { createServer } from 'node:net'
import { pathToFileURL } from 'node:url'
import { buildIfNeeded, quiet } from './build.mjs'
import { entry, kill, start, Told, tool } from './run.mjs'

/** Whether nobody listens on a port of this computer, on either loopback address. */
export async function isFree(port, hosts = ['127.0.0.1', '::1']) {
  for (const host of hosts) if (!(await canListen(port, host))) return false
  return true
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const probe = createServer()
    // no IPv6 here is no reason to call the port taken
    probe.once('error', (error) => resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/** A port the system considers free now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/**
 * Starts the built app and resolves when it answers.
 * @param {{ port: number, host?: string, env?: Record<string, string>, node?: string[] }} options `node`: arguments for Node itself
 * @returns {Promise<{ url: string, child: import('node:child_process').ChildProcess, stop: () => Promise<void>, output: () => string }>}
 */
export async function serve({ port, host = '127.0.0.1', env = {}, node = [] }) {
  const [program, ...args] = tool('next', 'start', '-p', String(port), '-H', host)
  const child = start([program, ...node, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...quiet, NEXT_MANUAL_SIG_HANDLE: '1', ...env },
  })
  let output = ''
  let ended = false
  const gone = new Promise((resolve) => child.once('close', resolve)).then(() => {
    ended = true
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-20_000)
    })
  }
  const url = `http://${host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
  const probe = `http://${host === '0.0.0.0' || host === '127.0.0.1' ? '127.0.0.1' : host === '::' ? '[::1]' : new URL(url).hostname}:${port}/`
  await answers(probe, () => ended, 60_000).catch(() => {
    kill(child, 'SIGKILL')
    throw new Told(`The app did not start on port ${port}.\n${output.trim()}`)
  })
  const stop = async () => {
    kill(child, 'SIGINT')
    const hard = setTimeout(() => kill(child, 'SIGKILL'), 5_000)
    await gone
    clearTimeout(hard)
  }
  return { url, child, stop, output: () => output }
}

async function answers(url, isOver, milliseconds) {
  const deadline = Date.now() + milliseconds
  for (;;) {
    const status = await fetch(url, { signal: AbortSignal.timeout(10_000) }).then(
      async (response) => {
        await response.body?.cancel()
        return response.status
      },
      () => 0,
    )
    if (status > 0 && status < 500) return
    if (isOver() || Date.now() > deadline) throw new Error('no answer')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await entry(async () => {
    const port = Number(process.argv[2])
    if (!Number.isInteger(port) || port <= 0) throw new Told('Which port? Run "node scripts/serve.mjs 3000".')
    await buildIfNeeded()
    const { child, url, output } = await serve({ port })
    console.log(url)
    await new Promise((resolve) => child.once('close', resolve))
    throw new Told(`The app ended by itself.\n${output()}`)
  })
}
