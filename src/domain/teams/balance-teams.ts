import { exchangeBetween, joins, leaves, type Side } from './exchange.ts'
import { seededChance } from './seeded-chance.ts'

/** A person to assign to one of the teams. */
export type Contender = {
  id: number
  /** The expected points, at least 0. */
  strength: number
  /** The index of their current team; undefined if they have none. */
  at?: number
}

type Team = Side<Contender>

/**
 * Teams are even if they differ by no more than this share of a team's average. A smaller difference would require more
 * moves.
 */
const closeEnough = 0.05

/** The number of random starting states. In a large group, all results are about equally good. */
const triesOf = (people: number): number => (people <= 200 ? 60 : 8)

/** Enough candidates to find a person with about the wanted strength. */
const lookedAt = 100

/**
 * Distributes everybody over `count` teams of even size and strength. Moves as few people as possible: people without a
 * team first join the smallest teams, strongest first; then the largest teams give people away; then the strongest team
 * and a weaker one exchange people until no exchange helps. Team sizes differ by one at most, and strengths by no more
 * than the strongest person. If several solutions are even, seed 0 gives the one with the fewest moves, seed 1 the
 * next, and so on in a cycle.
 */
export function balanceTeams(people: readonly Contender[], count: number, seed: number): Contender[][] {
  const filled = withEvenSizes(people, count)
  const chance = seededChance(count)
  const ways = new Map<string, Team[]>()
  for (let turn = 0; turn < triesOf(people.length); turn++) {
    const teams = filled.map(({ people, strength }): Team => ({ people: [...people], strength }))
    // The first attempt starts with the current teams, the others after some random swaps.
    for (let swap = 0; swap < turn % 6; swap++) swapByChance(teams, chance)
    evenStrengths(teams)
    ways.set(teams.map((team) => team.people.map(({ id }) => id).toSorted((a, b) => a - b)).join('|'), teams)
  }
  const best = [...ways.values()].map((teams) => ({ teams, ...judged(teams) })).toSorted(better)
  const even = best.filter(({ uneven }) => uneven === best[0]?.uneven)
  return even[seed % even.length]?.teams.map((team) => team.people) ?? []
}

type Judged = { uneven: number; moves: number; gap: number }

/** `uneven` is the part of the strength difference that exceeds the allowed one. */
function judged(teams: readonly Team[]): Judged {
  const strengths = teams.map(({ strength }) => strength)
  const gap = Math.max(...strengths) - Math.min(...strengths)
  const moves = teams.reduce((sum, team, at) => sum + team.people.filter((person) => person.at !== at).length, 0)
  return { uneven: Math.max(0, gap - nearOf(teams)), moves, gap }
}

function better(one: Judged, other: Judged): number {
  return one.uneven - other.uneven || one.moves - other.moves || one.gap - other.gap
}

function nearOf(teams: readonly Team[]): number {
  return (closeEnough * teams.reduce((sum, { strength }) => sum + strength, 0)) / teams.length
}

function withEvenSizes(people: readonly Contender[], count: number): Team[] {
  const teams = Array.from({ length: count }, (): Team => ({ people: [], strength: 0 }))
  const strongestFirst = people.toSorted((one, other) => other.strength - one.strength || one.id - other.id)
  for (const person of strongestFirst) {
    const own = person.at === undefined ? undefined : teams[person.at]
    if (own) joins(own, person)
  }
  for (const person of strongestFirst) if (person.at === undefined) joins(smallestOf(teams), person)
  evenSizes(teams)
  return teams
}

function smallestOf(teams: readonly Team[]): Team {
  return least(teams, (one, other) => one.people.length - other.people.length || one.strength - other.strength)
}

function evenSizes(teams: readonly Team[]): void {
  for (;;) {
    const smallest = smallestOf(teams)
    const largest = least(
      teams,
      (one, other) => other.people.length - one.people.length || other.strength - one.strength,
    )
    if (largest.people.length - smallest.people.length <= 1) return
    const wanted = (largest.strength - smallest.strength) / 2
    const off = ({ strength }: Contender): number => Math.abs(strength - wanted)
    const step = Math.ceil(largest.people.length / lookedAt)
    const some = largest.people.filter((_person, place) => place % step === 0)
    const goes = least(some, (one, other) => off(one) - off(other) || one.id - other.id)
    move(goes, largest, smallest)
  }
}

function swapByChance(teams: readonly Team[], chance: () => number): void {
  const any = <Item>(list: readonly Item[]): Item | undefined => list[Math.floor(chance() * list.length)]
  const one = any(teams)
  const other = any(teams.filter((team) => team !== one))
  const [goes, comes] = [one && any(one.people), other && any(other.people)]
  if (!one || !other || !goes || !comes) return
  move(goes, one, other)
  move(comes, other, one)
}

/** Each exchange brings two teams closer, which lowers the sum of the squares of all strengths, so this terminates. */
function evenStrengths(teams: readonly Team[]): void {
  const near = nearOf(teams)
  for (;;) {
    const sorted = teams.toSorted((one, other) => other.strength - one.strength)
    const [strongest, weakest] = [sorted[0], sorted.at(-1)]
    if (!strongest || !weakest || strongest.strength - weakest.strength <= near) return
    // Tries the strongest and the weakest team first, then each of them with the teams in between.
    const pairs = [
      ...sorted
        .slice(1)
        .toReversed()
        .map((weaker) => [strongest, weaker] as const),
      ...sorted.slice(1, -1).map((stronger) => [stronger, weakest] as const),
    ]
    if (!pairs.some(([stronger, weaker]) => exchange(stronger, weaker))) return
  }
}

function exchange(stronger: Team, weaker: Team): boolean {
  const found = exchangeBetween(stronger, weaker)
  if (!found) return false
  move(found.goes, stronger, weaker)
  if (found.comes) move(found.comes, weaker, stronger)
  return true
}

function move(person: Contender, from: Team, to: Team): void {
  leaves(from, person)
  joins(to, person)
}

function least<Item>(list: readonly Item[], compare: (one: Item, other: Item) => number): Item {
  return list.reduce((first, item) => (compare(item, first) < 0 ? item : first))
}
