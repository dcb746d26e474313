/**
 * Builds one scenario as one HTML file, dist-single/<scenario>.html. Everything is inside: scripts, styles, fonts, the recorded run, and
 * the server. It works from a disk, a memory stick or a mail, and asks nobody for anything.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT, Told } from '../../tools/run.mjs'
import { hashOf } from '../headers.mjs'
import { bundleForPage, load } from '../vite.mjs'

const SINGLE = join(ROOT, 'dist-single')

/** @param {string} name of a scenario @returns {Promise<{ path: string, bytes: number, gzip: number }>} */
export async function buildSingle(name) {
  const { SCENARIOS, scenarioNamed } = /** @type {typeof import('../../../lib/embed/scenarios/scenarios')} */ (
    await load('lib/embed/scenarios/scenarios.ts')
  )
  const scenario = scenarioNamed(name)
  if (!scenario) throw new Told(`There is no scenario "${name}". Choose from ${SCENARIOS.map((each) => each.name).join(', ')}.`)
  const define = { SCENARIO: JSON.stringify(name), 'process.env.NEXT_PUBLIC_PTP_SERVER': '"none"' }
  const html = pageOf(scenario, await bundleForPage('scripts/build/single/entry.tsx', { define }))
  mkdirSync(SINGLE, { recursive: true })
  const path = join(SINGLE, `${name}.html`)
  writeFileSync(path, html)
  return { path, bytes: Buffer.byteLength(html), gzip: gzipSync(html, { level: 9 }).length }
}

/**
 * Its policy lets it load nothing at all, and run this one script.
 * @param {{ title: string, sentence?: string | undefined }} scenario @param {{ script: string, styles: string }} bundled
 */
function pageOf({ title, sentence }, { script, styles }) {
  // `</script>` in a string would end the script.
  const safe = `\n${script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')}\n`
  const policy = `default-src 'none'; script-src '${hashOf(safe)}'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Pull the Plug</title>
<meta name="description" content="${escaped(sentence ?? '')}">
<style>${styles.replaceAll('</style', '<\\/style')}</style>
</head>
<body>
<div id="place"><noscript>This page is a live experiment: it needs JavaScript.</noscript></div>
<script>${safe}</script>
</body>
</html>
`
}

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
