import type { Player, Players } from '../../ports/store/players.ts'
import { everythingOf } from './everything-of.ts'
import { forget } from './forget.ts'
import { recognized } from './recognize.ts'
import { dropResultsOf } from './rounds/drop-results.ts'
import { playerTable } from './schema/players.ts'
import { teamTable } from './schema/teams.ts'
import { and, eq, exists, inArray, isNotNull, ne, not, or, sql } from './sql/drizzle.ts'
import { requireRow } from './sql/require-row.ts'
import { rowReader } from './sql/row-reader.ts'
import type { Session } from './sql/session.ts'
import { statement } from './sql/statement.ts'
import { withoutNulls } from './sql/without-nulls.ts'

export function players(session: Session): Players {
  const { db, run, atomically } = session
  return {
    async recognise(workspaceId, { ref, name }) {
      const [row = {}] = await run(seen, { workspaceId, playerRef: ref, playerName: name })
      return playerFrom(row)
    },

    async find(id) {
      const [row] = await run(found, { id })
      return row && playerFrom(row)
    },

    async findByRef(ref) {
      const [row] = await run(foundByRef, { ref })
      return row && playerFrom(row)
    },

    async change(id, change) {
      const rows = await db.update(playerTable).set(change).where(eq(playerTable.id, id)).returning()
      return asPlayer(requireRow(rows, 'player', id))
    },

    async beTeam(workspaceId, teamId, refs) {
      const listed = inArray(playerTable.ref, ['', ...refs])
      const ofAnotherGroup = exists(
        db
          .select({ id: teamTable.id })
          .from(teamTable)
          .where(and(eq(teamTable.id, playerTable.teamId), ne(teamTable.id, teamId), isNotNull(teamTable.linkedRef))),
      )
      await db
        .update(playerTable)
        .set({ teamId: sql`case when ${listed} then ${teamId}::bigint end` })
        .where(
          and(
            eq(playerTable.workspaceId, workspaceId),
            or(eq(playerTable.teamId, teamId), and(listed, not(ofAnotherGroup))),
          ),
        )
    },

    everythingOf: (id) => atomically((part) => everythingOf(part, id)),
    async useExportLink(id, generation) {
      const used = await db
        .update(playerTable)
        .set({ exportLinks: generation + 1 })
        .where(and(eq(playerTable.id, id), eq(playerTable.exportLinks, generation)))
        .returning({ id: playerTable.id })
      return used.length > 0
    },

    async forget(id, fingerprint) {
      await atomically((part) => forget(part, id, fingerprint))
      // This is a separate transaction, because grading locks a round before its players.
      await atomically((part) => dropResultsOf(part, id))
    },
  }
}

const playerRow = rowReader(playerTable, 'player')

export const playerColumns = playerRow.columns

export function playerFrom(row: Record<string, unknown>): Player {
  return asPlayer(playerRow.read(row))
}

function asPlayer({ forgottenAt, ...row }: typeof playerTable.$inferSelect): Player {
  return { ...withoutNulls(row), ...(forgottenAt && { forgotten: true }) }
}

const found = statement(
  sql`select ${playerColumns} from ${playerTable} as player where player.id = ${sql.placeholder('id')}`,
)

const foundByRef = statement(
  sql`select ${playerColumns} from ${playerTable} as player where player.ref = ${sql.placeholder('ref')}`,
)

const seen = statement(sql`
  with ${recognized(playerTable, 'player', { workspace_id: sql`${sql.placeholder('workspaceId')}::bigint` })}
  select ${playerColumns} from player`)
