/**
 * A plain file server, as plain as they come: files by name, index.html for folders, a redirect to the slash, 404.html for the rest. For
 * trying the static copy and for its tests.
 */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * Serves `folder` under `under`, such as `/book/site/`; what lies beside it is not there.
 * @param {string} folder @param {string} under @param {number} port @returns {Promise<import('node:http').Server>}
 */
export function serveFolder(folder, under, port, host = '127.0.0.1') {
  const server = createServer((request, response) => {
    const { pathname, search } = addressOf(request.url ?? '/')
    const path = pathname.startsWith(under) ? decoded(pathname.slice(under.length - 1)) : undefined
    const file = path === undefined || path.includes('..') || path.includes('\0') ? undefined : join(folder, normalize(path))
    if (file && existsSync(file) && statSync(file).isDirectory()) {
      if (!pathname.endsWith('/')) return void response.writeHead(301, { location: `/${pathname.replace(/^\/+/, '')}/${search}` }).end()
      return send(response, join(file, 'index.html'), folder)
    }
    send(response, file, folder)
  })
  return new Promise((resolve) => server.listen(port, host, () => resolve(server)))
}

/** The path and query of a request line: `//x` is a path, not a host; what is no address is a path that no file has. @param {string} asked */
function addressOf(asked) {
  const [pathname = '/', ...rest] = asked.split(/(?=\?)/)
  return { pathname, search: rest.join('') }
}

/** @param {string} path @returns {string | undefined} undefined for what is not percent-encoded text */
function decoded(path) {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** @param {import('node:http').ServerResponse} response @param {string | undefined} file @param {string} folder */
function send(response, file, folder) {
  const found = file !== undefined && existsSync(file) ? file : undefined
  const shown = found ?? join(folder, '404.html')
  response.writeHead(found ? 200 : 404, { 'content-type': TYPES[extname(shown)] ?? 'application/octet-stream' })
  // A folder may have no 404.html, and a file may go between the look and the read.
  createReadStream(shown)
    .on('error', () => response.end())
    .pipe(response)
}
