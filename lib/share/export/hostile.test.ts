/** What leaves the page, when everything in the run was written to do harm. The exporters are tried alone: no check came before them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { problemsWithHar } from '../../../test/support/share/har-rules'
import { asUtf8, hostileText } from '../../../test/support/share/hostile-values'
import { cutRun } from '../../../test/support/trace/fixtures'
import { createFrameSplitter } from '../../protocol/sse'
import { snapshotAt } from '../../trace/snapshot'
import type { ConnectionRecord, Frame } from '../../trace/snapshot-types'
import { extentOf } from '../../trace/trace'
import { curlOf } from './curl'
import { type Har, harTextOf } from './har'
import { rawStreamOf } from './raw-sse'
import { shellWord } from './shell'

const SEED = Number(process.env.PTP_SEED ?? Math.floor(Math.random() * 2 ** 31))
console.log(`PTP_SEED=${SEED}`)
/** Scripts for the shell; each has dozens of commands or words. */
const RUNS = Math.min(Number(process.env.PTP_RUNS ?? 15), 1000)
const ORIGIN = 'http://localhost:3000'
const OWN_SESSION = '7f3a90c4-5b1e-4d27-9a36-0c8f52d4e1c2'

const headers = fc.dictionary(fc.oneof(fc.constantFrom('accept', 'mcp-session-id', 'content-type', 'x'), hostileText), hostileText, {
  maxKeys: 4,
})
const frame: fc.Arbitrary<Frame> = fc.oneof(
  fc.record({ kind: fc.constant('comment' as const), at: fc.constant(0), comment: hostileText }),
  fc.record(
    { kind: fc.constant('event' as const), at: fc.constant(0), id: hostileText, raw: hostileText, data: hostileText },
    { requiredKeys: ['kind', 'at', 'raw', 'data'] },
  ),
)
const connection = fc.record(
  {
    id: hostileText,
    method: fc.oneof(fc.constantFrom('GET', 'POST', 'DELETE'), hostileText),
    path: fc.oneof(
      fc.constant('/mcp'),
      hostileText.map((text) => `/${text}`),
      hostileText,
    ),
    stream: fc.constant('call-2'),
    lastEventId: hostileText,
    requestHeaders: headers,
    requestBody: hostileText,
    openedAt: fc.nat(),
    answer: fc.record(
      { at: fc.nat(), status: fc.constantFrom(200, 404), headers, body: hostileText },
      { requiredKeys: ['at', 'status', 'headers'] },
    ),
    end: fc.record({ at: fc.nat(), how: fc.oneof(fc.constant('severed'), hostileText), bytes: fc.nat(), torn: hostileText }),
    frames: fc.array(frame, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ['id', 'method', 'path', 'stream', 'requestHeaders', 'openedAt', 'frames'] },
) as fc.Arbitrary<ConnectionRecord>

const NOT_SENT = new Set(['host', 'connection', 'content-length', 'user-agent', 'accept-encoding', 'origin', 'cookie', 'set-cookie'])
NOT_SENT.add('authorization').add('proxy-authorization')

/** What curl should be given, said without a word of the exporter. */
function argumentsMeant({ method, path, requestHeaders, requestBody }: ConnectionRecord): readonly string[] {
  const sendable = (text: string) => asUtf8(text).replaceAll('\0', '\ufffd')
  const token = /^[a-z0-9!#$%&'*+.^_`|~-]{1,128}$/i
  const url = URL.canParse(path, ORIGIN) && new URL(path, ORIGIN)
  const stays = url && url.origin === ORIGIN && url.username === '' && url.password === ''
  const isSent = ([name, value]: readonly [string, string]) =>
    token.test(name) &&
    !NOT_SENT.has(name.toLowerCase()) &&
    !/^[ \t]|[ \t]$/.test(value) &&
    [...value].every((one) => one === '\t' || (one >= ' ' && one !== '\x7f'))
  return [
    '-sN',
    '-i',
    ...(token.test(method) ? ['-X', method] : []),
    '-g',
    stays ? url.href : `${ORIGIN}/`,
    ...Object.entries(requestHeaders)
      .filter(isSent)
      .flatMap(([name, value]) => ['-H', value === '' ? `${name};` : sendable(`${name}: ${value}`)]),
    ...(requestBody === undefined ? [] : ['--data-raw', sendable(requestBody)]),
  ]
}

const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What each curl of the script was called with. Nothing else may have been run, said or written. */
function callsOf(script: string, env: Readonly<Record<string, string>> = {}): readonly (readonly string[])[] {
  const given = `curl() { printf '%s\\0' "$#" "$@"; }\n${script}`
  const { stdout, stderr, status } = spawnSync('/bin/sh', ['-s'], {
    input: given,
    cwd: folder,
    env: { ...process.env, PATH: folder, ...env },
    encoding: 'utf8',
  })
  expect({ stderr, status, files: readdirSync(folder) }).toEqual({ stderr: '', status: 0, files: [] })
  const words = stdout.split('\0')
  const calls: string[][] = []
  for (let i = 0; i < words.length - 1; ) {
    const count = Number(words[i])
    calls.push(words.slice(i + 1, i + 1 + count))
    i += 1 + count
  }
  return calls
}

describe('a hostile exchange as curl', () => {
  test('is one command with the arguments that were meant, read by sh', () => {
    fc.assert(
      fc.property(fc.array(connection, { minLength: 40, maxLength: 40 }), (connections) => {
        const script = connections.map((each) => curlOf(each, ORIGIN, new Set())).join('')
        expect(callsOf(script)).toEqual(connections.map(argumentsMeant))
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    )
  })

  test('names the session by its variable, whatever the id and whatever stands beside it', () => {
    // A backslash before an id that begins with a quotation mark would be the id as JSON writes it.
    const visible = fc.stringMatching(/^[\x23-\x5b][\x21-\x7e]{15,39}$/)
    const pieces = fc.tuple(visible, fc.array(fc.tuple(hostileText, hostileText), { minLength: 20, maxLength: 20 }))
    fc.assert(
      fc.property(pieces, ([id, beside]) => {
        const bodies = beside.map(([before, after]) => ((before + after).includes(id.slice(0, 8)) ? '' : `${before}${id}${after}`))
        const exchanges = bodies.map((requestBody) => ({
          ...first(),
          method: 'POST' as const,
          requestHeaders: { 'mcp-session-id': id },
          requestBody,
        }))
        const script = exchanges.map((each) => curlOf(each, ORIGIN, new Set([id]))).join('')
        expect(script).not.toContain(id)
        const meant = exchanges.map((each) => argumentsMeant(each).map((word) => word.replaceAll(id, OWN_SESSION)))
        expect(callsOf(script, { SESSION: OWN_SESSION })).toEqual(meant)
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    )
  })

  test('has nothing in it that a terminal takes for a key', () => {
    fc.assert(
      fc.property(connection, (each) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
        expect(curlOf(each, ORIGIN, new Set())).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f]/)
      }),
      { seed: SEED, numRuns: 2000 },
    )
  })

  test('a word of the shell is the text', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 100, maxLength: 100 }), (texts) => {
        const [words] = callsOf(`curl ${texts.map(shellWord).join(' ')}\n`)
        expect(words).toEqual(texts.map((text) => asUtf8(text).replaceAll('\0', '\ufffd')))
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    )
  })
})

const snapshot = snapshotAt(cutRun(), extentOf(cutRun())?.to ?? 0)

function first(): ConnectionRecord {
  const [connection] = snapshot.connections
  if (!connection) throw new Error('The run has no connection.')
  return connection
}

describe('a hostile run as HAR', () => {
  test('is HAR, holds the texts as they were, and asks no other host', () => {
    fc.assert(
      fc.property(fc.array(connection, { maxLength: 5 }), (connections) => {
        const har = JSON.parse(harTextOf({ ...snapshot, connections }, ORIGIN, new Set())) as Har
        expect(problemsWithHar(har)).toEqual([])
        har.log.entries.forEach((entry, i) => {
          const given = connections[i] as ConnectionRecord
          expect(new URL(entry.request.url).origin).toBe(ORIGIN)
          expect(entry.request.method).toBe(given.method)
          expect(entry.request.postData?.text).toBe(given.requestBody)
          expect(entry.response.content.mimeType).toMatch(/^x-unknown$|^[^\s/]+\/[^\s/]+/)
          if (given.answer?.body !== undefined) expect(entry.response.content.text).toBe(given.answer.body)
        })
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })

  test('is HAR whatever the session is called', () => {
    for (const id of [
      '"startedDateTime":',
      'startedDateTime"',
      'application/json',
      '1970-01-01T00:00',
      '\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\"',
    ]) {
      const connections = [{ ...first(), requestHeaders: { 'mcp-session-id': id, 'content-type': 'application/json' }, openedAt: 0 }]
      const text = harTextOf({ ...snapshot, connections }, ORIGIN, new Set([id]))
      expect(problemsWithHar(JSON.parse(text))).toEqual([])
      const [sent] = (JSON.parse(text) as Har).log.entries[0]?.request.headers ?? []
      expect(sent?.value).not.toBe(id)
    }
  })
})

/** What a parser makes of it; an empty one, or one that no line can hold, is none. */
const idOf = (id: string | undefined): string | undefined => (id === undefined || id === '' || /[\0\r\n]/.test(id) ? undefined : asUtf8(id))

describe('a hostile stream as it came', () => {
  test('is read as the events of the run, and no other', () => {
    fc.assert(
      fc.property(fc.array(connection, { maxLength: 4 }), (connections) => {
        const text = rawStreamOf({ ...snapshot, connections }, 'call-2', new Set())
        const read = createFrameSplitter().push(Buffer.from(text))
        // a frame with neither is no event: a lone retry, a comment
        const events = read.filter(({ id, data }) => id !== undefined || data)
        const frames = connections.flatMap((each) => each.frames.filter(({ kind }) => kind === 'event')) as Extract<
          Frame,
          { kind: 'event' }
        >[]
        const meant = frames.filter(({ id, data }) => idOf(id) !== undefined || data !== '')
        expect(events.map(({ data = '' }) => data)).toEqual(meant.map(({ data }) => asUtf8(data).replace(/\r\n?/g, '\n')))
        expect(events.map(({ id }) => id)).toEqual(meant.map(({ id }) => idOf(id)))
      }),
      { seed: SEED, numRuns: 2000 },
    )
  })
})
