/** The demo data is what it says: whole pictures of whole squares, stories of a length one can watch. */
import { describe, expect, it } from 'vitest'
import { TOOLS } from './catalog'
import { PICTURE_SIZE, PICTURES, pictureNamed } from './pictures'
import { STORIES, storyNamed, wordsOf } from './stories'

describe('pictures', () => {
  it.each(PICTURES.map((picture) => [picture.name, picture] as const))('%s has 16 rows of 16 coloured squares', (_, picture) => {
    expect(picture.rows).toHaveLength(PICTURE_SIZE)
    for (const row of picture.rows) {
      expect([...row]).toHaveLength(PICTURE_SIZE)
      expect(row).toMatch(/^[🟥🟧🟨🟩🟦🟪🟫⬛⬜]+$/u)
    }
  })

  it('are at least five, with names of their own', () => {
    expect(new Set(PICTURES.map((picture) => picture.name)).size).toBe(PICTURES.length)
    expect(PICTURES.length).toBeGreaterThanOrEqual(5)
  })
})

describe('stories', () => {
  it.each(STORIES.map((story) => [story.name, story] as const))('%s is 40 to 80 words, and its words make its text', (_, story) => {
    expect(wordsOf(story).length).toBeGreaterThanOrEqual(40)
    expect(wordsOf(story).length).toBeLessThanOrEqual(80)
    expect(wordsOf(story).join(' ')).toBe(story.text)
  })
})

it('the defaults of the catalog name a picture and a story that exist', () => {
  const defaults = (name: string) => TOOLS.find((tool) => tool.name === name)?.defaults
  expect(pictureNamed(String(defaults('paint_picture')?.picture))).toBeDefined()
  expect(storyNamed(String(defaults('tell_story')?.story))).toBeDefined()
})
