/**
 * Draws the posters of the embeds, public/embed/v1/<scenario>.svg, from the recorded runs. The result is committed; a test compares it
 * with its source. Run it when the recordings or the drawing change: `node scripts/record/posters.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from '../build/vite.mjs'
import { entry, ROOT } from '../tools/run.mjs'

await entry(async () => {
  const { drawPosters } = /** @type {typeof import('./poster-drawings')} */ (await load('scripts/record/poster-drawings.tsx'))
  for (const [name, svg] of drawPosters(readFileSync(join(ROOT, 'app/tokens.css'), 'utf8'))) {
    writeFileSync(join(ROOT, `public/embed/v1/${name}.svg`), `${svg}\n`)
    console.log(`public/embed/v1/${name}.svg: ${svg.length} characters`)
  }
  return 0
})
