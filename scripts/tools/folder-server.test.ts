/** The little file server: what it serves, and the request lines that once ended it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveFolder } from './folder-server.mjs'

let folder = ''
let server: Server
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ptp-folder-'))
  mkdirSync(join(folder, 'site/inner'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'site/index.html'), 'home')
  writeFileSync(join(folder, 'site/404.html'), 'not here')
  writeFileSync(join(folder, 'site/ä b.html'), 'umlaut')
  server = await serveFolder(join(folder, 'site'), '/', 0)
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

/** The answer to a request line as it is: no client would send most of them. */
function answerTo(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.write(`GET ${path} HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n`)
    socket
      .setEncoding('utf8')
      .on('data', (part) => {
        text += part
      })
      .on('error', reject)
      .on('close', () => resolve(text))
  })
}

/** Its status and body. */
async function get(path: string): Promise<string> {
  const text = await answerTo(path)
  return `${text.slice(9, 12)} ${/\r\n\r\n(?:\w+\r\n)?(.*)/.exec(text)?.[1] ?? ''}`
}

it('a folder without its slash is sent to the same folder here, however many slashes it begins with', async () => {
  for (const path of ['/inner', '//inner', '///inner'])
    expect(await answerTo(path)).toMatch(/^HTTP\/1\.1 301 [\s\S]*location: \/inner\/\r\n/i)
})

it.each([
  ['/', '200 home'],
  ['/?a=1?b=//', '200 home'],
  ['/%C3%A4%20b.html', '200 umlaut'],
  ['/%', '404 not here'],
  ['/%ff', '404 not here'],
  ['/%00', '404 not here'],
  ['//', '200 home'],
  ['//evil.example/', '404 not here'],
  ['///', '200 home'],
  ['/../secret.txt', '404 not here'],
  ['/%2e%2e/secret.txt', '404 not here'],
  ['/..%2fsecret.txt', '404 not here'],
  ['http://[', '404 not here'],
  ['*', '404 not here'],
])('%s is answered %s', async (path, answer) => {
  expect(await get(path)).toBe(answer)
  expect(await get('/')).toBe('200 home')
})

it('a folder without its slash is told where it is, on this very host', async () => {
  expect(await get('/inner')).toMatch(/^301/)
  expect(await get('/inner/')).toBe('404 not here')
})
