import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { problemsWithHar } from '../../../test/support/share/har-rules'
import { SESSION } from '../../../test/support/trace/fixture-script'
import { cutRun, lostRun, refusedRun, resumedRun } from '../../../test/support/trace/fixtures'
import { DEFAULT_OPTIONS } from '../../model/run-options'
import type { EpochMs } from '../../protocol/observation'
import { stringifyRecording } from '../../trace/recording/recording'
import { sessionIdsIn } from '../../trace/recording/redact'
import { snapshotAt } from '../../trace/snapshot'
import { extentOf, type Trace } from '../../trace/trace'
import { linkOf } from '../link'
import { scenarioOf } from '../scenario'
import { curlOf } from './curl'
import { type Har, harTextOf } from './har'
import { rawStreamOf } from './raw-sse'

const hasCurl = spawnSync('curl', ['--version']).status === 0
const ORIGIN = 'http://localhost:3000'
const endOf = (trace: Trace): EpochMs => extentOf(trace)?.to ?? 0
const atEnd = (trace: Trace) => snapshotAt(trace, endOf(trace))

const RUNS: readonly (readonly [string, Trace])[] = [
  ['cut', cutRun()],
  ['resumed', resumedRun()],
  ['lost', lostRun()],
  ['refused', refusedRun()],
]

describe('whatever leaves the page', () => {
  test.each(RUNS)('holds no session id and no credential, %s run', (_, run) => {
    const [first, ...rest] = run.observations
    if (first?.kind !== 'connection.opened') throw new Error('The fixture begins with a request.')
    const trace = { observations: [{ ...first, headers: { ...first.headers, authorization: 'Bearer abc', cookie: 'a=b' } }, ...rest] }
    const snapshot = atEnd(trace)
    const ids = sessionIdsIn(trace)
    const leaving = [
      stringifyRecording(trace),
      harTextOf(snapshot, ORIGIN, ids),
      ...snapshot.connections.map((connection) => curlOf(connection, ORIGIN, ids)),
      ...snapshot.streams.map(({ name }) => rawStreamOf(snapshot, name, ids)),
      linkOf(scenarioOf(trace, DEFAULT_OPTIONS), DEFAULT_OPTIONS),
    ]
    for (const text of leaving) {
      expect(text).not.toContain(SESSION)
      expect(text).not.toContain('Bearer')
      expect(text).not.toContain('a=b')
    }
  })
})

describe('an exchange as curl', () => {
  const snapshot = atEnd(resumedRun())
  const ids = sessionIdsIn(resumedRun())

  test('bash reads the very request: method, address, headers and body', () => {
    for (const connection of snapshot.connections) {
      const command = curlOf(connection, ORIGIN, ids)
      // Bash itself takes the command apart, with a function in curl's place.
      const script = `curl() { printf '%s\\0' "$@"; }\nSESSION=${SESSION}\n${command}`
      const words = execFileSync('bash', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
      const follow = (flag: string) => words.flatMap((t, i) => (words[i - 1] === flag ? [t] : []))
      expect(follow('-X')).toEqual([connection.method])
      expect(words).toContain(new URL(connection.path, ORIGIN).href)
      expect(follow('--data-raw')).toEqual(connection.requestBody === undefined ? [] : [connection.requestBody])
      for (const [name, value] of Object.entries(connection.requestHeaders)) expect(follow('-H')).toContain(`${name}: ${value}`)
    }
  })

  test.skipIf(!hasCurl)('curl itself sends the very request', async () => {
    const asked: { method: string; url: string; headers: IncomingHttpHeaders; body: string }[] = []
    const server = createServer(async (request, response) => {
      const { method = '', url = '', headers } = request
      asked.push({ method, url, headers, body: (await request.toArray()).join('') })
      response.end('data: got it\n\n')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      for (const connection of snapshot.connections) {
        const env = { ...process.env, SESSION, no_proxy: '*' }
        const { stdout } = await promisify(execFile)('bash', ['-c', curlOf(connection, origin, ids, 'A note.')], { env })
        expect(stdout).toContain('data: got it')
        const { method, path, requestBody = '', requestHeaders } = connection
        expect(asked.at(-1)).toMatchObject({ method, url: path, body: requestBody, headers: requestHeaders })
      }
    } finally {
      server.close()
    }
  })

  test('a quote in the body does not end the argument', () => {
    const [connection] = snapshot.connections
    if (!connection) throw new Error('The run has no connection.')
    const command = curlOf({ ...connection, requestBody: `{"it's":"$HOME \`date\`"}` }, ORIGIN, ids)
    const { stdout } = spawnSync('bash', ['-c', `curl() { printf '%s\\n' "$@"; }\n${command}`], { encoding: 'utf8' })
    expect(stdout).toContain(`{"it's":"$HOME \`date\`"}`)
  })

  test('a resume names its last event ID', () => {
    const resume = snapshot.connections.find(({ lastEventId }) => lastEventId !== undefined)
    expect(resume && curlOf(resume, ORIGIN, ids)).toContain(`'last-event-id: ${resume?.lastEventId}'`)
  })
})

describe('a stream as raw SSE', () => {
  test('is every frame as it came, over all its connections, and comments between', () => {
    const snapshot = atEnd(resumedRun())
    const stream = snapshot.stage.call?.name ?? ''
    const text = rawStreamOf(snapshot, stream, new Set())
    const frames = snapshot.connections.filter((connection) => connection.stream === stream).flatMap((connection) => connection.frames)
    expect(frames.length).toBeGreaterThan(17)
    let from = 0
    for (const frame of frames) {
      if (frame.kind !== 'event') continue
      const at = text.indexOf(frame.raw, from)
      expect(at, frame.id).toBeGreaterThanOrEqual(from)
      from = at + frame.raw.length
    }
    const own = text.split('\n').filter((line) => line.startsWith(': connection'))
    expect(own).toHaveLength(2)
    expect(own[1]).toContain('Last-Event-ID: call-2/9')
  })

  test('of a stream that nothing came of is empty', () => {
    expect(rawStreamOf(atEnd(cutRun()), 'call-99', new Set())).toBe('')
  })
})

describe('a run as HAR', () => {
  test.each(RUNS)('is HAR 1.2, an entry an exchange, in order, %s run', (_, trace) => {
    const snapshot = atEnd(trace)
    const har = JSON.parse(harTextOf(snapshot, ORIGIN, new Set())) as Har
    const { log } = har
    expect(problemsWithHar(har)).toEqual([])
    expect(log.version).toBe('1.2')
    expect(log.creator).toMatchObject({ name: expect.any(String), version: expect.any(String) })
    expect(log.entries.map((entry) => entry._connection)).toEqual(snapshot.connections.map(({ id }) => id))
    for (const entry of log.entries) {
      expect(Number.isNaN(Date.parse(entry.startedDateTime))).toBe(false)
      const { send, wait, receive } = entry.timings
      expect(Math.min(send, wait, receive)).toBeGreaterThanOrEqual(0)
      expect(entry.time).toBeCloseTo(send + wait + receive, 6)
      expect(entry.request.url).toMatch(/^http:\/\/localhost:3000\//)
      expect(entry.request.headersSize).toBe(-1)
      for (const { name, value } of [...entry.request.headers, ...entry.response.headers]) {
        expect(typeof name).toBe('string')
        expect(typeof value).toBe('string')
      }
      expect(entry.response.content.size).toBe(Buffer.byteLength(entry.response.content.text))
      expect(entry.cache).toEqual({})
    }
  })

  test('an exchange without an answer has status 0 and says why', () => {
    const { log } = JSON.parse(harTextOf(atEnd(cutRun()), ORIGIN, new Set())) as Har
    const failed = log.entries.find((entry) => entry.response.status === 0)
    expect(failed?.comment).toBeTruthy()
  })
})
