import { windowBefore, windowStart } from '../../../domain/calendar.ts'
import type { BoardQuery, Standing } from '../../../domain/standings.ts'
import type { Boards } from '../../../ports/store/boards.ts'
import { playerTable } from '../schema/players.ts'
import { standingTable } from '../schema/standings.ts'
import { teamTable } from '../schema/teams.ts'
import { type SQL, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { award } from './award.ts'
import { boardOf } from './board-of.ts'
import { differences } from './differences.ts'
import { quarterBoard } from './quarters.ts'
import { rebuild } from './rebuild.ts'

/** Who has no points is on no board; who was forgotten has an empty name there. */
export function boards(session: Session): Boards {
  return {
    award: (entry) => session.atomically((part) => award(part, entry)),

    top(query, limit) {
      // The limit stands in the text: as a parameter Postgres would take it for a tenth of the board, and plan anew each time.
      const first = sql`order by points desc, subject_id limit ${sql.raw(limit.toFixed(0))}`
      if (query.window === 'quarter') return standings(session, query, sql`${quarterBoard(query)} ${first}`)
      const ranked = sql`
        select subject_id, points, rank() over (order by points desc)::int as rank
        from (
          select subject_id, points from ${standingTable}
          where ${on(query, windowStart(query.day, query.window))} and points > 0 ${first}
        ) as first`
      return standings(session, query, withRanksBefore(query, ranked))
    },

    async place(query, subjectId) {
      const [standing] = await standings(session, query, placeOf(query, subjectId))
      return standing
    },

    async weeklyPoints(query, subjectIds, weeks) {
      const rows = await session.prepared<{ subject_id: string; week: string; points: number }>(sql`
        select subject_id, starts_on::text as week, points from ${standingTable}
        where ${boardOf({ ...query, window: 'week' })} and starts_on = any (${arrayOf(weeks)}::date[])
          and subject_id = any (${arrayOf(subjectIds)}::bigint[])`)
      return subjectIds.map((id) =>
        weeks.map((day) => rows.find(({ subject_id, week }) => Number(subject_id) === id && week === day)?.points ?? 0),
      )
    },

    rebuild: (workspaceId) => session.atomically((part) => rebuild(part, workspaceId)),
    differences: (workspaceId) => session.atomically((part) => differences(part, workspaceId)),
  }
}

/** A list as one parameter. Its items hold nothing that such a text would have to escape. */
function arrayOf(items: readonly (string | number)[]): string {
  return `{${items.join()}}`
}

type Row = { subject_id: string; name: string; points: number; rank: number; rank_before: number | null }

/** Adds names to rows (subject_id, points, rank, rank_before). */
async function standings(session: Session, { by }: BoardQuery, shown: SQL): Promise<Standing[]> {
  const rows = await session.prepared<Row>(sql`
    select shown.*,
      coalesce((select name from ${by === 'teams' ? teamTable : playerTable} where id = shown.subject_id), '') as name
    from (${shown}) as shown
    order by shown.rank, shown.subject_id`)
  return rows.map((row) => ({
    subjectId: Number(row.subject_id),
    name: row.name,
    points: row.points,
    rank: row.rank,
    ...(row.rank_before !== null && { movement: row.rank_before - row.rank }),
  }))
}

function placeOf(query: BoardQuery, subjectId: number): SQL {
  if (query.window === 'quarter')
    return sql`select * from (${quarterBoard(query)}) as all_of_it where subject_id = ${subjectId}`
  const start = windowStart(query.day, query.window)
  return withRanksBefore(
    query,
    sql`
      select subject_id, points, ${rank(query, start, sql`one.points`)} as rank
      from ${standingTable} as one
      where ${on(query, start)} and points > 0 and subject_id = ${subjectId}`,
  )
}

/** Adds the ranks of the window before to rows (subject_id, points, rank). */
function withRanksBefore(query: BoardQuery, shown: SQL): SQL {
  const start = windowBefore(query.day, query.window)
  const rankBefore =
    start === undefined
      ? sql`null`
      : sql`(
          select ${rank(query, start, sql`before.points`)} from ${standingTable} as before
          where ${on(query, start)} and before.points > 0 and before.subject_id = shown.subject_id
        )`
  return sql`select shown.subject_id, shown.points, shown.rank, ${rankBefore} as rank_before from (${shown}) as shown`
}

function on(query: BoardQuery, start: string): SQL {
  return sql`${boardOf(query)} and starts_on = (select ${start}::date)`
}

/** Ties share a rank: it is one more than there are with more points. The index answers it without visiting the table. */
function rank(query: BoardQuery, start: string, points: SQL): SQL {
  return sql`1 + (
    select count(*)::int from ${standingTable} as above where ${on(query, start)} and above.points > 0 and above.points > ${points}
  )`
}
