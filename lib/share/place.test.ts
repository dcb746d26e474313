/** Addresses that open the playground at one thing. */

import { describe, expect, test } from 'vitest'
import { FAULTS } from '../faults/fault-list'
import { SERVER_KINDS } from '../faults/gallery'
import { messageText } from '../words/t'
import { misreadPlaces, type Place, placeHref, placeIn } from './place'

const PLACES: readonly Place[] = [
  ...FAULTS.map(({ id }) => ({ kind: 'fault', fault: id }) as const),
  ...SERVER_KINDS.map((server) => ({ kind: 'server', server }) as const),
  { kind: 'edit', header: 'call' },
  { kind: 'edit', header: 'session' },
]

describe('an address of a place', () => {
  test('is read back as it was written, for every fault, server and tag', () => {
    for (const place of PLACES) expect(placeIn(new URL(placeHref('/de', place), 'http://x').search)).toEqual(place)
  })

  test.each(['', '?fault=', '?fault=nothing', '?server=yours', '?edit=version', '?theme=dark', '?fault=<b>'])(
    '%j asks for none',
    (search) => {
      expect(placeIn(search)).toBeUndefined()
    },
  )

  test.each([
    '?fault=yank-mid-frame.',
    '?fault=yank-mid-frame%29',
    '?lang=de&amp;fault=yank-mid-frame',
    '?utm_source=x&amp;amp;fault=%79ank-mid-frame',
  ])('means the same however it was encoded on its way: %s', (search) => {
    expect(placeIn(search)).toEqual({ kind: 'fault', fault: 'yank-mid-frame' })
    expect(misreadPlaces(search)).toEqual([])
  })

  test('says what it does not know, and nothing of what is not ours', () => {
    expect(messageText(misreadPlaces('?fault=toString&edit=version&utm_source=mail'))).toBe(
      'fault is "toString", which this page does not know. /coverage lists what there is. edit is "version", which this page does not know. /coverage lists what there is.',
    )
  })
})
