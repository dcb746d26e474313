/**
 * The transport scenarios of the MCP conformance suite, against the built app. The suite is fetched by npx in
 * one exact version and is no dependency of the app: it needs Node 22, which npx brings along when this Node is older.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { serve } from '../tools/app-server.mjs'
import { freePort } from '../tools/ports.mjs'
import { npm, run, Told } from '../tools/run.mjs'

const SUITE = '@modelcontextprotocol/conformance@0.1.16'

const SCENARIOS = [
  'server-initialize',
  'ping',
  'logging-set-level',
  'tools-list',
  'server-sse-multiple-streams',
  'dns-rebinding-protection',
  'server-sse-polling',
]

/**
 * Serves the built app with the fixtures of the suite and runs every scenario.
 * @returns {Promise<{ ok: boolean, passed: number, failed: number, output: string }>} scenarios, and each check that failed
 */
export async function runConformance() {
  const suite = await findSuite()
  const output = mkdtempSync(join(tmpdir(), 'conformance-'))
  const app = await serve({ port: await freePort(), env: { PTP_FIXTURES: 'conformance' } })
  try {
    const rows = []
    for (const scenario of SCENARIOS) rows.push(await runScenario(suite, `${app.url}/mcp`, scenario, output))
    const failed = rows.filter((row) => !row.ok).length
    return { ok: failed === 0, passed: rows.length - failed, failed, output: rows.flatMap(linesOf).join('\n') }
  } finally {
    await app.stop()
    rmSync(output, { recursive: true, force: true })
  }
}

/** Has npx fetch the suite (and a Node new enough for it) once, and asks where they are. @returns {Promise<string[]>} a command */
async function findSuite() {
  const old = Number(process.versions.node.split('.')[0]) < 22
  const where = 'console.log("\\n" + JSON.stringify({ node: process.execPath, path: process.env.PATH }))'
  const packages = ['-p', SUITE, ...(old ? ['-p', 'node@22'] : [])]
  const found = await run(npm('npx', '--yes', ...packages, '--', 'node', '-e', where), { seconds: 300, capture: true })
  const told = found.stdout.split('\n').findLast((line) => line.startsWith('{'))
  if (!found.ok || !told) throw new Told(`npx could not fetch ${SUITE}. Check the network connection.\n${found.output.trim()}`)
  const { node, path } = JSON.parse(told)
  const folder = path.split(delimiter).find((/** @type {string} */ entry) => /_npx.*\.bin$/.test(entry))
  return [node, join(folder, '..', '@modelcontextprotocol', 'conformance', 'dist', 'index.js')]
}

/**
 * @typedef {{ status?: string, description?: string, errorMessage?: string }} Check as the suite writes it
 * @typedef {{ scenario: string, ok: boolean, passed: number, failures: Check[], warnings: Check[] }} Row
 */

/** @param {string[]} suite @param {string} url @param {string} scenario @param {string} output @returns {Promise<Row>} */
async function runScenario(suite, url, scenario, output) {
  const folder = join(output, scenario)
  const { ok, timedOut } = await run([...suite, 'server', '--url', url, '--scenario', scenario, '-o', folder], {
    seconds: 60,
    capture: true,
  })
  const checks = readChecks(folder)
  const of = (/** @type {string} */ status) => checks.filter((check) => check.status === status)
  const failures = [...of('FAILURE'), ...(timedOut ? [{ description: 'no end within 60 s' }] : [])]
  if (checks.length === 0) failures.push({ description: 'the suite left no checks' })
  return { scenario, ok: ok && failures.length === 0, passed: of('SUCCESS').length, failures, warnings: of('WARNING') }
}

/** @param {string} folder @returns {Check[]} */
function readChecks(folder) {
  try {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('checks.json'))
    return files.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))
  } catch {
    return []
  }
}

/** @param {Row} row @returns {string[]} */
function linesOf({ scenario, ok, passed, failures, warnings }) {
  const warned = warnings.length > 0 ? `, ${warnings.length} warnings` : ''
  return [
    `${ok ? '✓' : '✗'} ${scenario.padEnd(30)} ${passed} checks passed, ${failures.length} failed${warned}`,
    ...failures.map(({ description, errorMessage }) => `    failed: ${description}${errorMessage ? `: ${errorMessage}` : ''}`),
    ...warnings.map(({ description, errorMessage }) => `    warning: ${errorMessage ?? description}`),
  ]
}
