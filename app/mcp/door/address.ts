/**
 * Who a connection is from. The address of the peer, unless the peer is a proxy that is trusted: then the nearest address in
 * X-Forwarded-For that is no such proxy. An IPv6 client is its network of 64 bits, because it has all of it.
 */
import { BlockList, isIP, isIPv6 } from 'node:net'

export type IsTrusted = (address: string) => boolean

/** Whether an address is one of `networks`: addresses, or networks as address/bits (checked by readConfig). */
export function trustedIn(networks: readonly string[]): IsTrusted {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits ?? (isIPv6(address) ? 128 : 32)), familyOf(address))
  }
  return (address) => isIP(address) > 0 && list.check(address, familyOf(address))
}

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')

/** An address as it is compared: an IPv4 address that came in over IPv6 is IPv4; no zone. */
export function plainAddress(address: string | undefined): string {
  const bare = (address ?? '').trim().replace(/%.*$/, '').toLowerCase()
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1] ?? bare
}

/** Whether the address is this computer. */
export const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.')

/**
 * Who the request counts for, or nothing: this computer has no share. `peer` is the address of the socket, `forwardedFor` the header.
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | undefined, isTrusted: IsTrusted): string | undefined {
  let client = plainAddress(peer)
  const hops = (forwardedFor ?? '').split(',').map(hopAddress)
  // Each proxy appends whom it talked to. What stands left of the first stranger was written by that stranger.
  for (let hop = hops.pop(); hop && isTrusted(client); hop = hops.pop()) client = hop
  if (client === '' || isLoopback(client)) return undefined
  return isIPv6(client) ? networkOf(client) : client
}

/** `203.0.113.7:4711`, `"[2001:db8::1]:443"`: the address alone; empty for what is none (`unknown`). */
function hopAddress(hop: string): string {
  const bare = hop.trim().replaceAll('"', '')
  const address = plainAddress(/^\[(.*)\](:\d+)?$/.exec(bare)?.[1] ?? /^([\d.]+):\d+$/.exec(bare)?.[1] ?? bare)
  return isIP(address) > 0 ? address : ''
}

/** The first 64 bits. */
function networkOf(address: string): string {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const front = head.split(':').filter((group) => group !== '')
  const back = (tail ?? '').split(':').filter((group) => group !== '')
  const middle: string[] = tail === undefined ? [] : Array(8 - front.length - back.length).fill('0')
  return `${[...front, ...middle, ...back].slice(0, 4).join(':')}::/64`
}
