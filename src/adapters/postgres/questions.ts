import type { Difficulty } from '../../domain/question.ts'
import type { Questions, QuestionVersion } from '../../ports/store/questions.ts'
import { channelTable } from './schema/channels.ts'
import { questionTable } from './schema/questions.ts'
import { roundTable } from './schema/rounds.ts'
import { workspaceTable } from './schema/workspaces.ts'
import { and, desc, eq, inArray, isNull, or, type SQL, sql } from './sql/drizzle.ts'
import type { Session } from './sql/session.ts'
import { statement } from './sql/statement.ts'

const columns = {
  id: questionTable.id,
  version: questionTable.version,
  question: questionTable.body,
  synonyms: questionTable.synonyms,
  exactSpelling: questionTable.exactSpelling,
}

const isCurrent = eq(questionTable.current, true)

export function questions({ db, run, atomically }: Session): Questions {
  return {
    load: (bank) => atomically((part) => load(part, bank)),

    async current() {
      const [row] = await run<{ questions: [string, string, string, Difficulty][] | null }>(current, {})
      return (row?.questions ?? []).map(([id, version, topic, difficulty]) => ({ id, version, topic, difficulty }))
    },

    async find(id, version, workspaceId) {
      const [row] = await db
        .select(columns)
        .from(questionTable)
        .where(and(eq(questionTable.id, id), eq(questionTable.version, version), isOpenTo(workspaceId)))
      return row && versionFrom(row)
    },

    async past(samples) {
      const { id, version, topic, difficulty } = questionTable
      const revealed = sql`
        select ${roundTable.questionId} from ${roundTable}
        join ${workspaceTable} on ${workspaceTable.id} = ${roundTable.workspaceId}
        where ${roundTable.revealedAt} is not null and ${workspaceTable.platform} <> 'playground'`
      return db
        .select({ id, version, topic, difficulty, prompt: sql<string>`${questionTable.body}->>'prompt'` })
        .from(questionTable)
        .where(and(isCurrent, or(inArray(id, [...samples]), sql`${id} in (${revealed})`)))
        .orderBy(topic, id)
    },

    async secretSomewhere() {
      const { rows } = await db.execute<{ id: string }>(sql`
        with real as (select id from ${workspaceTable} where platform <> 'playground')
        select question_id as id from ${roundTable}
        where state <> 'failed' and revealed_at is null and workspace_id in (select id from real)
        union
        select jsonb_array_elements_text(settings->'pinned') from ${channelTable}
        where settings->'pinned' <> '[]' and workspace_id in (select id from real)`)
      return rows.map(({ id }) => id)
    },

    async newest(id) {
      const [row] = await db
        .select(columns)
        .from(questionTable)
        .where(eq(questionTable.id, id))
        .orderBy(desc(questionTable.current), desc(questionTable.currentSince))
        .limit(1)
      return row && versionFrom(row)
    },
  }
}

/** Selects one document, because hundreds of rows take longer to read. */
const current = statement(sql`
  select json_agg(json_build_array(question.id, question.version, question.topic, question.difficulty) order by question.id) as questions
  from ${questionTable} as question where question.current`)

function isOpenTo(workspaceId: number | undefined): SQL | undefined {
  const { owner } = questionTable
  return workspaceId === undefined ? isNull(owner) : or(isNull(owner), eq(owner, workspaceId))
}

function versionFrom({
  exactSpelling,
  ...row
}: Omit<QuestionVersion, 'exactSpelling'> & { exactSpelling: boolean | null }): QuestionVersion {
  return { ...row, ...(exactSpelling ? { exactSpelling } : {}) }
}

async function load({ db }: Session, bank: QuestionVersion[]): ReturnType<Questions['load']> {
  // If two releases run concurrently, the second waits and finds the bank loaded.
  await db.execute(sql`lock table ${questionTable} in share row exclusive mode`)
  const before = await db
    .select({ id: questionTable.id, version: questionTable.version })
    .from(questionTable)
    .where(isCurrent)
  const versionBefore = new Map(before.map(({ id, version }) => [id, version]))
  const versionNow = new Map(bank.map(({ id, version }) => [id, version]))
  const added = bank.filter(({ id }) => !versionBefore.has(id))
  const changed = bank.filter(({ id, version }) => versionBefore.has(id) && versionBefore.get(id) !== version)
  const retired = before.filter(({ id }) => !versionNow.has(id))

  const over = [...changed, ...retired].map(({ id }) => id)
  if (over.length > 0) {
    await db
      .update(questionTable)
      .set({ current: false })
      .where(and(isCurrent, inArray(questionTable.id, over)))
  }
  const fresh = [...added, ...changed]
  if (fresh.length > 0) {
    await db
      .insert(questionTable)
      .values(
        fresh.map(({ id, version, question, synonyms }) => ({
          id,
          version,
          current: true,
          topic: question.topic,
          difficulty: question.difficulty,
          body: question,
          synonyms,
        })),
      )
      // A rollback of the app makes an earlier version current again.
      .onConflictDoUpdate({
        target: [questionTable.id, questionTable.version],
        set: { current: true, currentSince: sql`now()` },
      })
  }
  return { added: added.length, changed: changed.length, retired: retired.length }
}
