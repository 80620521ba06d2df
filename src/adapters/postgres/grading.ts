import type { AskedDays } from '../../domain/habit/streak.ts'
import type { Graded, Grading, Sheet } from '../../ports/store/grading.ts'
import { answerColumns, answerFrom } from './answers.ts'
import { awardTeams, boardsOfRows, entryColumns, entryRows, givenRows, ledgerAndStandings } from './boards/award.ts'
import { findingsOf } from './grades.ts'
import { askedDays, playedChannels } from './habits/asked-days.ts'
import { roundColumns, roundFrom } from './rounds/round-row.ts'
import { answerTable } from './schema/answers.ts'
import { rulingTable } from './schema/desk.ts'
import { gradeTable } from './schema/grades.ts'
import { hintTable } from './schema/hints.ts'
import { playerTable } from './schema/players.ts'
import { roundTable } from './schema/rounds.ts'
import { workspaceTable } from './schema/workspaces.ts'
import { sql } from './sql/drizzle.ts'
import type { Session } from './sql/session.ts'
import { statement } from './sql/statement.ts'

export function grading(session: Session): Grading {
  return {
    async sheets(wanted) {
      const rows = await session.run<SheetRow>(sheets, wanted)
      return [...Map.groupBy(rows, (row) => row.asked_id).values()].flatMap(sheetFrom)
    },

    async save(graded) {
      const rows = gradedRows(graded)
      const entries = graded.map(({ entry }) => entry)
      // A single statement is its own transaction, but the best three of teams need a second statement.
      if (entries.every(({ teamId }) => teamId === undefined))
        return idsOf(await session.run<SavedRow>(saved, { rows }))
      return session.atomically(async (part) => {
        const ids = idsOf(await part.run<SavedRow>(saved, { rows }))
        await awardTeams(
          part,
          graded.flatMap(({ answer, entry }) => (ids.has(answer.id) ? [entry] : [])),
        )
        return ids
      })
    },
  }
}

type SavedRow = { id: string }

function idsOf(rows: SavedRow[]): Set<number> {
  return new Set(rows.map(({ id }) => Number(id)))
}

function sheetFrom(rows: SheetRow[]): Sheet[] {
  return rows.slice(0, 1).map((first) => ({
    round: roundFrom(first),
    roundVersion: first.round_version,
    attempts: rows.map((row) => ({ answer: answerFrom(row), ...(row.score !== null && { score: row.score }) })),
    hint: first.hint,
    ruled: first.ruled,
    zone: first.zone,
    streak: first.streak,
    asked: first.asked,
  }))
}

/** The first row of each player contains the expected streak and its replacement. */
function gradedRows(graded: Graded[]): Record<string, unknown>[] {
  const entries = entryRows(graded.map(({ entry }) => entry))
  const ofPlayer = Map.groupBy(graded, ({ answer }) => answer.playerId)
  return graded.map((one, place) => {
    const { questionVersion, gradedAt, score, verdict, cause } = one.grade
    const all = ofPlayer.get(one.answer.playerId) ?? []
    const streaks = all.flatMap(({ streak }) => (streak ? [streak] : []))
    return {
      ...entries[place],
      ...{ score, verdict, cause },
      ...{
        round_version: one.roundVersion,
        answer_id: one.answer.id,
        text: one.answer.text,
        question_version: questionVersion,
        graded_at: gradedAt,
      },
      findings: findingsOf(one.grade),
      ...{ of_player: all.length, has_streak: streaks.length > 0 },
      ...(one === all[0] && { streak_before: streaks[0]?.before, streak_after: streaks.at(-1)?.after }),
    }
  })
}

type SheetRow = Pick<typeof playerTable.$inferSelect, 'streak'> & {
  asked_id: string
  round_version: string
  score: number | null
  hint: boolean
  ruled: boolean
  zone: string
  asked: AskedDays
}

/** A question of an earlier day counts even if it is still open, because this answer belongs to a later day. */
const askedWherePlayed = askedDays(
  sql`select round.channel_id union ${playedChannels}`,
  sql`other.local_date < round.local_date and other.state in ('open', 'closed')`,
)

/**
 * Each value is wrapped in a select, so that Postgres plans the statement once. Planning takes longer than the query.
 */
const sheets = statement(sql`
  with given as materialized (select unnest((select ${sql.placeholder('asked')}::bigint[])) as id),
  chosen as materialized (
    select id from given
    union
    select earlier.id
    from given
    join ${answerTable} as asked on asked.id = given.id
    join ${answerTable} as earlier
      on earlier.round_id = asked.round_id and earlier.player_id = asked.player_id and earlier.attempt < asked.attempt
    union
    (
      select along.id from ${answerTable} as along
      where along.state = 'received' and along.id > (select ${sql.placeholder('after')}::bigint)
        and along.id <> all ((select ${sql.placeholder('apart')}::bigint[])::bigint[])
      order by along.id
      offset (select ${sql.placeholder('behind')}::bigint) limit (select ${sql.placeholder('along')}::bigint)
    )
  )
  select asked.id as asked_id, ${answerColumns}, ${roundColumns}, round.xmin::text as round_version, grade.score, player.streak, workspace.zone,
    exists (select from ${hintTable} where round_id = round.id and player_id = player.id) as hint,
    case when round.kind = 'scheduled' then ${askedWherePlayed} else '{}' end as asked,
    exists (
      select from ${rulingTable} as ruling
      where ruling.workspace_id = round.workspace_id and ruling.question_id = round.question_id
        and ruling.question_version = round.question_version
    ) as ruled
  from chosen
  join ${answerTable} as asked on asked.id = chosen.id
  join ${roundTable} as round on round.id = asked.round_id
  join ${workspaceTable} as workspace on workspace.id = round.workspace_id
  join ${playerTable} as player on player.id = asked.player_id
  join ${answerTable} as answer
    on answer.round_id = asked.round_id and answer.player_id = asked.player_id and answer.attempt <= asked.attempt
  left join lateral (
    select score from ${gradeTable} where answer_id = answer.id order by id desc limit 1
  ) as grade on true
  order by asked.id, answer.attempt`)

/**
 * Changes nothing if `ready` has no rows. To avoid deadlocks, it locks rounds, then players, then answers, each with
 * the lower id first, like decisions about grades and erasing a player.
 */
const saved = statement(sql`
  with given as materialized (
    select * from ${givenRows} as given (
      ${entryColumns}, round_version text, answer_id bigint, text text, question_version text, score float8, verdict text, cause text, findings jsonb,
      graded_at timestamptz, of_player int, has_streak boolean, streak_before jsonb, streak_after jsonb
    )
  ), undecided as materialized (
    select round.id from (select distinct round_id, round_version from given) as seen
    join ${roundTable} as round on round.id = seen.round_id
    where round.xmin::text = seen.round_version
    order by round.id for share of round
  ), unmoved as materialized (
    select player.id from given join ${playerTable} as player on player.id = given.player_id
    where player.streak = given.streak_before and (select count(*) from undecided) >= 0
    order by player.id for no key update of player
  ), waiting as materialized (
    select answer.id from given join ${answerTable} as answer on answer.id = given.answer_id
    where answer.state = 'received' and answer.text = given.text and given.round_id in (select id from undecided)
      and (select count(*) from unmoved) >= 0
    order by answer.id for no key update of answer
  ), ready as materialized (
    select * from (
      select given.*, count(*) over (partition by given.player_id) as waits
      from given join waiting on waiting.id = given.answer_id
    ) as counted
    where waits = of_player and (not has_streak or player_id in (select id from unmoved))
  ), ${boardsOfRows('ready')},
  marked as (
    update ${answerTable} as answer set state = 'graded', graded_at = ready.graded_at
    from ready where answer.id = ready.answer_id
    returning answer.id
  ), grade as (
    insert into ${gradeTable} (answer_id, question_version, score, verdict, findings, cause, earned, graded_at)
    select ready.answer_id, question_version, score, verdict, findings, cause, points, graded_at
    from ready join turn on turn.workspace_id = ready.workspace_id
    order by ready.answer_id
    returning id, answer_id
  ), entry as materialized (
    select ready.*, grade.id as grade_id from grade join ready on ready.answer_id = grade.answer_id
  ), ${ledgerAndStandings}, kept as (
    update ${playerTable} as player set streak = ready.streak_after
    from ready where player.id = ready.player_id and ready.streak_after is not null
  )
  select id from marked`)
