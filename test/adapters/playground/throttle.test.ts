import { expect, it } from 'vitest'
import { createThrottle } from '../../../src/adapters/playground/receive/throttle.ts'

it('lets through so many at once, then so many a second, for each by themselves', () => {
  let now = 0
  const throttle = createThrottle({ now: () => new Date(now) }, { most: 3, perSecond: 2 })
  const taken = (): boolean[] => [1, 2, 3, 4].map(() => throttle.take('ada'))
  expect(taken()).toEqual([true, true, true, false])
  expect(throttle.take('bob')).toBe(true)
  now += 500
  expect(taken()).toEqual([true, false, false, false])
  now += 60_000
  expect(taken()).toEqual([true, true, true, false])
  now -= 10_000
  expect(throttle.take('ada')).toBe(false)
})
