import { describe, expect, it } from 'vitest'
import { moved, pinsFor, pinsToPlace } from '../../../src/domain/desk/rearrange.ts'

describe('pins that reorder upcoming questions', () => {
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
    ['one from behind', 'd', 1, [], ['a', 'd']],
    ['one from before', 'a', 2, [], ['b', 'c', 'a']],
    ['one from elsewhere', 'x', 2, [], ['a', 'b', 'x']],
    ['the one that is there', 'b', 1, [], ['a', 'b']],
    ['one before pins, which stay', 'x', 0, ['a', 'b'], ['x', 'a', 'b']],
    ['one among pins', 'x', 1, ['a', 'b', 'z'], ['a', 'x', 'b', 'z']],
    ['a pinned one further back', 'a', 3, ['a', 'b'], ['b', 'c', 'd', 'a']],
  ])('put %s in a position', (_, question, place, pinned, pins) =>
    expect(pinsToPlace(before, question, place, pinned)).toEqual(pins),
  )

  it.each([
    [1, -1, ['b', 'a', 'c', 'd']],
    [2, 1, ['a', 'b', 'd', 'c']],
    [0, -1, before],
    [3, 1, before],
    [99, 1, before],
  ] as const)('move %i by %i', (at, by, list) => expect(moved(before, at, by)).toEqual(list))
})
