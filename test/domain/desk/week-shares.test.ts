import { expect, it } from 'vitest'
import { weekShares } from '../../../src/domain/desk/week-shares.ts'

const round = (date: string, answered: number, correct: number) => ({ date, answered, correct })

it('rounds are summed up for each of twelve weeks from Monday to Sunday', () => {
  const rounds = [
    round('2026-03-01', 4, 1),
    round('2026-03-02', 3, 3),
    round('2026-03-08', 1, 0),
    round('2025-01-01', 9, 9),
  ]
  const weeks = weekShares(rounds, '2026-03-05')
  expect(weeks).toHaveLength(12)
  expect(weeks.slice(-2)).toEqual([
    { first: '2026-02-23', rounds: 1, answered: 4, correct: 1 },
    { first: '2026-03-02', rounds: 2, answered: 4, correct: 3 },
  ])
  expect(weeks[0]).toEqual({ first: '2025-12-15', rounds: 0, answered: 0, correct: 0 })
})
