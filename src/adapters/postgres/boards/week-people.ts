import { type AskedDays, milestoneBetween, type Streak, streakOn } from '../../../domain/habit/streak.ts'
import type { WeekFigures } from '../../../domain/week-figures.ts'
import { unansweredDays } from '../habits/asked-days.ts'
import { answerTable } from '../schema/answers.ts'
import { ledgerTable } from '../schema/ledger.ts'
import { playerTable } from '../schema/players.ts'
import { roundTable } from '../schema/rounds.ts'
import { teamTable } from '../schema/teams.ts'
import { type SQL, sql } from '../sql/drizzle.ts'

const newcomersNamed = 5
const shortestStreak = 2
const streaksLookedAt = 20
const streaksNamed = 3
const shortestMilestone = 7

export type Kept = { name: string; streak: Streak; asked: AskedDays }

export function streaksOf(week: SQL, last: string): SQL {
  return sql`
    select player.name, player.streak, ${unansweredDays(sql`now()`, sql`other.local_date <= ${last}::date`)} as asked
    from ${playerTable} as player
    where player.id in (select player_id from (${week}) as week) and (player.streak->>'current')::int >= ${shortestStreak}
    order by (player.streak->>'current')::int desc, player.id limit ${sql.raw(`${streaksLookedAt}`)}`
}

/** Returns the streaks that have not broken since their last answer. */
export function longestOf(last: string, kept: Kept[]): WeekFigures['streaks'] {
  return kept
    .filter(({ streak, asked }) => streakOn(streak, daysAfter(last, 1), asked).current > 0)
    .slice(0, streaksNamed)
    .map(({ name, streak }) => ({ name, days: streak.current }))
}

export type Reached = { name: string; current: number; within: number; later: number }

/** Uses the current streak and the days answered during and after the week. */
export function reachedBy(workspaceId: number, first: string, last: string): SQL {
  return sql`
    select player.name, (player.streak->>'current')::int as current,
      (count(*) filter (where played.day <= ${last}))::int as within, (count(*) filter (where played.day > ${last}))::int as later
    from (
      select distinct entry.player_id, round.local_date as day
      from ${ledgerTable} as entry join ${roundTable} as round on round.id = entry.round_id
      where entry.workspace_id = ${workspaceId} and entry.day >= ${first} and round.kind = 'scheduled'
        and round.local_date >= ${first}
    ) as played
    join ${playerTable} as player on player.id = played.player_id
    where player.name <> '' and (player.streak->>'current')::int >= ${shortestMilestone}
    group by player.id
    order by current desc, player.id`
}

export function milestonesOf(reached: Reached[]): WeekFigures['milestones'] {
  return reached
    .flatMap(({ name, current, within, later }) => {
      const days = milestoneBetween(current - later - within, current - later)
      return days === undefined ? [] : [{ name, days }]
    })
    .toSorted((one, other) => other.days - one.days)
}

export function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 24 * 60 * 60_000).toISOString().slice(0, 10)
}

export type Newcomers = { count: number; names: string[]; best: string | null; points: number | null }

/** Players whose first answer ever was in this week. Forgotten players are left out, because they have no name. */
export function newcomersOf(week: SQL): SQL {
  return sql`
    select count(*)::int as count,
      coalesce((array_agg(name order by first) filter (where name <> ''))[:${sql.raw(`${newcomersNamed}`)}], '{}') as names,
      (array_agg(name order by points desc, first) filter (where name <> ''))[1] as best,
      (array_agg(points order by points desc, first) filter (where name <> ''))[1]::int as points
    from (
      select player.name, earned.points,
        (select min(answer.id) from ${answerTable} as answer where answer.player_id = player.id) as first
      from ${playerTable} as player
      join (select player_id, sum(points) as points from (${week}) as week group by player_id) as earned
        on earned.player_id = player.id
    ) as met
    where first in (select answer_id from (${week}) as week)`
}

export function newcomersFrom(found: Newcomers | undefined): WeekFigures['newcomers'] {
  if (!found) return { count: 0, names: [] }
  const { count, names, best, points } = found
  return { count, names, ...(best !== null && points !== null && points > 0 && { best: { name: best, points } }) }
}

/** Counts the current members. If two teams have the same turnout, the larger one comes first. */
export function turnoutOf(workspaceId: number, week: SQL): SQL {
  return sql`
    select team.name as team, count(*)::int as members, count(week.player_id)::int as played
    from ${teamTable} as team
    join ${playerTable} as player on player.team_id = team.id
    left join (select distinct player_id from (${week}) as week) as week on week.player_id = player.id
    where team.workspace_id = ${workspaceId}
    group by team.id
    having count(*) >= 3 and count(week.player_id) * 2 >= count(*)
    order by count(week.player_id)::float8 / count(*) desc, count(*) desc, team.id limit 1`
}
