import { type AskedDays, type Streak, streakOn } from '../../../domain/habit/streak.ts'
import type { WeekFigures } from '../../../domain/week-figures.ts'
import type { Weeks } from '../../../ports/store/weeks.ts'
import { askedInVain } from '../habits/asked-days.ts'
import { answerTable } from '../schema/answers.ts'
import { gradeTable } from '../schema/grades.ts'
import { ledgerTable } from '../schema/ledger.ts'
import { playerTable } from '../schema/players.ts'
import { roundTable } from '../schema/rounds.ts'
import { and, between, eq, inArray, type SQL, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { takeTime } from '../sql/take-time.ts'

const newcomersNamed = 5
const shortestStreak = 2
const streaksLookedAt = 20

export function weeks(session: Session): Weeks {
  return {
    figures: (workspaceId, first, last) =>
      session.atomically(async (part) => {
        await takeTime(part)
        const week = answersOf(workspaceId, first, last)
        const turnout = await one<Turnout>(
          part,
          sql`select count(*)::int as answers, count(distinct player_id)::int as players,
            count(distinct question_id)::int as questions from (${week}) as week`,
        )
        const asked = await part.db.$count(
          roundTable,
          and(
            eq(roundTable.workspaceId, workspaceId),
            between(roundTable.localDate, first, last),
            inArray(roundTable.state, ['open', 'closed']),
          ),
        )
        const hardest = await one<Hardest>(part, hardestOf(week))
        const streak = longestOf(last, await part.prepared<Kept>(streaksOf(week, last)))
        const newcomers = await one<WeekFigures['newcomers']>(part, newcomersOf(week))
        return {
          asked,
          ...(turnout ?? { answers: 0, players: 0, questions: 0 }),
          ...(hardest && {
            hardest: {
              questionId: hardest.question_id,
              questionVersion: hardest.question_version,
              players: hardest.players,
              correct: hardest.correct,
            },
          }),
          ...(streak && { streak }),
          newcomers: newcomers ?? { count: 0, names: [] },
        }
      }),
  }
}

type Turnout = Pick<WeekFigures, 'answers' | 'players' | 'questions'>
type Hardest = { question_id: string; question_version: string; players: number; correct: number }

/** The ledger has an entry for every grade, also without points, on the day the answer came: the newest grade holds. */
function answersOf(workspaceId: number, first: string, last: string): SQL {
  return sql`
    select distinct on (grade.answer_id) grade.answer_id, grade.verdict, entry.player_id, round.question_id,
      round.question_version
    from ${ledgerTable} as entry
    join ${gradeTable} as grade on grade.id = entry.grade_id
    join ${roundTable} as round on round.id = entry.round_id
    where entry.workspace_id = ${workspaceId} and entry.day between ${first} and ${last}
    order by grade.answer_id, grade.id desc`
}

/** Where two are as hard, the one that more people tried. */
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

type Kept = { name: string; streak: Streak; asked: AskedDays }

function streaksOf(week: SQL, last: string): SQL {
  return sql`
    select player.name, player.streak, ${askedInVain(sql`now()`, sql`other.local_date <= ${last}::date`)} as asked
    from ${playerTable} as player
    where player.id in (select player_id from (${week}) as week) and (player.streak->>'current')::int >= ${shortestStreak}
    order by (player.streak->>'current')::int desc, player.id limit ${sql.raw(`${streaksLookedAt}`)}`
}

/** The first that has not broken since its last answer. */
function longestOf(last: string, kept: Kept[]): WeekFigures['streak'] {
  const unbroken = kept.find(({ streak, asked }) => streakOn(streak, dayAfter(last), asked).current > 0)
  return unbroken && { name: unbroken.name, days: unbroken.streak.current }
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 24 * 60 * 60_000).toISOString().slice(0, 10)
}

/** Somebody whose first answer ever is one of the week's. Who was forgotten has no name to be welcomed by. */
function newcomersOf(week: SQL): SQL {
  return sql`
    select count(*)::int as count, coalesce((array_agg(name order by first) filter (where name <> ''))[:${sql.raw(`${newcomersNamed}`)}], '{}') as names
    from (
      select player.name, (select min(answer.id) from ${answerTable} as answer where answer.player_id = player.id) as first
      from ${playerTable} as player where player.id in (select player_id from (${week}) as week)
    ) as met
    where first in (select answer_id from (${week}) as week)`
}

async function one<Row extends Record<string, unknown>>(session: Session, statement: SQL): Promise<Row | undefined> {
  const [row] = await session.prepared<Row>(statement)
  return row
}
