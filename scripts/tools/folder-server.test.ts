import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveFolder } from './folder-server.mjs'

const folder = mkdtempSync(join(tmpdir(), 'served-'))
let server: Server

beforeAll(async () => {
  mkdirSync(join(folder, 'elsewhere.example'))
  writeFileSync(join(folder, 'index.html'), 'root')
  writeFileSync(join(folder, '404.html'), 'nothing')
  writeFileSync(join(folder, 'elsewhere.example', 'index.html'), 'inside')
  server = await serveFolder(folder, '/', 0)
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

/** The path as it stands: no client mends it on the way. */
const get = (path: string) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    request({ host: '127.0.0.1', port, path }, (response) => resolve(response.resume()))
      .on('error', reject)
      .end()
  })

test.each([
  ['/', 200, undefined],
  ['/%', 404, undefined],
  ['/%00', 404, undefined],
  ['//', 200, undefined],
  ['/%2e%2e/%2e%2e/etc/passwd', 404, undefined],
  ['/elsewhere.example', 301, '/elsewhere.example/'],
  ['//elsewhere.example', 301, '/elsewhere.example/'],
  ['/\\elsewhere.example', 301, '/elsewhere.example/'],
  ['http://', 404, undefined],
])('GET %s is answered %i, and the server stays', async (path, status, location) => {
  const { statusCode, headers } = await get(path)
  expect({ statusCode, location: headers.location }).toEqual({ statusCode: status, location })
  expect((await get('/')).statusCode).toBe(200)
})
