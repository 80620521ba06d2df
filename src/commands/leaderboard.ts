import { type AskedWindow, askedWindows, type BoardSubject, boardSubjects } from '../domain/standings.ts'
import { boards } from '../messages/board.ts'
import { seasonBlocks } from '../messages/season/hall.ts'
import { showBoard } from '../services/boards/show-board.ts'
import { viewHall } from '../services/seasons/view-hall.ts'
import type { Command } from './command.ts'

export const leaderboardCommand: Command = {
  path: ['leaderboard'],
  options: [
    { name: 'window', help: 'Which days count', required: false, kind: 'word', choices: askedWindows },
    { name: 'by', help: 'Who is ranked', required: false, kind: 'word', choices: boardSubjects },
  ],
  help: 'Who’s ahead. This week’s teams and players, unless you say otherwise.',
  who: 'all',
  async run(deps, asker, options) {
    const window = (options.window ?? 'week') as AskedWindow
    const by = options.by as BoardSubject | undefined
    const link = deps.links.board(asker.workspace)
    const shown = await showBoard(deps, asker, by === undefined ? { window } : { window, by })
    const season = window === 'season' ? await viewHall(deps, asker.workspace) : undefined
    const message = boards({
      window,
      shown,
      teamScore: asker.workspace.teamScore,
      hasTeam: asker.player.teamId !== undefined,
      ...(season ? { below: seasonBlocks(season, by === undefined ? boardSubjects : [by]) } : {}),
      ...(link ? { link } : {}),
    })
    return { kind: 'private', message }
  },
}
