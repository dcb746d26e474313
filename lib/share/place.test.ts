/** Addresses that open the playground at one thing. */

import { describe, expect, test } from 'vitest'
import { FAULTS } from '../faults/fault-list'
import { SERVER_KINDS } from '../faults/gallery'
import { type Place, placeHref, placeIn } from './place'

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
})
