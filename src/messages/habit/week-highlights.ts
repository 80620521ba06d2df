import type { Standing } from '../../domain/standings.ts'
import type { Rich } from '../../ports/message.ts'
import { playerName } from '../board.ts'
import { counted, shortened } from '../rich.ts'
import { ofWeek } from './of-week.ts'

type Boards = {
  /** The first day of the week, `2026-01-31`. */
  first: string
  teams: readonly Standing[]
  players: readonly Standing[]
}

const namesMost = 40
const fewestPlaces = 2
/** In points. A larger gap isn't announced as a race. */
const closePoints = 10

/** The line about the team or player with the largest gain in ranks. The wording rotates by week. */
export function climbLine({ first, teams, players }: Boards): Rich | undefined {
  const [climber] = [...teams, ...players]
    .filter(({ movement = 0 }) => movement >= fewestPlaces)
    .toSorted((one, other) => (other.movement ?? 0) - (one.movement ?? 0))
  return climber && ofWeek(first, climbed)(climber)
}

/** The line about a close race. The wording rotates by week. */
export function raceLine({ first, teams, players }: Boards): Rich | undefined {
  const race = closestOf(teams) ?? closestOf(players)
  return race && ofWeek(first, races)(race)
}

type Race = { ahead: Standing; behind: Standing }

/**
 * Two neighbors on a board with few points between them: the closest pair, or the highest in a tie. Equal points don't
 * count as a race.
 */
function closestOf(board: readonly Standing[]): Race | undefined {
  const neighbors = board.flatMap((ahead, index): Race[] => {
    const behind = board[index + 1]
    return behind && behind.points < ahead.points ? [{ ahead, behind }] : []
  })
  const [closest] = neighbors.toSorted((one, other) => gapOf(one) - gapOf(other))
  return closest && gapOf(closest) <= closePoints ? closest : undefined
}

function gapOf({ ahead, behind }: Race): number {
  return ahead.points - behind.points
}

const climbed: ((standing: Standing) => Rich)[] = [
  ({ name, movement = 0 }) => [{ bold: 'Climbed: ' }, `${nameOf(name)}, up ${movement} places`],
  ({ name, rank, movement = 0 }) => [
    { bold: 'Biggest jump: ' },
    `${nameOf(name)}, from place ${rank + movement} to place ${rank}`,
  ],
  ({ name, movement = 0 }) => [
    { bold: 'On the way up: ' },
    `${nameOf(name)}, ${movement} places higher than the week before`,
  ],
]

const races: ((race: Race) => Rich)[] = [
  (race) => [
    { bold: 'Closest race: ' },
    `${nameOf(race.ahead.name)}, ${points(race)} ahead of ${nameOf(race.behind.name)}`,
  ],
  (race) => [
    { bold: 'Neck and neck: ' },
    `only ${points(race)} between ${nameOf(race.ahead.name)} and ${nameOf(race.behind.name)}`,
  ],
  (race) => [
    { bold: 'Within reach: ' },
    `${nameOf(race.behind.name)}, ${points(race)} behind ${nameOf(race.ahead.name)}`,
  ],
]

function points(race: Race): string {
  return counted(gapOf(race), 'point', 'points')
}

function nameOf(name: string): string {
  return shortened(playerName(name), namesMost)
}
