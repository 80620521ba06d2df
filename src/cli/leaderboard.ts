import type { AskedWindow, BoardSubject } from '../domain/standings.ts'
import { playerName } from '../messages/board.ts'
import { viewBoard } from '../services/boards/view-board.ts'
import { asOperator } from './open-operator.ts'
import { workspaceOf } from './packs/workspace-of.ts'
import { print, printJson, printTable } from './print.ts'
import { UsageError } from './usage-error.ts'

type LeaderboardOptions = { workspace: string; window: AskedWindow; by: BoardSubject; json?: boolean }

export async function leaderboard({ workspace: ref, window, by, json }: LeaderboardOptions): Promise<void> {
  await asOperator(async ({ deps }) => {
    const workspace = await workspaceOf(deps, ref)
    if (window === 'season' && workspace.seasons === 'off') throw new UsageError(`${ref} has no seasons.`)
    const figures = await viewBoard(deps, workspace.id, { window, by })
    const rows = (figures?.standings ?? []).map(({ rank, name, points, movement }) => ({
      rank,
      name: playerName(name),
      points,
      ...(movement === undefined ? {} : { movement }),
    }))
    if (json) return printJson({ workspace: ref, window, by, standings: rows })
    if (rows.length === 0) return print('Nobody has points yet.')
    printTable(rows.map(({ rank, name, points }) => [rank, name, points]))
  })
}
