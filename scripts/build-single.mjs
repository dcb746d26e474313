/** `npm run build:single -- <scenario>`: one scenario as one HTML file, dist-single/<scenario>.html (build/single/build.mjs). */
import { buildSingle } from './build/single/build.mjs'
import { installPackages } from './tools/install.mjs'
import { entry, ROOT, Told } from './tools/run.mjs'

await entry(async () => {
  await installPackages()
  const [name = 'first-cut', ...rest] = process.argv.slice(2)
  const option = [name, ...rest].find((word) => word.startsWith('-')) ?? rest[0]
  if (option)
    throw new Told(`"${option}" is not understood. Say one scenario and nothing else: npm run build:single -- first-cut (in English only).`)
  const { path, bytes, gzip } = await buildSingle(name)
  console.log(`${path.slice(ROOT.length + 1)}: ${bytes} bytes, ${gzip} gzip`)
  return 0
})
