import { type BoardSubject, type BoardWindow, boardSubjects, boardWindows } from '../domain/standings.ts'
import { boards } from '../messages/board.ts'
import { showBoard } from '../services/boards/show-board.ts'
import type { Command } from './command.ts'

export const leaderboardCommand: Command = {
  path: ['leaderboard'],
  options: [
    { name: 'window', help: 'Which days count', required: false, kind: 'word', choices: boardWindows },
    { name: 'by', help: 'Who is ranked', required: false, kind: 'word', choices: boardSubjects },
  ],
  help: 'Who’s ahead. This week’s teams and players, unless you say otherwise.',
  who: 'all',
  async run(deps, asker, options) {
    const window = (options.window ?? 'week') as BoardWindow
    const by = options.by as BoardSubject | undefined
    const link = deps.links.board(asker.workspace)
    const message = boards({
      window,
      shown: await showBoard(deps, asker, by === undefined ? { window } : { window, by }),
      teamScore: asker.workspace.teamScore,
      hasTeam: asker.player.teamId !== undefined,
      ...(link ? { link } : {}),
    })
    return { kind: 'private', message }
  },
}
