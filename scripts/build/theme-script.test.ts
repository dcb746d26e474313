/** The first script of every document is what its source makes: it is committed, so that every build has it. */
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { THEME_SCRIPT } from '../../components/app-bar/theme/theme-script'
import { buildThemeScript } from './theme-script.mjs'

/** Runs the script in a document at an address, and returns the data attributes it set. `stored`: undefined where storage is forbidden. */
function dataAt(address: string, { stored, origin = 'https://plug.example' }: { stored?: string | null; origin?: string } = {}) {
  const dataset: Record<string, string> = {}
  const { pathname, search } = new URL(address, 'https://plug.example')
  const localStorage = {
    getItem() {
      if (stored === undefined) throw new Error('storage is off')
      return stored
    },
  }
  const page = {
    document: { documentElement: { dataset } },
    location: { pathname, search },
    localStorage,
    URLSearchParams,
    self: { origin },
  }
  runInNewContext(THEME_SCRIPT, page)
  return dataset
}

describe('the first script', () => {
  it('is what its source makes (else: node scripts/build/theme-script.mjs)', { timeout: 30_000 }, async () => {
    expect(THEME_SCRIPT).toBe(await buildThemeScript())
  })

  it('sets the stored theme, and nothing where there is none or storage is forbidden', () => {
    expect(dataAt('/', { stored: 'dark' })).toEqual({ theme: 'dark' })
    expect(dataAt('/', { stored: 'pink' })).toEqual({})
    expect(dataAt('/', { stored: null })).toEqual({})
    expect(dataAt('/')).toEqual({})
  })

  it('reads an embed by its address alone', () => {
    expect(dataAt('/book/embed/v1/story?theme=light&s=1', { stored: 'dark', origin: 'null' })).toEqual({
      theme: 'light',
      offer: '',
      sandboxed: '',
    })
    expect(dataAt('/embed/v1/story', { stored: 'dark' })).toEqual({})
  })
})
