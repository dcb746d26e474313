/**
 * Starting other programs: always in a process group of their own, always with a time limit, always ended with us.
 * Nothing here knows what it runs. Needs only Node.
 */
import { spawn, spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** The scripts of the tools we run with Node itself: no shell, no `.cmd` files, the same on every system. */
const TOOL = {
  next: 'node_modules/next/dist/bin/next',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
}

const onWindows = process.platform === 'win32'
/** @typedef {import('node:child_process').ChildProcess} Child */

/** @type {Set<Child>} */
const alive = new Set()

/** Something the person at the keyboard can understand and act on. Shown without a stack trace. */
export class Told extends Error {}

/** Ends a child and everything it started. Safe to call twice. @param {Child} child @param {NodeJS.Signals} [signal] */
export function kill(child, signal = 'SIGTERM') {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  if (onWindows) spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'])
  else {
    try {
      process.kill(-child.pid, signal)
    } catch {
      // gone in the meantime
    }
  }
}

/**
 * Starts a program, from the root of the project, and returns the child. It is ended when we end.
 * @param {string[]} command
 * @param {{ env?: Record<string, string | undefined>, stdio?: import('node:child_process').StdioOptions, cwd?: string }} [options]
 * @returns {Child}
 */
export function start(command, { env = {}, stdio = 'inherit', cwd = ROOT } = {}) {
  const [program = '', ...args] = command
  const child = spawn(program, args, { cwd, stdio, detached: !onWindows, env: { ...process.env, ...env } })
  alive.add(child)
  child.once('exit', () => alive.delete(child))
  child.once('error', () => alive.delete(child))
  return child
}

/**
 * Runs a program to its end.
 * @param {string[]} command
 * @param {{ seconds: number, env?: Record<string, string | undefined>, capture?: boolean, cwd?: string }} options
 *   `capture` collects the output instead of showing it
 * @returns {Promise<{ ok: boolean, output: string, stdout: string, timedOut: boolean }>}
 */
export function run(command, { seconds, env, capture = false, cwd }) {
  return new Promise((resolve) => {
    const child = start(command, { env, cwd, stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'] })
    let output = ''
    let stdout = ''
    let timedOut = false
    const limit = setTimeout(() => {
      timedOut = true
      kill(child)
      setTimeout(() => kill(child, 'SIGKILL'), 5_000).unref()
    }, seconds * 1_000)
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text
      stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output += text
    })
    const settle = (/** @type {boolean} */ ok, more = '') => {
      clearTimeout(limit)
      resolve({ ok: ok && !timedOut, output: output + more, stdout, timedOut })
    }
    child.once('error', (error) => settle(false, error.message))
    child.once('close', (code) => settle(code === 0))
    // a grandchild that outlives the child may hold the pipes open for ever
    child.once('exit', (code) => setTimeout(() => settle(code === 0), 3_000).unref())
  })
}

/** A command that runs one of our tools with this very Node. @param {keyof typeof TOOL} name @param {string[]} args */
export const tool = (name, ...args) => [process.execPath, join(ROOT, TOOL[name]), ...args]

/** npm (or npx) as a command. Inside `npm run …` npm says where it is; elsewhere it is on the PATH. @param {'npm' | 'npx'} name @param {string[]} args */
export function npm(name, ...args) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return [process.execPath, cli.replace(/n(pm|px)-cli\.js$/, `${name}-cli.js`), ...args]
  return onWindows ? ['cmd', '/c', name, ...args] : [name, ...args]
}

/**
 * Runs `main`, then leaves with the exit code it returns; tells people what went wrong in one sentence; ends every child.
 * Call it once, last. `interrupted` is the exit code after Ctrl-C.
 * @param {() => Promise<number | void>} main @param {{ interrupted?: number }} [options]
 */
export async function entry(main, { interrupted = 130 } = {}) {
  process.on('SIGINT', () => leave(interrupted))
  process.on('SIGTERM', () => leave(143))
  process.on('SIGHUP', () => leave(129))
  process.once('exit', () => {
    for (const child of alive) kill(child, 'SIGKILL')
  })
  try {
    requireNode()
    await leave((await main()) ?? 0)
  } catch (error) {
    if (leaving) return
    const unexpected = process.env.PTP_DEBUG
      ? error
      : `Something unexpected went wrong: ${error instanceof Error ? error.message : error} (PTP_DEBUG=1 shows where.)`
    console.error(error instanceof Told ? `\n${error.message}` : unexpected)
    await leave(1)
  }
}

let leaving = false

/** Asks every child to end, gives them a moment (a test runner has a browser to close), and goes. @param {number} code */
async function leave(code) {
  if (leaving) return
  leaving = true
  const children = [...alive]
  const ended = Promise.all(children.map((child) => new Promise((resolve) => child.once('exit', resolve))))
  for (const child of children) kill(child)
  const limit = new Promise((resolve) => setTimeout(resolve, 4_000))
  if (children.length > 0) await Promise.race([ended, limit])
  process.exit(code)
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 9)) {
    throw new Told(`Node ${process.versions.node} is too old for this app: it needs Node 20.9 or newer. Get one at https://nodejs.org.`)
  }
}
