import { expect, it } from 'vitest'
import { tokenBuckets } from '../../src/domain/token-bucket.ts'

const allowance = { most: 3, perSecond: 2 }

it.each([
  ['as many as fit at once', [0, 0, 0], [true, true, true]],
  ['and no more', [0, 0, 0, 0], [true, true, true, false]],
  ['one more after its time', [0, 0, 0, 500], [true, true, true, true]],
  ['never more than fit', [0, 60_000, 60_000, 60_000, 60_000], [true, true, true, true, false]],
  ['a clock that steps back fills nothing and takes nothing', [10_000, 0, 0, 0], [true, true, true, false]],
])('allows %s', (_, moments, expected) => {
  const take = tokenBuckets(allowance, 10)
  expect(moments.map((now) => take('Ann', now))).toEqual(expected)
})

it('each person has a bucket, and the least recently used buckets are removed', () => {
  const take = tokenBuckets(allowance, 2)
  expect(['Ann', 'Ben', 'Ann', 'Cem', 'Ann', 'Ben'].map((who) => take(who, 0, 2))).toEqual([
    ...[true, true, false],
    // Ben's bucket was removed for Cem's, so it is full again. Ann's was used in between.
    ...[true, false, true],
  ])
})
