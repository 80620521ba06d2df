import type { Verdict } from '../../../domain/rubric/rubric.ts'
import type { NearMiss, Rulings } from '../../../ports/store/rulings.ts'
import { answerTable } from '../schema/answers.ts'
import { rulingTable } from '../schema/desk.ts'
import { disputeTable } from '../schema/disputes.ts'
import { gradeTable } from '../schema/grades.ts'
import { roundTable } from '../schema/rounds.ts'
import { type SQL, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'

type Page = Parameters<Rulings['nearMisses']>[1]

export async function nearMisses({ run }: Session, workspaceId: number, page: Page): ReturnType<Rulings['nearMisses']> {
  const rows = await run<MissRow>(misses, { workspaceId, ...page })
  return { misses: rows.map(missFrom), more: Math.max(0, Number(rows[0]?.in_all ?? 0) - rows.length) }
}

type MissRow = {
  id: string
  players: number[]
  question_id: string
  question_version: string
  text: string
  disputes: number
  score: number
  verdict: Verdict
  in_all: string
}

function missFrom({ id, question_id, question_version, score, verdict, in_all: _, ...row }: MissRow): NearMiss {
  return {
    ...row,
    ...{ answerId: Number(id), questionId: question_id, questionVersion: question_version, grade: { score, verdict } },
  }
}

const openDispute = sql`exists (select from ${disputeTable} where answer_id = answer.id and state = 'open')`

/** Equal for texts that differ only in case; the caller handles other kinds of equality. */
const letters = (text: SQL) => sql`md5(lower(btrim(${text})))`

/**
 * Disputes are included however old they are; nobody cares about an old wrong answer any more. As much as possible is
 * counted here: reading ten thousand texts would take the web process a second.
 */
const misses = statement(sql`
  with asked as materialized (
    select id, question_id, question_version from ${roundTable}
    where workspace_id = ${sql.placeholder('workspaceId')} and (
      created_at >= ${sql.placeholder('since')} or id in (
        select old.round_id from ${disputeTable} join ${answerTable} as old on old.id = answer_id
        where ${disputeTable}.workspace_id = ${sql.placeholder('workspaceId')} and ${disputeTable}.state = 'open'
      )
    )
  ), settled as materialized (
    select ruling.question_id, ruling.question_version, ${letters(sql`answer.text`)} as letters
    from ${rulingTable} as ruling join ${answerTable} as answer on answer.id = ruling.answer_id
    where ruling.workspace_id = ${sql.placeholder('workspaceId')}
  ), miss as materialized (
    select answer.id, answer.player_id, asked.question_id, asked.question_version,
      ${openDispute} as disputed, ${letters(sql`answer.text`)} as letters
    from asked
    join ${answerTable} as answer on answer.round_id = asked.id and answer.text <> ''
    join lateral (
      select verdict from ${gradeTable} where answer_id = answer.id order by id desc limit 1
    ) as grade on true
    where grade.verdict <> 'correct' or ${openDispute}
    order by disputed desc, answer.id desc
    limit ${sql.placeholder('answers')}
  ), wording as (
    select question_id, question_version, letters, disputed, max(id) as id,
      array_agg(distinct player_id::int) as players, count(*)::int as answers
    from miss group by question_id, question_version, letters, disputed
  ), waiting as (
    select *, count(*) over () as in_all from wording
    where disputed or not exists (
      select from settled
      where settled.question_id = wording.question_id and settled.question_version = wording.question_version
        and settled.letters = wording.letters
    )
    order by disputed desc, cardinality(players) desc, id desc
    limit ${sql.placeholder('limit')}
  )
  select waiting.id, players, question_id, question_version, answer.text, in_all,
    case when disputed then answers else 0 end as disputes, grade.score, grade.verdict
  from waiting
  join ${answerTable} as answer on answer.id = waiting.id
  join lateral (
    select score, verdict from ${gradeTable} where answer_id = waiting.id order by id desc limit 1
  ) as grade on true
  order by disputed desc, cardinality(players) desc, waiting.id desc`)
