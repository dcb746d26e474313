/**
 * `npm start`: from a fresh clone to the running app with nothing but Node. Installs and builds only what is missing.
 * Environment: PORT (3000, or the next free one), HOST (127.0.0.1: this computer only).
 */
import { installPackages } from './tools/install.mjs'
import { entry, Told } from './tools/run.mjs'

const DEFAULT_PORT = 3000

await entry(
  async () => {
    const host = process.env.HOST || '127.0.0.1'
    const wanted = wantedPort()
    await installPackages()
    const { buildIfNeeded } = await import('./build/app.mjs')
    const { serve } = await import('./tools/app-server.mjs')
    await buildIfNeeded()
    const port = await choosePort(wanted, host)
    const { url, child, output, warnings } = await serve({ port, host })
    console.log(`\n  Pull the Plug is running at ${url}\n\n  Press Ctrl-C to stop it.\n`)
    if (!isLoopback(host)) console.log(`  It can be reached from other computers, because HOST is ${host}.\n`)
    // What the server warns of, until now and from now on.
    process.stderr.write(warnings())
    child.stderr?.on('data', (text) => process.stderr.write(text))
    await new Promise((resolve) => child.once('close', resolve))
    throw new Told(`The app ended by itself. Its last words:\n${output().trim()}`)
  },
  { interrupted: 0 },
)

/** PORT, when it was given. */
function wantedPort() {
  const given = process.env.PORT
  if (given === undefined || given === '') return undefined
  const port = Number(given)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Told(
    `PORT is ${JSON.stringify(given)}, which is not a port number. Use one from 1024 to 65535, for instance PORT=8080 npm start.`,
  )
}

/** The port that was asked for, or the first free one from 3000 on. @param {number | undefined} wanted @param {string} host */
async function choosePort(wanted, host) {
  const { isFree } = await import('./tools/ports.mjs')
  const hosts = isLoopback(host) ? ['127.0.0.1', '::1'] : [host]
  if (wanted !== undefined) {
    if (await isFree(wanted, hosts)) return wanted
    throw new Told(`Port ${wanted} is in use (or not allowed). Choose another one, for instance PORT=${wanted + 1} npm start.`)
  }
  for (let port = DEFAULT_PORT; port < DEFAULT_PORT + 100; port++) {
    if (!(await isFree(port, hosts))) continue
    if (port !== DEFAULT_PORT) console.log(`Port ${DEFAULT_PORT} is in use, so the app uses ${port}.`)
    return port
  }
  throw new Told(`Ports ${DEFAULT_PORT} to ${DEFAULT_PORT + 99} are all in use. Choose one yourself, for instance PORT=8080 npm start.`)
}

/** @param {string} host */
function isLoopback(host) {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
