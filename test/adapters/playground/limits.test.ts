import { describe, expect, it } from 'vitest'
import { addressGroup } from '../../../src/adapters/html/address-group.ts'
import { createLimits } from '../../../src/adapters/playground/receive/limits.ts'

let now = 0
const clock = { now: () => new Date(now) }
const empty = { bytes: async () => 0 }

let visitors = 0
const by = (facts: { address?: string; sandbox?: string; bytes?: number }) => ({
  visitor: `p-${++visitors}`,
  address: '10.0.0.1',
  sandbox: 'one',
  bytes: 10,
  ...facts,
})

describe('an hour in the playground', () => {
  it.each([
    ['lines of one address, in all sandboxes', (n: number) => ({ sandbox: `s-${n}` }), 600],
    ['lines of one sandbox, from all addresses', (n: number) => ({ address: `10.0.1.${n}` }), 600],
    ['bytes of one address', (n: number) => ({ sandbox: `s-${n}`, bytes: 30_000 }), 10],
    ['bytes of one sandbox', (n: number) => ({ address: `10.0.1.${n}`, bytes: 30_000 }), 10],
  ])('allows a limited number of %s', (_what, facts, most) => {
    const limits = createLimits(clock, empty)
    let taken = 0
    for (let n = 0; n < most + 50; n++) {
      // Slow enough for the limits per second, and too fast for another line within the hour.
      now += 110
      if (limits.refusal(by(facts(n))) === undefined) taken += 1
    }
    expect(taken).toBeGreaterThanOrEqual(most)
    expect(taken).toBeLessThan(most + 15)
    expect(limits.refusal(by(facts(0)))).toBe('too-much')
    expect(limits.refusal(by({ address: '10.9.9.9', sandbox: 'other' }))).toBeUndefined()
    now += 3_600_000
    expect(limits.refusal(by(facts(0)))).toBeUndefined()
  })

  it('ends for everybody when the playground has used its share of the disk', async () => {
    let stored = 100_000_001
    let measured = 0
    const limits = createLimits(clock, {
      bytes: async () => {
        measured += 1
        return stored
      },
    })
    expect([await limits.isFull(), await limits.isFull(), measured]).toEqual([true, true, 1])
    stored = 5
    now += 60_000
    expect([await limits.isFull(), measured]).toEqual([false, 2])
  })
})

describe('an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1', 'fe80:0:0:0::/64'],
    ['not an address', 'not an address'],
  ])('%s is limited as %s', (ip, group) => {
    expect(addressGroup(ip)).toBe(group)
  })
})
