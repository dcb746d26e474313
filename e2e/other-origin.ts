/** A page of another origin than the app's, served from e2e/fixtures for the tests of one file. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test } from './fixtures'

/** `PLAYGROUND` in the page stands for the app's own address. Returns what tells its address, once the tests run. */
export function otherOrigin(fixture: string): () => string {
  let server: Server | undefined
  let address = ''
  test.beforeAll(async ({ baseURL }) => {
    const html = readFileSync(join(import.meta.dirname, 'fixtures', fixture), 'utf8').replaceAll('PLAYGROUND', String(baseURL))
    const opened = createServer((_, response) => response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html))
    await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve))
    server = opened
    address = `http://127.0.0.1:${(opened.address() as AddressInfo).port}/`
  })
  test.afterAll(() => void server?.close())
  return () => address
}
