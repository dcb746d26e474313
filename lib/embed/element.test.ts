/** The files in public/embed/v1 are what their sources make: they are committed, so that every server has them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { EMBEDS } from './scenarios/embeds'

const ROOT = join(import.meta.dirname, '../..')
const served = (name: string) => readFileSync(join(ROOT, 'public/embed/v1', name), 'utf8')

describe('the element', () => {
  const script = served('pull-the-plug.js')

  it('is what its source makes (else: node scripts/build/element.mjs)', { timeout: 30_000 }, async () => {
    const { buildElement } = await import(pathToFileURL(join(ROOT, 'scripts/build/element.mjs')).href)
    expect(script).toBe(await buildElement())
  })

  it('is under 5 kB, compressed', () => {
    expect(gzipSync(script, { level: 9 }).length).toBeLessThan(5000)
  })

  it('runs as a plain script and as a module, and compiles no code', () => {
    expect(script).not.toMatch(/\bimport\b|\bexport\b/)
    expect(script).not.toMatch(/\beval\b|new Function|innerHTML/)
  })
})

describe('the posters', () => {
  it.each(EMBEDS.map(({ name }) => name))('%s has one that needs nothing around it', (name) => {
    const svg = served(`${name}.svg`)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|url\(|<script|<image|@import/)
    const used = new Set([...svg.matchAll(/var\((--[a-z0-9-]+)\)/g)].map(([, variable]) => variable))
    for (const variable of used) expect(svg).toContain(`${variable}:`)
  })
})
