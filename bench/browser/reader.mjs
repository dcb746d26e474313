/**
 * From landing to the first "it came back": a scripted reader who has never been here, with the pauses of a person. She reads what stands
 * where she must act, at 200 words a minute, needs a second to move and press, and presses what the words name. Nothing else is read.
 */
import { buildIfNeeded } from '../../scripts/build/app.mjs'
import { serve } from '../../scripts/tools/app-server.mjs'
import { launchChromium } from '../../scripts/tools/browser.mjs'
import { freePort } from '../../scripts/tools/ports.mjs'

const WORDS_A_MINUTE = 200
const MOVE_AND_PRESS = 1000

/** Each step: when (the button says this), what is read, what is pressed; at the end, what must be seen. */
const PILL = '#pill'
/**
 * @typedef {object} Journey
 * @property {string} name
 * @property {string} path
 * @property {{ when?: string, read: string[], press: string }[]} steps
 * @property {() => boolean} seen in the page
 */

/** @type {readonly Journey[]} */
const JOURNEYS = [
  {
    name: 'the first page, recorded run',
    path: '/',
    steps: [{ read: ['.read h2', PILL], press: PILL }],
    seen: () =>
      window.pullThePlug?.getState().phase === 'recorded' &&
      /came back|Nothing was lost/.test(document.querySelector('.read h2')?.textContent ?? ''),
  },
  {
    name: 'the first page, then a live run of her own',
    path: '/',
    steps: [
      { read: ['.read h2', PILL], press: PILL },
      { when: 'Start a live run', read: [PILL], press: PILL },
      { when: 'Pull the plug', read: [PILL], press: PILL },
      { when: 'Plug back in', read: [PILL], press: PILL },
    ],
    seen: () =>
      window.pullThePlug?.getState().phase !== 'recorded' &&
      /came back|Nothing was lost/.test(document.querySelector('.read h2')?.textContent ?? ''),
  },
  {
    name: 'lesson 2, until the cut is seen',
    path: '/lessons/pull-the-plug',
    steps: [
      { read: ['h1', '.turn p', PILL], press: PILL },
      { when: 'Pull the plug', read: [PILL], press: PILL },
    ],
    seen: () => document.querySelector('li[data-current][data-reached]') !== null,
  },
  {
    name: 'lesson 4, until it came back',
    path: '/lessons/plug-back-in',
    steps: [
      { read: ['h1', '.turn p', PILL], press: PILL },
      { when: 'Pull the plug', read: [PILL], press: PILL },
      { when: 'Plug back in', read: [PILL], press: PILL },
    ],
    seen: () => document.querySelector('li[data-current][data-reached]') !== null,
  },
]

/** @returns {Promise<import('../numbers.mjs').Table[]>} */
export async function benchReader() {
  await buildIfNeeded()
  const app = await serve({ port: await freePort() })
  const browser = await launchChromium()
  try {
    const rows = []
    for (const journey of JOURNEYS) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      rows.push(await travel(page, app.url, journey))
      await page.close()
    }
    return [
      {
        title: 'From landing to the first “it came back”',
        about: `A scripted reader in Chromium, 1440 × 900: reads the title and the button (in a lesson the sentence that says what to do) at ${WORDS_A_MINUTE} words a minute, takes 1 s to move and press. Waits are the tool’s. From the request of the page on.`,
        head: ['way', 'presses', 'words read', 'most words a step', 'seconds'],
        rows,
      },
    ]
  } finally {
    await browser.close()
    await app.stop()
  }
}

/** @param {import('@playwright/test').Page} page @param {string} url @param {Journey} journey @returns {Promise<string[]>} a row of the table */
async function travel(page, url, { name, path, steps, seen }) {
  const began = performance.now()
  await page.goto(new URL(path, url).href)
  await page.waitForFunction(() => window.pullThePlug !== undefined)
  const read = []
  for (const { when, read: places, press } of steps) {
    if (when)
      await page.waitForFunction((words) => document.querySelector('#pill')?.textContent?.includes(words), when, { timeout: 30_000 })
    const words = await page.evaluate(wordsAt, places)
    read.push(words)
    await page.waitForTimeout((words / WORDS_A_MINUTE) * 60_000 + MOVE_AND_PRESS)
    await page.locator(press).click()
  }
  await page.waitForFunction(seen, undefined, { timeout: 60_000 })
  const seconds = (performance.now() - began) / 1000
  const words = read.reduce((sum, count) => sum + count, 0)
  return [name, String(steps.length), String(words), String(Math.max(...read)), seconds.toFixed(1)]
}

/** In the page: how many words stand there. @param {readonly string[]} places */
function wordsAt(places) {
  const text = places.flatMap((place) => {
    const found = document.querySelector(place)
    const hint = found?.matches('#pill') ? found.closest('.act')?.querySelector('small')?.textContent : ''
    return [found?.textContent ?? '', hint ?? '']
  })
  return text
    .join(' ')
    .split(/\s+/)
    .filter((word) => /\w/.test(word)).length
}
