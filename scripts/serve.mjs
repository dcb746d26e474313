/** `node scripts/serve.mjs <port>`: builds the app if needed and serves it until it is ended. The web server of the end-to-end tests. */
import { buildIfNeeded } from './build/app.mjs'
import { serve } from './tools/app-server.mjs'
import { entry, Told } from './tools/run.mjs'

await entry(async () => {
  const port = Number(process.argv[2])
  if (!Number.isInteger(port) || port <= 0) throw new Told('Which port? Run "node scripts/serve.mjs 3000".')
  await buildIfNeeded()
  const { child, url, output } = await serve({ port })
  console.log(url)
  await new Promise((resolve) => child.once('close', resolve))
  throw new Told(`The app ended by itself.\n${output()}`)
})
