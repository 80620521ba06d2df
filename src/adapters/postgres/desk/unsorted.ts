import type { NearMiss, Rulings } from '../../../ports/store/rulings.ts'
import { letters } from '../rounds/round-results.ts'
import { answerTable } from '../schema/answers.ts'
import { rulingTable } from '../schema/desk.ts'
import { disputeTable } from '../schema/disputes.ts'
import { gradeTable } from '../schema/grades.ts'
import { roundTable } from '../schema/rounds.ts'
import { sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'
import { type MissRow, missFrom, newestReasons } from './near-misses.ts'

type Asked = Parameters<Rulings['unsorted']>

export async function unsorted({ run }: Session, question: Asked[0], page: Asked[1]): Promise<NearMiss[]> {
  return (await run<MissRow>(answers, { ...question, ...page })).map(missFrom)
}

const answers = statement(sql`
  with asked as materialized (
    select id, question_id, question_version from ${roundTable}
    where workspace_id = ${sql.placeholder('workspaceId')} and question_id = ${sql.placeholder('questionId')}
      and question_version = ${sql.placeholder('questionVersion')} and created_at >= ${sql.placeholder('since')}
  ), written as materialized (
    select answer.id, answer.player_id, question_id, question_version, ${letters(sql`answer.text`)} as letters
    from asked join ${answerTable} as answer on answer.round_id = asked.id
    where answer.text <> '' and exists (select from ${gradeTable} where answer_id = answer.id)
    order by answer.id desc limit ${sql.placeholder('answers')}
  ), ruled as (
    select ${letters(sql`answer.text`)} as letters
    from ${rulingTable} as ruling join ${answerTable} as answer on answer.id = ruling.answer_id
    where ruling.workspace_id = ${sql.placeholder('workspaceId')} and ruling.question_id = ${sql.placeholder('questionId')}
      and ruling.question_version = ${sql.placeholder('questionVersion')}
  ), wording as (
    select max(written.id) as id, to_jsonb(array_agg(distinct written.player_id)) as players, question_id, question_version,
      letters, count(dispute.id)::int as disputes, ${newestReasons} as reasons
    from written left join ${disputeTable} as dispute on dispute.answer_id = written.id and dispute.state = 'open'
    group by question_id, question_version, letters
  )
  select wording.id, players, question_id, question_version, answer.text, disputes, reasons, grade.score, grade.verdict
  from wording
  join ${answerTable} as answer on answer.id = wording.id
  join lateral (
    select score, verdict from ${gradeTable} where answer_id = wording.id order by id desc limit 1
  ) as grade on true
  where disputes > 0 or letters not in (select letters from ruled)
  order by disputes desc, jsonb_array_length(players) desc, wording.id desc
  limit ${sql.placeholder('limit')}`)
