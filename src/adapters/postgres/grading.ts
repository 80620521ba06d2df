import type { Grading } from '../../ports/store/grading.ts'
import { answerColumns, answerFrom } from './answers.ts'
import { awardTeam, entryGiven, ledgerAndStandings } from './boards/award.ts'
import { boardsInUse } from './boards/boards-lock.ts'
import { roundColumns, roundFrom } from './rounds.ts'
import { answerTable } from './schema/answers.ts'
import { gradeTable } from './schema/grades.ts'
import { hintTable } from './schema/hints.ts'
import { playerTable } from './schema/players.ts'
import { roundTable } from './schema/rounds.ts'
import { workspaceTable } from './schema/workspaces.ts'
import { sql } from './sql/drizzle.ts'
import type { Session } from './sql/session.ts'
import { statement } from './sql/statement.ts'

/** Days further back than any freeze can bridge need not be looked at. */
const looksBack = 20

export function grading(session: Session): Grading {
  return {
    async sheet(answerId) {
      const rows = await session.run<SheetRow>(sheet, { answerId })
      const [first] = rows
      if (!first) return undefined
      return {
        round: roundFrom(first),
        attempts: rows.map((row) => ({ answer: answerFrom(row), ...(row.score !== null && { score: row.score }) })),
        hint: first.hint,
        zone: first.zone,
        streak: first.streak,
        scheduled: first.scheduled,
      }
    },

    async save({ answer, grade, entry, streak }) {
      const { points, misconceptions, readings, ...verdict } = grade
      const given = {
        ...{ ...entryGiven(entry), ...verdict, findings: { points, misconceptions, readings } },
        ...{ answerId: answer.id, text: answer.text },
        ...(streak && { streakBefore: streak.before, streakAfter: streak.after }),
      }
      const made = streak ? savedWithStreak : saved
      // One statement is a transaction by itself; the best three of a team take another.
      if (entry.teamId === undefined) return (await session.run(made, given)).length > 0
      return session.atomically(async (part) => {
        const [done] = await part.run(made, given)
        if (done) await awardTeam(part, entry)
        return done !== undefined
      })
    },
  }
}

type SheetRow = Pick<typeof playerTable.$inferSelect, 'streak'> & {
  score: number | null
  hint: boolean
  zone: string
  scheduled: string[]
}

const sheet = statement(sql`
  select ${answerColumns}, ${roundColumns}, grade.score, player.streak, workspace.zone,
    exists (select from ${hintTable} where round_id = round.id and player_id = player.id) as hint,
    array(
      select other.local_date::text from ${roundTable} as other
      where round.kind = 'scheduled' and other.channel_id = round.channel_id and other.kind = 'scheduled'
        and other.state in ('open', 'closed')
      order by other.local_date desc limit ${sql.raw(`${looksBack}`)}
    ) as scheduled
  from ${answerTable} as asked
  join ${roundTable} as round on round.id = asked.round_id
  join ${workspaceTable} as workspace on workspace.id = round.workspace_id
  join ${playerTable} as player on player.id = asked.player_id
  join ${answerTable} as answer
    on answer.round_id = asked.round_id and answer.player_id = asked.player_id and answer.attempt <= asked.attempt
  left join lateral (
    select score from ${gradeTable} where answer_id = answer.id order by id desc limit 1
  ) as grade on true
  where asked.id = ${sql.placeholder('answerId')}
  order by answer.attempt`)

const text = sql.param(sql.placeholder('text'), answerTable.text)
const waits = sql`answer.id = ${sql.placeholder('answerId')} and answer.state = 'received' and answer.text = ${text}`

const streakBefore = sql`${sql.param(sql.placeholder('streakBefore'), playerTable.streak)}::jsonb`
const streakAfter = sql`${sql.param(sql.placeholder('streakAfter'), playerTable.streak)}::jsonb`

/** Nothing happens without a row of `waiting`. It locks in the order in which whoever is forgotten is erased: the answer, then the player. */
const gradeSaved = sql`
  marked as (
    update ${answerTable} as answer set state = 'graded', graded_at = ${sql.placeholder('gradedAt')}
    from waiting where answer.id = waiting.id
    returning answer.id
  ), turn as materialized (
    select marked.id, ${boardsInUse(sql`${sql.placeholder('workspaceId')}::bigint`)} from marked
  ), grade as (
    insert into ${gradeTable} (answer_id, question_version, score, verdict, findings, cause, earned, graded_at)
    select turn.id, ${sql.placeholder('questionVersion')}, ${sql.placeholder('score')}, ${sql.placeholder('verdict')},
      ${sql.param(sql.placeholder('findings'), gradeTable.findings)}::jsonb, ${sql.placeholder('cause')},
      ${sql.placeholder('points')}, ${sql.placeholder('gradedAt')}
    from turn
    returning id
  ), ${ledgerAndStandings}`

const saved = statement(sql`
  with waiting as materialized (select answer.id from ${answerTable} as answer where ${waits} for no key update),
  ${gradeSaved}
  select from added`)

const savedWithStreak = statement(sql`
  with waiting as materialized (
    select answer.id, player.id as player_id
    from ${answerTable} as answer join ${playerTable} as player on player.id = answer.player_id
    where ${waits} and player.streak = ${streakBefore}
    for no key update of answer, player
  ), ${gradeSaved}, kept as (
    update ${playerTable} as player set streak = ${streakAfter} from waiting where player.id = waiting.player_id
  )
  select from added`)
