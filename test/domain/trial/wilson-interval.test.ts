import { describe, expect, it } from 'vitest'
import { wilsonInterval } from '../../../src/domain/trial/wilson-interval.ts'

describe('the 95 % interval of a share', () => {
  it.each<[hits: number, n: number, low: number, high: number]>([
    [0, 10, 0, 0.278],
    [10, 10, 0.722, 1],
    [1, 2, 0.095, 0.905],
    [5, 10, 0.237, 0.763],
    [81, 263, 0.255, 0.366],
    [937, 1200, 0.757, 0.803],
    [0, 0, 0, 1],
  ])('of %i in %i reaches from %f to %f', (hits, n, low, high) => {
    const [from, to] = wilsonInterval(hits, n)
    expect(from).toBeCloseTo(low, 3)
    expect(to).toBeCloseTo(high, 3)
  })
})
