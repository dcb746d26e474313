import { expect, test } from 'vitest'
import { openBody, scriptedFetch } from '../../../test/support/client/scripted-server'
import { sleep } from '../../streams/sleep'
import { createNetwork } from './network'

test('a cut in the very moment of the answer is heard, whichever side of it it falls on', async () => {
  for (let after = 0; after < 16; after++) {
    const network = createNetwork({ sleep })
    const { fetch } = scriptedFetch([openBody().response])
    const heard = network
      .wrap(fetch)('http://server.test/mcp')
      .then((response) => response.body?.getReader().read())
      .catch((error: unknown) => error)
    for (let i = 0; i < after; i++) await undefined
    network.drop()
    expect(await heard, `after ${after} microtasks`).toBeInstanceOf(TypeError)
  }
})
