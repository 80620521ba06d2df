import type { Played, WeekFigures } from '../../../domain/week-figures.ts'
import type { Weeks } from '../../../ports/store/weeks.ts'
import { gradeTable } from '../schema/grades.ts'
import { ledgerTable } from '../schema/ledger.ts'
import { roundTable } from '../schema/rounds.ts'
import { and, between, eq, inArray, type SQL, sql } from '../sql/drizzle.ts'
import { liftTimeouts } from '../sql/lift-timeouts.ts'
import type { Session } from '../sql/session.ts'
import {
  daysAfter,
  type Kept,
  longestOf,
  milestonesOf,
  type Newcomers,
  newcomersFrom,
  newcomersOf,
  type Reached,
  reachedBy,
  streaksOf,
  turnoutOf,
} from './week-people.ts'

const recentDays = 28

export function weeks(session: Session): Weeks {
  return {
    figures: (workspaceId, first, last) =>
      session.atomically(async (part) => {
        await liftTimeouts(part)
        const week = answersOf(workspaceId, first, last)
        const played = await playedIn(part, week)
        const asked = await part.db.$count(
          roundTable,
          and(
            eq(roundTable.workspaceId, workspaceId),
            between(roundTable.localDate, first, last),
            inArray(roundTable.state, ['open', 'closed']),
          ),
        )
        const recent = await one<{ count: number }>(part, recentPlayers(workspaceId, last))
        const hardest = await one<Hardest>(part, hardestOf(week))
        const kept = await part.prepared<Kept>(streaksOf(week, last))
        const reached = await part.prepared<Reached>(reachedBy(workspaceId, first, last))
        const newcomers = await one<Newcomers>(part, newcomersOf(week))
        const turnout = await one<Turnout>(part, turnoutOf(workspaceId, week))
        return {
          asked,
          ...played,
          recent: recent?.count ?? 0,
          ...(hardest && {
            hardest: {
              questionId: hardest.question_id,
              questionVersion: hardest.question_version,
              players: hardest.players,
              correct: hardest.correct,
            },
          }),
          streaks: longestOf(last, kept),
          milestones: milestonesOf(reached),
          newcomers: newcomersFrom(newcomers),
          ...(turnout && { turnout }),
        }
      }),

    played: (workspaceId, first, last) =>
      session.atomically(async (part) => {
        await liftTimeouts(part)
        return playedIn(part, answersOf(workspaceId, first, last))
      }),
  }
}

async function playedIn(part: Session, days: SQL): Promise<Played> {
  const played = await one<Played>(
    part,
    sql`select count(*)::int as answers, count(distinct player_id)::int as players,
      count(distinct question_id)::int as questions from (${days}) as days`,
  )
  return played ?? { answers: 0, players: 0, questions: 0 }
}

type Turnout = NonNullable<WeekFigures['turnout']>
type Hardest = { question_id: string; question_version: string; players: number; correct: number }

/**
 * The ledger has an entry for every grade, even one without points, on the day of the answer. The newest grade counts.
 */
function answersOf(workspaceId: number, first: string, last: string): SQL {
  return sql`
    select distinct on (grade.answer_id) grade.answer_id, grade.verdict, entry.player_id, round.question_id,
      round.question_version, sum(entry.points) over (partition by grade.answer_id) as points
    from ${ledgerTable} as entry
    join ${gradeTable} as grade on grade.id = entry.grade_id
    join ${roundTable} as round on round.id = entry.round_id
    where entry.workspace_id = ${workspaceId} and entry.day between ${first} and ${last}
    order by grade.answer_id, grade.id desc`
}

/** Players of the last four weeks. Players who have been away for longer don't reduce a turnout. */
function recentPlayers(workspaceId: number, last: string): SQL {
  return sql`
    select count(distinct player_id)::int as count from ${ledgerTable}
    where workspace_id = ${workspaceId} and day between ${daysAfter(last, 1 - recentDays)} and ${last}`
}

/** If two questions are equally hard, the one that more people tried is selected. */
function hardestOf(week: SQL): SQL {
  return sql`
    select question_id, max(question_version) as question_version, count(*)::int as players, sum(got)::int as correct
    from (
      select question_id, max(question_version) as question_version, max((verdict = 'correct')::int) as got
      from (${week}) as week group by question_id, player_id
    ) as tried
    group by question_id having avg(got) < 1
    order by avg(got), count(*) desc, question_id limit 1`
}

async function one<Row extends Record<string, unknown>>(session: Session, statement: SQL): Promise<Row | undefined> {
  const [row] = await session.prepared<Row>(statement)
  return row
}
