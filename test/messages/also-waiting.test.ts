import { expect, it } from 'vitest'
import { rulings } from '../../src/messages/desk/rulings.ts'

it.each([
  [1, 0, '1 group'],
  [12, 3, '12 groups and 3 wordings that aren’t in a group yet'],
  [0, 1, '1 wording that isn’t in a group yet'],
])('after the shown groups, %i groups and %i wordings are counted', (groups, wordings, counts) => {
  expect(rulings.more(groups, wordings)).toBe(`Also waiting: ${counts}. They’ll appear here as you decide.`)
})
