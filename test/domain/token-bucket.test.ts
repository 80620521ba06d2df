import { expect, it } from 'vitest'
import { type TokenBucket, takeTokens } from '../../src/domain/token-bucket.ts'

it.each([
  ['as many as fit at once', [0, 0, 0], [true, true, true]],
  ['and no more', [0, 0, 0, 0], [true, true, true, false]],
  ['one more after its time', [0, 0, 0, 500], [true, true, true, true]],
  ['never more than fit', [0, 60_000, 60_000, 60_000, 60_000], [true, true, true, true, false]],
  ['a clock that steps back fills nothing and takes nothing', [10_000, 0, 0, 0], [true, true, true, false]],
])('lets through %s', (_, moments, expected) => {
  let bucket: TokenBucket | undefined
  const found = moments.map((now) => {
    const taken = takeTokens(bucket, { most: 3, perSecond: 2 }, now, 1)
    bucket = taken.bucket
    return taken.enough
  })
  expect(found).toEqual(expected)
})
