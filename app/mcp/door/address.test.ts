/** Whose request it is: the peer, or whom a trusted proxy names. What a client writes into the header itself counts for nothing. */
import { describe, expect, it } from 'vitest'
import { clientAddress, trustedIn } from './address'

const isTrusted = trustedIn(['127.0.0.1', '10.0.0.0/8', 'fd00::/8'])

describe('the client of a request', () => {
  it.each<[peer: string | undefined, header: string | undefined, client: string | undefined]>([
    ['203.0.113.7', undefined, '203.0.113.7'],
    ['::ffff:203.0.113.7', undefined, '203.0.113.7'],
    ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['127.0.0.1', undefined, undefined],
    ['::1', undefined, undefined],
    ['::1', '198.51.100.1', undefined],
    [undefined, undefined, undefined],
    ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['10.1.2.3', 'made-up, 198.51.100.1', '198.51.100.1'],
    ['10.1.2.3', '192.0.2.66, 198.51.100.1', '198.51.100.1'],
    ['10.1.2.3', '198.51.100.1, 10.9.9.9,127.0.0.1', '198.51.100.1'],
    ['10.1.2.3', '198.51.100.1:4711', '198.51.100.1'],
    ['10.1.2.3', '"[2001:DB8:1:2::7]:443"', '2001:db8:1:2::/64'],
    ['10.1.2.3', 'unknown', '10.1.2.3'],
    ['10.1.2.3', '', '10.1.2.3'],
    ['10.1.2.3', '198.51.100.1, unknown', '10.1.2.3'],
    ['10.1.2.3', '10.1.2.4', '10.1.2.4'],
    ['fd00::5', '198.51.100.1', '198.51.100.1'],
    ['2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::/64'],
    ['2001:db8::1', undefined, '2001:db8:0:0::/64'],
    ['fe80::1%eth0', undefined, 'fe80:0:0:0::/64'],
  ])('from %s with X-Forwarded-For %s is %s', (peer, header, client) => {
    expect(clientAddress(peer, header, isTrusted)).toBe(client)
  })

  it('is the peer when no proxy is trusted', () => {
    expect(clientAddress('10.1.2.3', '198.51.100.1', trustedIn([]))).toBe('10.1.2.3')
  })
})
