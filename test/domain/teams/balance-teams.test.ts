import { describe, expect, it } from 'vitest'
import { balanceTeams, type Contender } from '../../../src/domain/teams/balance-teams.ts'
import { seededChance } from '../../../src/domain/teams/seeded-chance.ts'

/** Strengths by team, with `-` for people without a team: `50 45 | 10 8 | -7`. */
function scene(written: string): Contender[] {
  let id = 0
  return written.split('|').flatMap((team, at) =>
    team
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word): Contender => {
        id += 1
        const strength = Math.abs(Number(word))
        return word.startsWith('-') ? { id, strength } : { id, strength, at }
      }),
  )
}

const sums = (teams: Contender[][]): number[] =>
  teams.map((team) => team.reduce((sum, { strength }) => sum + strength, 0))
const moved = (teams: Contender[][]): number => teams.flatMap((team, at) => team.filter((one) => one.at !== at)).length
const shown = (teams: Contender[][]): string =>
  teams
    .map((team) =>
      team
        .map(({ strength }) => strength)
        .toSorted((a, b) => b - a)
        .join(' '),
    )
    .join(' | ')

describe('even teams', () => {
  it.each([
    ['nobody moves where teams are even', '50 10 | 40 20', 2, '50 10 | 40 20', 0],
    ['nor where they are nearly even', '50 10 | 41 21', 2, '50 10 | 41 21', 0],
    ['two change places where that is enough', '50 40 | 20 10', 2, '40 20 | 50 10', 2],
    ['one moves where a team is larger', '30 20 10 | 20 20', 2, '30 20 | 20 20 10', 1],
    ['three more in one team are two too many', '10 10 10 10 | 10', 2, '10 10 10 | 10 10', 1],
    ['stars are shared out', '50 45 40 38 | 10 8 8 5 | 12 9 6 4', 3, '40 38 5 4 | 50 10 8 6 | 45 12 9 8', 6],
    ['those from outside fill up, the strongest first', '30 | 10 | -25 -15 -5', 2, '30 15 | 25 10 5', 3],
    ['a team that is new gets its share', '30 30 30 | 30 30 30', 3, '30 30 | 30 30 | 30 30', 2],
    ['a team that ends gives all of its people', '30 10 | 30 10 | -30 -10', 2, '30 30 10 | 30 10 10', 2],
    ['without points only sizes count', '0 0 0 | 0', 2, '0 0 | 0 0', 1],
    ['one who earns more than all others stays alone at the top', '100 1 | 1 1', 2, '100 1 | 1 1', 0],
  ])('%s', (_what, written, count, expected, movers) => {
    const teams = balanceTeams(scene(written), count, 0)
    expect([shown(teams), moved(teams)]).toEqual([expected, movers])
  })

  it('differ with another seed, and are equal with the same seed', () => {
    const people = scene('50 45 40 38 30 | 10 8 8 5 5 | 12 9 6 4 1')
    const proposals = [0, 1, 2, 3, 4].map((seed) => shown(balanceTeams(people, 3, seed)))
    expect(new Set(proposals).size).toBeGreaterThan(2)
    expect([0, 1, 2, 3, 4].map((seed) => shown(balanceTeams(people.toReversed(), 3, seed)))).toEqual(proposals)
  })

  it('for 5,000 people are found without blocking others', () => {
    const chance = seededChance(5)
    const people = Array.from({ length: 5000 }, (_, id) => ({ id, strength: Math.floor(chance() ** 3 * 300), at: 0 }))
    const began = performance.now()
    const teams = balanceTeams(people, 20, 0)
    expect(performance.now() - began).toBeLessThan(2000)
    expect(new Set(teams.map((team) => team.length))).toEqual(new Set([250]))
  })

  it('are equally large and differ by at most one person’s strength, for any people, teams and seeds', () => {
    const chance = seededChance(1)
    const upTo = (most: number): number => Math.floor(chance() * (most + 1))
    for (let turn = 0; turn < 500; turn++) {
      const count = 2 + upTo(6)
      const skew = 1 + upTo(4)
      const people = Array.from({ length: count + upTo(60) }, (_, id): Contender => {
        const strength = Math.round(chance() ** skew * 200)
        return chance() < 0.3 ? { id, strength } : { id, strength, at: Math.floor(chance() ** 2 * count) }
      })
      const teams = balanceTeams(people, count, upTo(3))
      const [sizes, strengths] = [teams.map((team) => team.length), sums(teams)]
      const strongest = Math.max(...people.map(({ strength }) => strength))
      expect(
        teams
          .flat()
          .map(({ id }) => id)
          .toSorted((a, b) => a - b),
      ).toEqual(people.map(({ id }) => id))
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      expect(Math.max(...strengths) - Math.min(...strengths)).toBeLessThanOrEqual(strongest)
    }
  })
})
