import type { Verdict } from '../../../domain/rubric/rubric.ts'
import type { NearMiss, Rulings } from '../../../ports/store/rulings.ts'
import { answersOf, letters } from '../rounds/round-results.ts'
import { answerTable } from '../schema/answers.ts'
import { rulingTable } from '../schema/desk.ts'
import { disputeTable } from '../schema/disputes.ts'
import { gradeTable } from '../schema/grades.ts'
import { roundResultTable, roundTable } from '../schema/rounds.ts'
import { sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'

/** Identical answers can have many disputes. */
const reasonsShown = 5

/** The newest reasons of the disputes in a group of rows. */
export const newestReasons = sql`(
    array_agg(dispute.reason order by dispute.id desc) filter (where dispute.reason is not null)
  )[1:${sql.raw(String(reasonsShown))}]`

type Page = Parameters<Rulings['nearMisses']>[1]

export async function nearMisses({ run }: Session, workspaceId: number, page: Page): ReturnType<Rulings['nearMisses']> {
  const rows = await run<MissRow & { in_all: string }>(misses, { workspaceId, ...page })
  return {
    misses: rows.map(({ in_all: _, ...row }) => missFrom(row)),
    more: Math.max(0, Number(rows[0]?.in_all ?? 0) - rows.length),
  }
}

export type MissRow = {
  id: string
  players: number[]
  question_id: string
  question_version: string
  text: string
  disputes: number
  reasons: string[] | null
  score: number
  verdict: Verdict
}

export function missFrom({ id, question_id, question_version, score, verdict, reasons, ...row }: MissRow): NearMiss {
  return {
    ...row,
    reasons: reasons ?? [],
    ...{ answerId: Number(id), questionId: question_id, questionVersion: question_version, grade: { score, verdict } },
  }
}

/**
 * Includes disputes of any age, but only recent wrong answers. Rounds with stored results contain their wordings. For
 * other rounds Postgres groups the answers, because reading ten thousand texts would take the web process a second.
 */
const misses = statement(sql`
  with asked as materialized (
    select round.id, round.question_id, round.question_version, result.wordings
    from ${roundTable} as round left join ${roundResultTable} as result on result.round_id = round.id
    where round.workspace_id = ${sql.placeholder('workspaceId')} and round.created_at >= ${sql.placeholder('since')}
  ), settled as materialized (
    select ruling.question_id, ruling.question_version, ${letters(sql`answer.text`)} as letters
    from ${rulingTable} as ruling join ${answerTable} as answer on answer.id = ruling.answer_id
    where ruling.workspace_id = ${sql.placeholder('workspaceId')}
  ), disputed as (
    select round.question_id, round.question_version, true as disputed, max(answer.id) as id,
      to_jsonb(array_agg(distinct answer.player_id)) as players, count(*)::int as answers,
      ${newestReasons} as reasons
    from ${disputeTable} as dispute
    join ${answerTable} as answer on answer.id = dispute.answer_id and answer.text <> ''
    join ${roundTable} as round on round.id = answer.round_id
    where dispute.workspace_id = ${sql.placeholder('workspaceId')} and dispute.state = 'open'
    group by round.question_id, round.question_version, ${letters(sql`answer.text`)}
  ), stored as (
    select question_id, question_version, false as disputed, (wording->>0)::bigint as id, wording - 0 as players, 0 as answers,
      null::text[] as reasons
    from asked, jsonb_array_elements(wordings) as wording
  ), miss as materialized (
    select answer.id, answer.player_id, asked.question_id, asked.question_version, ${letters(sql`answer.text`)} as letters
    from asked
    cross join lateral ${answersOf(sql`asked.id`)}
    join lateral (
      select verdict from ${gradeTable} where answer_id = answer.id order by id desc limit 1
    ) as grade on true
    where asked.wordings is null and answer.text <> '' and grade.verdict <> 'correct'
    order by answer.id desc
    limit ${sql.placeholder('answers')}
  ), fresh as (
    select question_id, question_version, false as disputed, max(id) as id, to_jsonb(array_agg(distinct player_id)) as players,
      0 as answers, null::text[] as reasons
    from miss group by question_id, question_version, letters
  ), waiting as (
    select wording.*, answer.text, count(*) over () as in_all
    from (select * from disputed union all select * from stored union all select * from fresh) as wording
    join ${answerTable} as answer on answer.id = wording.id and answer.text <> ''
    where disputed or not exists (
      select from settled
      where settled.question_id = wording.question_id and settled.question_version = wording.question_version
        and settled.letters = ${letters(sql`answer.text`)}
    )
    order by disputed desc, jsonb_array_length(players) desc, wording.id desc
    limit ${sql.placeholder('limit')}
  )
  select waiting.id, players, question_id, question_version, text, in_all, answers as disputes, reasons, grade.score, grade.verdict
  from waiting
  join lateral (
    select score, verdict from ${gradeTable} where answer_id = waiting.id order by id desc limit 1
  ) as grade on true
  order by disputed desc, jsonb_array_length(players) desc, waiting.id desc`)
