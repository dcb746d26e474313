/**
 * Throughput: 100 sessions, each with a countdown of 200 progress messages without delay, all at once. Our server is the built app under
 * `next start`; beside it the SDK's Express transport and a bare node:http writer. Loader and server are separate processes; the three
 * take turns, so that a slow minute of the machine is shared.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildIfNeeded } from '../../scripts/build/app.mjs'
import { serve } from '../../scripts/tools/app-server.mjs'
import { freePort } from '../../scripts/tools/ports.mjs'
import { kill, ROOT, run, start } from '../../scripts/tools/run.mjs'
import { median, times, whole } from '../numbers.mjs'
import { summarise } from './profile.mjs'

const SESSIONS = 100
const EVENTS = 200
const TURNS = 5
const ROUNDS_A_TURN = 3

/** Nothing here may be what stops the countdowns. */
const ROOMY = { PTP_MAX_SESSIONS: '1000', PTP_MAX_RUNNING_TOTAL: '1000' }

/** @param {{ profile: boolean }} options @returns {Promise<import('../numbers.mjs').Table[]>} */
export async function benchThroughput({ profile }) {
  await buildIfNeeded()
  const servers = [
    { name: 'this app, next start', serve: async () => serve({ port: await freePort(), env: ROOMY }) },
    { name: 'SDK on Express, example store', serve: () => serveFile('express.mjs') },
    { name: 'bare node:http writer', serve: () => serveFile('bare.mjs') },
  ]
  const running = await Promise.all(servers.map((server) => server.serve()))
  const rates = servers.map(() => /** @type {number[]} */ ([]))
  try {
    for (const { url } of running) await load(url, 1)
    for (let turn = 0; turn < TURNS; turn++) {
      for (const [index, { url }] of running.entries()) rates[index]?.push(...(await load(url, ROUNDS_A_TURN)))
    }
  } finally {
    await Promise.all(running.map(({ stop }) => stop()))
  }
  const express = median(rates[1] ?? [])
  const row = (/** @type {{ name: string }} */ { name }, /** @type {number} */ index) => {
    const own = rates[index] ?? []
    return [name, whole(median(own)), whole(Math.min(...own)), whole(Math.max(...own)), times(median(own) / express)]
  }
  const table = {
    title: `Throughput, ${SESSIONS} sessions × ${EVENTS} progress messages`,
    about: `Progress messages a second, ${TURNS * ROUNDS_A_TURN} rounds in ${TURNS} turns after one to warm up, loader on the same machine.`,
    head: ['server', 'median', 'slowest', 'fastest', 'beside the SDK on Express'],
    rows: servers.map(row),
  }
  return profile ? [table, await profiled()] : [table]
}

/** One load from a process of its own. @param {string} url @param {number} rounds @returns {Promise<number[]>} progress messages a second, by round */
async function load(url, rounds) {
  const command = [process.execPath, join(ROOT, 'bench/server/load.mjs'), `${url}/mcp`, String(SESSIONS), String(EVENTS), String(rounds)]
  const { ok, stdout, output } = await run(command, { seconds: 300, capture: true })
  if (!ok) throw new Error(`the loader failed at ${url}\n${output}`)
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return lines.map(({ events, seconds }) => events / seconds)
}

/** @param {string} file of this folder @returns {Promise<{ url: string, stop: () => Promise<void> }>} */
async function serveFile(file) {
  const port = await freePort()
  const child = start([process.execPath, join(ROOT, 'bench/server', file), String(port)], { env: { NODE_ENV: 'production' } })
  const url = `http://localhost:${port}`
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(`http://127.0.0.1:${port}/mcp`, { method: 'DELETE' }).then(
        () => true,
        () => false,
      )
    )
      break
    await sleep(50)
  }
  return { url, stop: async () => kill(child) }
}

/** The same load once more, with the profiler of Node on the app's process. */
async function profiled() {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'))
  const app = await serve({ port: await freePort(), env: ROOMY, node: ['--cpu-prof', `--cpu-prof-dir=${folder}`] })
  await load(app.url, 1)
  await load(app.url, 8)
  await app.stop()
  const table = summarise(folder)
  rmSync(folder, { recursive: true, force: true })
  return table
}
