/**
 * Builds the first script of every document, components/app-bar/theme/set-theme.ts → theme-script.ts beside it. The result is committed, so
 * that `next dev` and every build have it; a test compares it with its source. Run it when the source changes:
 * `node scripts/build/theme-script.mjs`.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { entry, ROOT } from '../tools/run.mjs'
import { bundleForPage } from './vite.mjs'

const FOLDER = 'components/app-bar/theme'

/** @returns {Promise<string>} the script, as it stands in a document */
export async function buildThemeScript() {
  const { script } = await bundleForPage(`${FOLDER}/set-theme.ts`)
  return script.trim()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await entry(async () => {
    const script = await buildThemeScript()
    const literal = `'${script.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
    const header = '/** Made from set-theme.ts by scripts/build/theme-script.mjs; a test compares them. */'
    writeFileSync(join(ROOT, FOLDER, 'theme-script.ts'), `${header}\nexport const THEME_SCRIPT =\n  ${literal}\n`)
    console.log(`${FOLDER}/theme-script.ts: ${script.length} characters`)
    return 0
  })
}
