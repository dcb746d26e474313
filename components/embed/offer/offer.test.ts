/** The run in the address of an embed: read, or refused with a reason. What performing it does is tested beside lib/share/performer.ts. */
import { expect, it } from 'vitest'
import { messageText } from '../../../lib/words/t'
import { stillPlayground } from '../../../test/fuzz/still-playground'
import { readOffer } from './offer'

const playground = () => stillPlayground('first-cut')

it.each([
  ['abc', /no shared run.*v=1/],
  ['tool=tell_story', /no shared run.*v=1/],
  ['v=99', /cannot be read/],
])('an s that is "%s" is refused with a sentence, and changes nothing', (custom, sentence) => {
  const here = playground()
  const before = here.getState().options
  expect(readOffer(custom, here)).toMatchObject({ refusal: expect.stringMatching(sentence) })
  expect(here.getState().options).toEqual(before)
})

it.each([['v=1&delay=100&do=pull@r3~push@s6'], ['#v=1&delay=100&do=pull@r3~push@s6']])(
  '"%s" is offered, and what it does not say is as usual',
  (custom) => {
    const here = playground()
    here.setOptions({ tool: 'tell_story', home: 'in-page' })
    const offer = readOffer(custom, here)
    expect(offer).toMatchObject({ ignored: [], scenario: { acts: [{ kind: 'pull' }, { kind: 'push' }] } })
    expect(here.getState().options).toMatchObject({ tool: 'paint_picture', delay: 100, home: 'in-page' })
  },
)

it('what a link names in vain is said', () => {
  const offer = readOffer('v=1&picture=nobody', playground())
  expect('ignored' in offer && messageText(offer.ignored)).toContain('nobody')
})
