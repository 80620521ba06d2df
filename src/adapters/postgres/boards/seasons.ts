import type { SeasonLength } from '../../../domain/boards/season.ts'
import type { PastSeason, SeasonPlace, Seasons } from '../../../ports/store/boards.ts'
import { playerTable } from '../schema/players.ts'
import { seasonPlaceTable, seasonTable } from '../schema/standings.ts'
import { teamTable } from '../schema/teams.ts'
import { and, asc, desc, eq, exists, gt, inArray, isNull, lte, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { withoutNulls } from '../sql/without-nulls.ts'

export function seasons(session: Session): Seasons {
  const { db, atomically } = session
  return {
    async begin(season) {
      const { workspaceId, length, startsOn, closedAt } = seasonTable
      await db
        .insert(seasonTable)
        .values(season)
        .onConflictDoUpdate({
          target: [workspaceId, length, startsOn],
          set: { closesAt: season.closesAt },
          setWhere: isNull(closedAt),
        })
    },

    async find(id) {
      const [row] = await db.select().from(seasonTable).where(eq(seasonTable.id, id))
      return row && withoutNulls(row)
    },

    async unclosed(workspaceId) {
      const rows = await db
        .select()
        .from(seasonTable)
        .where(and(eq(seasonTable.workspaceId, workspaceId), isNull(seasonTable.closedAt)))
        .orderBy(asc(seasonTable.startsOn), asc(seasonTable.id))
      return rows.map(withoutNulls)
    },

    async drop(id) {
      await db.delete(seasonTable).where(and(eq(seasonTable.id, id), isNull(seasonTable.closedAt)))
    },

    due(now, { after, limit }) {
      return db
        .select({ id: seasonTable.id, workspaceId: seasonTable.workspaceId })
        .from(seasonTable)
        .where(and(isNull(seasonTable.closedAt), lte(seasonTable.closesAt, now), gt(seasonTable.id, after)))
        .orderBy(asc(seasonTable.id))
        .limit(limit)
    },

    close: (id, at, places) => atomically((part) => closeSeason(part, id, at, places)),
    past: (workspaceId, length, limit) => pastSeasons(session, workspaceId, length, limit),
  }
}

async function closeSeason({ db }: Session, id: number, at: Date, places: readonly SeasonPlace[]): Promise<boolean> {
  // A concurrent call waits for this row, and then finds the season closed.
  const [closed] = await db
    .update(seasonTable)
    .set({ closedAt: at })
    .where(and(eq(seasonTable.id, id), isNull(seasonTable.closedAt)))
    .returning()
  if (!closed) return false
  const rows = places.map(({ by, subjectId, rank, points }) => ({
    workspaceId: closed.workspaceId,
    seasonId: id,
    rank,
    points,
    ...(by === 'teams' ? { teamId: subjectId } : { playerId: subjectId }),
  }))
  if (rows.length > 0) await db.insert(seasonPlaceTable).values(rows)
  return true
}

async function pastSeasons(
  { db }: Session,
  workspaceId: number,
  length: SeasonLength,
  limit: number,
): Promise<PastSeason[]> {
  const won = db.select().from(seasonPlaceTable).where(eq(seasonPlaceTable.seasonId, seasonTable.id))
  const found = await db
    .select()
    .from(seasonTable)
    .where(and(eq(seasonTable.workspaceId, workspaceId), eq(seasonTable.length, length), exists(won)))
    .orderBy(desc(seasonTable.startsOn))
    .limit(limit)
  if (found.length === 0) return []
  const { seasonId, teamId, playerId, rank, points } = seasonPlaceTable
  const places = await db
    .select({
      seasonId,
      teamId,
      playerId,
      rank,
      points,
      name: sql<string>`coalesce(${teamTable.name}, ${playerTable.name}, '')`,
    })
    .from(seasonPlaceTable)
    .leftJoin(teamTable, eq(teamTable.id, teamId))
    .leftJoin(playerTable, eq(playerTable.id, playerId))
    .where(
      inArray(
        seasonId,
        found.map(({ id }) => id),
      ),
    )
    .orderBy(asc(rank), asc(seasonPlaceTable.id))
  return found.map(
    ({ id, startsOn }): PastSeason => ({
      length,
      startsOn,
      places: places
        .filter((place) => place.seasonId === id)
        .map((place) => ({
          by: place.teamId === null ? 'players' : 'teams',
          subjectId: place.teamId ?? place.playerId ?? 0,
          rank: place.rank,
          points: place.points,
          name: place.name,
        })),
    }),
  )
}
