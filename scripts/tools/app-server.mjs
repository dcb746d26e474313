/** Serves the built app: starts `next start`, waits until it answers. Builds nothing. */
import { kill, start, Told, tool } from './run.mjs'

/** Next sends nothing anywhere, and is built and run for production whatever the shell says. */
export const NEXT_ENV = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }

/** How long the app may take to answer for the first time. */
const START_MS = 60_000
/** How much of what the app says is remembered. */
const REMEMBERED = 20_000

/**
 * @typedef {object} Served
 * @property {string} url
 * @property {import('node:child_process').ChildProcess} child
 * @property {() => Promise<void>} stop
 * @property {() => string} output the last of what the app said
 * @property {() => string} warnings the same, of what it said on stderr only
 */

/**
 * Starts the built app and resolves when it answers.
 * @param {{ port: number, host?: string, env?: Record<string, string>, node?: string[] }} options `node`: arguments for Node itself
 * @returns {Promise<Served>}
 */
export async function serve({ port, host = '127.0.0.1', env = {}, node = [] }) {
  const [program = '', ...args] = tool('next', 'start', '-p', String(port), '-H', host)
  const child = start([program, ...node, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...NEXT_ENV, NEXT_MANUAL_SIG_HANDLE: '1', ...env },
  })
  const said = { all: '', errors: '' }
  const hear = (/** @type {import('node:stream').Readable | null} */ stream, /** @type {('all' | 'errors')[]} */ names) =>
    stream?.setEncoding('utf8').on('data', (text) => {
      for (const name of names) said[name] = (said[name] + text).slice(-REMEMBERED)
    })
  hear(child.stdout, ['all'])
  hear(child.stderr, ['all', 'errors'])
  let ended = false
  const gone = new Promise((resolve) => child.once('close', resolve)).then(() => {
    ended = true
  })
  await answers(probeUrl(port, host), () => ended).catch(() => {
    kill(child, 'SIGKILL')
    throw new Told(`The app did not start on port ${port}.\n${said.all.trim()}`)
  })
  return { url: shownUrl(port, host), child, stop: () => stop(child, gone), output: () => said.all, warnings: () => said.errors }
}

/** @param {number} port @param {string} host */
const shownUrl = (port, host) => `http://${host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`

/** Where to ask: an address that listens everywhere is asked at home. @param {number} port @param {string} host */
function probeUrl(port, host) {
  const name = host === '0.0.0.0' || host === '127.0.0.1' ? '127.0.0.1' : host === '::' ? '[::1]' : new URL(shownUrl(port, host)).hostname
  return `http://${name}:${port}/`
}

/** @param {import('node:child_process').ChildProcess} child @param {Promise<void>} gone */
async function stop(child, gone) {
  kill(child, 'SIGINT')
  const hard = setTimeout(() => kill(child, 'SIGKILL'), 5_000)
  await gone
  clearTimeout(hard)
}

/** @param {string} url @param {() => boolean} isOver */
async function answers(url, isOver) {
  const deadline = Date.now() + START_MS
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
