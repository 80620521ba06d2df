import type { Place } from '../../domain/place.ts'
import type { Team, Teams } from '../../ports/store/teams.ts'
import { freePlayers } from './boards/free-players.ts'
import { playerTable } from './schema/players.ts'
import { teamTable } from './schema/teams.ts'
import { and, eq, inArray, isNotNull, sql } from './sql/drizzle.ts'
import { isUniqueViolation } from './sql/is-unique-violation.ts'
import type { Session } from './sql/session.ts'
import { withoutNulls } from './sql/without-nulls.ts'
import { removeUnusedTeams, roomForTeam } from './unused-teams.ts'

const columns = {
  id: teamTable.id,
  workspaceId: teamTable.workspaceId,
  name: teamTable.name,
  linked: teamTable.linkedRef,
  members: sql<number>`(select count(*)::int from ${playerTable} as member where member.team_id = ${teamTable}.id)`,
}

export function teams(session: Session): Teams {
  const { db, atomically } = session
  return {
    find: (id) => find(session, id),

    async create({ workspaceId, name, key }) {
      const [row] = await db
        .insert(teamTable)
        .values({ workspaceId, name, nameKey: key })
        .onConflictDoNothing({ target: [teamTable.workspaceId, teamTable.nameKey] })
        .returning()
      return row && { id: row.id, workspaceId, name: row.name, members: 0 }
    },

    hasRoom: (workspaceId, most) => atomically((part) => roomForTeam(part, workspaceId, most)),
    removeUnused: (workspaceId, id) => atomically((part) => removeUnusedTeams(part, workspaceId, id)),

    async findByKey(workspaceId, key) {
      const [row] = await select(session).where(and(eq(teamTable.workspaceId, workspaceId), eq(teamTable.nameKey, key)))
      return row && withoutNulls(row)
    },

    async list(workspaceId) {
      const rows = await select(session).where(eq(teamTable.workspaceId, workspaceId)).orderBy(teamTable.nameKey)
      return rows.map(withoutNulls)
    },

    freePlayers: (workspaceId, days, lock) => freePlayers(session, workspaceId, days, lock),

    async seat(teamId, playerIds) {
      await db.update(playerTable).set({ teamId, knowsTeam: false }).where(inArray(playerTable.id, playerIds))
    },

    async linked() {
      const { id, workspaceId, linkedRef } = teamTable
      return db.select({ id, workspaceId }).from(teamTable).where(isNotNull(linkedRef))
    },

    change: (id, to) => change(session, id, to),
    rekey: (keyOf) => rekey(session, keyOf),
  }
}

function select({ db }: Session) {
  return db.select(columns).from(teamTable)
}

async function find(session: Session, id: number): Promise<Team | undefined> {
  const [row] = await select(session).where(eq(teamTable.id, id))
  return row && withoutNulls(row)
}

async function change(
  session: Session,
  id: number,
  { name, key, linked }: { name?: string; key?: string; linked?: Place | null },
): Promise<Team | undefined> {
  try {
    await session.attempt((part) =>
      part.db
        .update(teamTable)
        .set({
          ...(name !== undefined && { name }),
          ...(key !== undefined && { nameKey: key }),
          ...(linked !== undefined && { linkedRef: linked }),
        })
        .where(eq(teamTable.id, id)),
    )
  } catch (error) {
    if (isUniqueViolation(error, 'teams_name')) return undefined
    throw error
  }
  return find(session, id)
}

async function rekey(session: Session, keyOf: (name: string) => string): Promise<number> {
  const { id, name, nameKey } = teamTable
  const rows = await session.db.select({ id, name, nameKey }).from(teamTable).orderBy(id)
  let changed = 0
  for (const row of rows) {
    const key = keyOf(row.name)
    if (key !== row.nameKey && (await change(session, row.id, { key }))) changed++
  }
  return changed
}
