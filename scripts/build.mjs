/** `npm run build`: builds the app with its server when its sources have changed. Installs nothing. */
import { buildIfNeeded } from './build/app.mjs'
import { entry } from './tools/run.mjs'

await entry(async () => {
  console.log((await buildIfNeeded()) ? 'Built.' : 'Up to date.')
  return 0
})
