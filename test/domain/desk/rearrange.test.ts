import { describe, expect, it } from 'vitest'
import { moved, pinsFor } from '../../../src/domain/desk/rearrange.ts'

describe('pins that put coming questions in another order', () => {
  const before = ['a', 'b', 'c', 'd']

  it.each([
    ['nothing moved', ['a', 'b', 'c', 'd'], [], []],
    ['nothing moved, with pins', ['a', 'b', 'c', 'd'], ['a', 'z'], ['a', 'z']],
    ['the second first', ['b', 'a', 'c', 'd'], [], ['b', 'a']],
    ['the fourth third', ['a', 'b', 'd', 'c'], [], ['a', 'b', 'd', 'c']],
    ['another in the third place', ['a', 'b', 'x', 'd'], [], ['a', 'b', 'x']],
    ['another in the place of a pinned one', ['a', 'x', 'c', 'd'], ['a', 'b', 'z'], ['a', 'x', 'z']],
    ['pins behind what moved stay', ['b', 'a', 'c', 'd'], ['a', 'b', 'c'], ['b', 'a', 'c']],
  ])('%s', (_, after, pinned, pins) => expect(pinsFor(before, after, pinned)).toEqual(pins))

  it.each([
    [1, -1, ['b', 'a', 'c', 'd']],
    [2, 1, ['a', 'b', 'd', 'c']],
    [0, -1, before],
    [3, 1, before],
    [99, 1, before],
  ] as const)('moves %i by %i', (at, by, list) => expect(moved(before, at, by)).toEqual(list))
})
