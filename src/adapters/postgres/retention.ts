import type { Retained, Retention } from '../../ports/store/retention.ts'
import { standingsEnd } from './boards/rollups.ts'
import { withoutEvidence } from './forget.ts'
import { dropResults } from './rounds/drop-results.ts'
import { answerTable } from './schema/answers.ts'
import { changeTable } from './schema/desk.ts'
import { disputeTable } from './schema/disputes.ts'
import { gradeTable } from './schema/grades.ts'
import { pauseTable, remindedTable, shareTable } from './schema/habits.ts'
import { importTable, packQuestionTable, packShareTable } from './schema/packs.ts'
import { practiceTable, recallTable } from './schema/practice.ts'
import { questionTable } from './schema/questions.ts'
import { roundTable } from './schema/rounds.ts'
import { standingTable } from './schema/standings.ts'
import { workspaceTable } from './schema/workspaces.ts'
import { type SQL, sql } from './sql/drizzle.ts'
import { liftTimeouts } from './sql/lift-timeouts.ts'
import type { Session } from './sql/session.ts'

type Page = { now: Date; months: number }

export function retention({ db, atomically }: Session): Retention {
  return {
    async due(now, months) {
      const { rows } = await db.execute<Record<Retained, number>>(sql`
        select (select count(*)::int from (${oldAnswers({ now, months })}) as old) as answers,
          (select count(*)::int from ${standingTable} where ${isOldStanding(now)}) as standings,
          (select count(*)::int from ${questionTable} as question where ${isUnneeded}) as questions,
          (select count(*)::int from ${shareTable} where ${isOldShare({ now, months })}) as shares,
          (select count(*)::int from ${recallTable} where ${isOldPress({ now, months })}) as recalls,
          (select count(*)::int from ${remindedTable} where date < ${longAgo(now)}) as reminders,
          (select count(*)::int from ${pauseTable} where last_day < ${longAgo(now)}) as pauses,
          (select count(*)::int from ${changeTable} where ${isOldChange({ now, months })}) as changes,
          (select count(*)::int from ${importTable} where ${isOldImport({ now, months })}) as imports,
          (select count(*)::int from ${packShareTable} where ${isOldLink(now)}) as links,
          (select count(*)::int from (${oldReasons({ now, months })}) as old) as reasons`)
      const [row] = rows
      const none = { answers: 0, standings: 0, questions: 0, shares: 0, recalls: 0, reminders: 0, pauses: 0 }
      return row ?? { ...none, changes: 0, imports: 0, links: 0, reasons: 0 }
    },

    erase: (kind, page) =>
      atomically(async (part) => {
        await liftTimeouts(part)
        // Locks the rounds before the answers, in the same order as grading.
        const roundIds = kind === 'answers' ? await roundsOfOld(part, page) : []
        await dropResults(part, roundIds)
        const { rowCount } = await part.db.execute(statements[kind]({ ...page, roundIds }))
        return rowCount ?? 0
      }),
  }
}

const statements: Record<Retained, (page: Page & { limit: number; roundIds: readonly string[] }) => SQL> = {
  answers: ({ limit, roundIds, ...page }) => sql`
    with old as (${oldAnswers(page)} and answer.round_id = any (${`{${roundIds.join()}}`}::bigint[]) order by answer.id limit ${limit} for no key update of answer), graded as (
      update ${gradeTable} set findings = jsonb_build_object(
        'points', ${withoutEvidence('points')}, 'misconceptions', ${withoutEvidence('misconceptions')}, 'readings', '[]'::jsonb
      ) from old where ${gradeTable.answerId} = old.id
    )
    update ${answerTable} as answer set text = '', words_key = null, event_id = null, path = null, request_id = null
    from old where answer.id = old.id`,
  standings: ({ now, limit }) => sql`
    delete from ${standingTable} where ctid in (
      select ctid from ${standingTable} where ${isOldStanding(now)} limit ${limit}
    )`,
  questions: ({ limit }) => sql`
    delete from ${questionTable} where (id, version) in (
      select id, version from ${questionTable} as question where ${isUnneeded} limit ${limit}
    )`,
  shares: ({ limit, ...page }) => sql`
    delete from ${shareTable} where id in (
      select id from ${shareTable} where ${isOldShare(page)} order by id limit ${limit}
    )`,
  recalls: ({ limit, ...page }) => sql`
    delete from ${recallTable} where (round_id, player_id) in (
      select round_id, player_id from ${recallTable} where ${isOldPress(page)} limit ${limit}
    )`,
  reminders: ({ now, limit }) => sql`
    delete from ${remindedTable} where (player_id, date) in (
      select player_id, date from ${remindedTable} where date < ${longAgo(now)} limit ${limit}
    )`,
  pauses: ({ now, limit }) => sql`
    delete from ${pauseTable} where (player_id, first_day) in (
      select player_id, first_day from ${pauseTable} where last_day < ${longAgo(now)} limit ${limit}
    )`,
  changes: ({ limit, ...page }) => sql`
    delete from ${changeTable} where id in (select id from ${changeTable} where ${isOldChange(page)} order by id limit ${limit})`,
  imports: ({ limit, ...page }) => sql`
    delete from ${importTable} where id in (select id from ${importTable} where ${isOldImport(page)} order by id limit ${limit})`,
  links: ({ now, limit }) => sql`
    delete from ${packShareTable} where id in (select id from ${packShareTable} where ${isOldLink(now)} order by id limit ${limit})`,
  reasons: ({ limit, ...page }) => sql`
    update ${disputeTable} set reason = null where id in (${oldReasons(page)} order by dispute.id limit ${limit} for no key update of dispute)`,
}

async function roundsOfOld({ db }: Session, { limit, ...page }: Page & { limit: number }): Promise<string[]> {
  const { rows } = await db.execute<{ round_id: string }>(sql`
    select distinct round_id from ${answerTable} where id in (${oldAnswers(page)} order by answer.id limit ${limit})`)
  return rows.map((one) => one.round_id)
}

/** An answer that is still waiting for its grade is never deleted. */
function oldAnswers({ now, months }: Page): SQL {
  return sql`
    select answer.id from ${answerTable} as answer
    join ${workspaceTable} as workspace on workspace.id = answer.workspace_id
    where answer.text <> '' and answer.state = 'told'
      and answer.received_at < ${textsEnd({ now, months })}`
}

function oldReasons(page: Page): SQL {
  return sql`
    select dispute.id from ${disputeTable} as dispute
    join ${workspaceTable} as workspace on workspace.id = dispute.workspace_id
    where dispute.reason is not null and dispute.opened_at < ${textsEnd(page)}`
}

/** In a statement with the table `workspace`. */
function textsEnd({ now, months }: Page): SQL {
  return sql`${now.toISOString()}::timestamptz
        - make_interval(months => least(${months}::int, coalesce(workspace.retention_months, ${months}::int)))`
}

/** A streak without an answer since then is over, even if it was paused before. */
function longAgo(now: Date): SQL {
  return sql`(${now.toISOString()}::timestamptz - interval '90 days')::date`
}

function isOldShare(page: Page): SQL {
  return sql`done_at is not null and ${isOldPress(page)}`
}

function isOldPress({ now, months }: Page): SQL {
  return sql`pressed_at < ${now.toISOString()}::timestamptz - make_interval(months => ${months}::int)`
}

function isOldChange({ now, months }: Page): SQL {
  return sql`at < ${now.toISOString()}::timestamptz - make_interval(months => ${months}::int)`
}

function isOldImport({ now, months }: Page): SQL {
  return sql`read_at < ${now.toISOString()}::timestamptz - make_interval(months => ${months}::int)`
}

/** Links work for a week, and the pack's page lists used links for a week. */
function isOldLink(now: Date): SQL {
  return sql`shared_at < ${now.toISOString()}::timestamptz - interval '30 days'`
}

function isOldStanding(now: Date): SQL {
  return sql`board_window <> 'all' and starts_on < ${standingsEnd(sql`${now.toISOString()}::timestamptz`)}`
}

const isUnneeded = sql`not question.current
  and not exists (select from ${roundTable} where question_id = question.id and question_version = question.version)
  and not exists (select from ${practiceTable} where question_id = question.id and question_version = question.version)
  and not exists (select from ${packQuestionTable} where question_id = question.id and question_version = question.version)`
