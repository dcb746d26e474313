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
    const { pathname, search } = askedOf(request.url ?? '/')
    const path = pathname.startsWith(under) ? decoded(pathname.slice(under.length - 1)) : undefined
    const file = path === undefined || path.includes('..') ? undefined : join(folder, path)
    if (file && existsSync(file) && statSync(file).isDirectory()) {
      if (!pathname.endsWith('/')) return void response.writeHead(301, { location: `${pathname}/${search}` }).end()
      return send(response, join(file, 'index.html'), folder)
    }
    send(response, file, folder)
  })
  return new Promise((resolve) => server.listen(port, host, () => resolve(server)))
}

/**
 * One slash at the beginning: `//` names a host, and a redirect to it would leave this one.
 * @param {string} target
 */
const askedOf = (target) => new URL(`/${target.replace(/^[/\\\t\n\r]+/, '')}`, 'http://here')

/** @param {string} path @returns {string | undefined} undefined for what is no encoded text */
function decoded(path) {
  try {
    return normalize(decodeURIComponent(path))
  } catch {
    return undefined
  }
}

/** @param {import('node:http').ServerResponse} response @param {string | undefined} file @param {string} folder */
function send(response, file, folder) {
  const found = file !== undefined && existsSync(file) ? file : undefined
  const shown = found ?? join(folder, '404.html')
  response.writeHead(found ? 200 : 404, { 'content-type': TYPES[extname(shown)] ?? 'application/octet-stream' })
  createReadStream(shown).pipe(response)
}
