import type { Season } from '../../domain/boards/season.ts'
import type { BoardSubject } from '../../domain/standings.ts'
import type { Block, Rich } from '../../ports/message.ts'
import type { PastSeason } from '../../ports/store/boards.ts'
import { winnersOf } from './closing.ts'
import { seasonEnds, seasonName } from './season-name.ts'

const seasonsSaid = 5

export const hallTitle = 'Hall of fame'

/** Shown below a season's board: the end of the season, and earlier winners. */
export function seasonBlocks(
  { running, daysLeft, past }: { running: Season; daysLeft: number; past: readonly PastSeason[] },
  subjects: readonly BoardSubject[],
): Block[] {
  const blocks: Block[] = [{ kind: 'note', text: [seasonEnds(running, daysLeft)] }]
  const items = past.slice(0, seasonsSaid).flatMap((season) => wonIn(season, subjects))
  if (items.length > 0) blocks.push({ kind: 'text', text: [{ bold: hallTitle }] }, { kind: 'list', items })
  return blocks
}

function wonIn(season: PastSeason, subjects: readonly BoardSubject[]): Rich[] {
  const [teams, players] = (['teams', 'players'] as const).map((one) =>
    season.places.filter(({ by }) => by === one && subjects.includes(one)),
  )
  const lines = winnersOf({ teams: teams ?? [], players: players ?? [] }).map(({ line }) => line)
  return lines.length === 0 ? [] : [[{ bold: `${seasonName(season)}: ` }, lines.join(' · ')]]
}
