import { type BoardSubject, type BoardWindow, boardSubjects, boardWindows } from '../domain/standings.ts'
import { board } from '../messages/board.ts'
import { showStandings } from '../services/boards/show-standings.ts'
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
    const by = (options.by ?? 'teams') as BoardSubject
    const { top, own } = await showStandings(deps, asker, { window, by })
    const link = deps.links.board(asker.workspace)
    const message = board({
      window,
      by,
      teamScore: asker.workspace.teamScore,
      top,
      ...(own ? { own } : {}),
      ...(link ? { link } : {}),
    })
    return { kind: 'private', message }
  },
}
