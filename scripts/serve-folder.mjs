/** `node scripts/serve-folder.mjs <port> <path>`: builds the static copy if needed and serves it under <path>, such as /book/site/. */
import { buildStaticIfNeeded, FOLDER } from './static/build.mjs'
import { serveFolder } from './tools/folder-server.mjs'
import { entry, Told } from './tools/run.mjs'

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
