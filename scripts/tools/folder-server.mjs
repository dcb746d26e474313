/**
 * A plain file server, as plain as they come: files by name, index.html for folders, a redirect to the slash, 404.html for the rest. For
 * trying the static build and for its tests: `node scripts/serve-folder.mjs <port> <path>` builds it if needed and serves it under <path>.
 */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildStaticIfNeeded, FOLDER } from './build-static.mjs'
import { entry, Told } from './run.mjs'

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves `folder` under `under`, such as `/book/site/`; what lies beside it is not there. */
export function serveFolder(folder, under, port, host = '127.0.0.1') {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://here')
    const path = pathname.startsWith(under) ? normalize(decodeURIComponent(pathname.slice(under.length - 1))) : undefined
    const file = path === undefined || path.includes('..') ? undefined : join(folder, path)
    if (file && existsSync(file) && statSync(file).isDirectory()) {
      if (!pathname.endsWith('/')) return void response.writeHead(301, { location: `${pathname}/${search}` }).end()
      return send(response, join(file, 'index.html'), folder)
    }
    send(response, file, folder)
  })
  return new Promise((resolve) => server.listen(port, host, () => resolve(server)))
}

function send(response, file, folder) {
  const found = file !== undefined && existsSync(file)
  const shown = found ? file : join(folder, '404.html')
  response.writeHead(found ? 200 : 404, { 'content-type': TYPES[extname(shown)] ?? 'application/octet-stream' })
  createReadStream(shown).pipe(response)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await entry(async () => {
    const port = Number(process.argv[2])
    const under = process.argv[3] ?? '/'
    if (!Number.isInteger(port) || port <= 0) throw new Told('Which port? Run "node scripts/serve-folder.mjs 8000 /book/site/".')
    if (!/^\/(.*\/)?$/.test(under)) throw new Told(`The path is "${under}"; begin and end it with a slash, for instance /book/site/.`)
    await buildStaticIfNeeded()
    await serveFolder(FOLDER, under, port)
    console.log(`http://localhost:${port}${under}`)
    await new Promise(() => {})
  })
}
