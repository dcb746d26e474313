/** The posters in public/ are what the recorded runs and the drawing make today: they are committed, so that every server has them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawPosters } from './poster-drawings'

const ROOT = join(import.meta.dirname, '../..')
const FOLDER = join(ROOT, 'public/embed/v1')
const drawn = drawPosters(readFileSync(join(ROOT, 'app/tokens.css'), 'utf8'))

describe('the posters', () => {
  it.each([...drawn.keys()])('%s is the picture of its run (else: node scripts/record/posters.mjs)', (name) => {
    expect(readFileSync(join(FOLDER, `${name}.svg`), 'utf8')).toBe(`${drawn.get(name)}\n`)
  })

  it('are there for embeds only', () => {
    const there = readdirSync(FOLDER).filter((name) => name.endsWith('.svg'))
    expect(there.sort()).toEqual([...drawn.keys()].map((name) => `${name}.svg`).sort())
  })
})
