/** `npm run build:static`: the app as files, in dist-static/ (static/build.mjs). Any file host serves the folder, from any path. */
import { buildStaticIfNeeded } from './static/build.mjs'
import { installPackages } from './tools/install.mjs'
import { entry } from './tools/run.mjs'

await entry(async () => {
  await installPackages()
  const built = await buildStaticIfNeeded()
  console.log(`${built ? 'Written to' : 'Up to date:'} dist-static/`)
  return 0
})
