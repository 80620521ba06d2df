import { isIPv6, SocketAddress } from 'node:net'

const inV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/**
 * Returns the key that addresses with a common rate limit share: one IPv4 address, or an IPv6 /64, the smallest block
 * that a household gets.
 */
export function addressGroup(ip: string): string {
  const v4 = inV4.exec(ip)?.[1]
  if (v4 !== undefined || !isIPv6(ip)) return v4 ?? ip
  const [head = '', tail = ''] = new SocketAddress({ address: ip, family: 'ipv6' }).address.split('::', 2)
  const front = head === '' ? [] : head.split(':')
  const back = tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  return `${[...front, ...zeros, ...back].slice(0, 4).join(':')}::/64`
}
