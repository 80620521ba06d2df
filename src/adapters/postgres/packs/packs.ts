import { ownQuestionId, type PackChoice } from '../../../domain/packs/own-questions.ts'
import type { Packs } from '../../../ports/store/packs.ts'
import { packQuestionTable, packTable } from '../schema/packs.ts'
import { questionTable } from '../schema/questions.ts'
import { workspaceTable } from '../schema/workspaces.ts'
import { and, asc, eq, inArray, isNotNull, isNull, type NodePgDatabase, sql } from '../sql/drizzle.ts'
import { requireRow } from '../sql/require-row.ts'
import type { Session } from '../sql/session.ts'
import { packBytes } from './pack-bytes.ts'
import { isFrom, isItsVersion, type PackKey, stored } from './pack-questions.ts'
import { putQuestions } from './put-questions.ts'

const count = (which: 'is null' | 'is not null') =>
  sql<number>`(select count(*)::int from ${packQuestionTable} as own
    where own.workspace_id = ${packTable}.workspace_id and own.pack_id = ${packTable}.id and own.retired_at ${sql.raw(which)})`

const packColumns = {
  id: packTable.id,
  workspaceId: packTable.workspaceId,
  name: packTable.name,
  language: packTable.language,
  forgivesSpelling: packTable.forgivesSpelling,
  synonyms: packTable.synonyms,
  titles: packTable.titles,
  questions: count('is null'),
  retired: count('is not null'),
}

export function packs({ db, atomically }: Session): Packs {
  const select = () => db.select(packColumns).from(packTable)
  /** Locks the workspace, so that only one transaction at a time counts its packs and questions. */
  const lockWorkspace = (workspaceId: number) =>
    db
      .select({ id: workspaceTable.id })
      .from(workspaceTable)
      .where(eq(workspaceTable.id, workspaceId))
      .for('no key update')

  return {
    async list(workspaceId, lock) {
      if (lock) await lockWorkspace(workspaceId)
      return select().where(eq(packTable.workspaceId, workspaceId)).orderBy(asc(packTable.name))
    },

    async find(workspaceId, name) {
      const [pack] = await select().where(and(eq(packTable.workspaceId, workspaceId), eq(packTable.name, name)))
      return pack
    },

    async save(workspaceId, name, details) {
      await lockWorkspace(workspaceId)
      await db
        .insert(packTable)
        .values({ workspaceId, name, ...details })
        .onConflictDoUpdate({ target: [packTable.workspaceId, packTable.name], set: details })
      const saved = await select().where(and(eq(packTable.workspaceId, workspaceId), eq(packTable.name, name)))
      return requireRow(saved, 'pack of workspace', workspaceId)
    },

    put: (pack, questions, rest) => atomically((part) => putQuestions(part, pack, questions, rest)),

    retire: (pack, ids, retired) => retire(db, pack, ids, retired),

    async questions(pack) {
      return (await stored(db, pack)).map(
        ({ body: { language: _, sorted: __, ...body }, version, examples, synonyms, retiredAt }) => ({
          question: { ...body, examples },
          version,
          synonyms,
          retired: retiredAt !== null,
        }),
      )
    },

    async bytes(workspaceId) {
      const { rows } = await db.execute<{ bytes: string }>(sql`select ${packBytes(sql`${workspaceId}`)} as bytes`)
      return Number(rows[0]?.bytes ?? 0)
    },

    current: (workspaceId, choices) => current(db, workspaceId, choices),

    async remove({ id, workspaceId }) {
      await db.delete(packTable).where(and(eq(packTable.workspaceId, workspaceId), eq(packTable.id, id)))
    },
  }
}

async function retire(db: NodePgDatabase, pack: PackKey, ids: readonly string[], retired: boolean): Promise<number> {
  const { rowCount } = await db
    .update(packQuestionTable)
    .set({ retiredAt: retired ? new Date() : null })
    .where(
      and(
        isFrom(pack),
        inArray(
          packQuestionTable.questionId,
          ids.map((id) => ownQuestionId(pack.id, id)),
        ),
        retired ? isNull(packQuestionTable.retiredAt) : isNotNull(packQuestionTable.retiredAt),
      ),
    )
  return rowCount ?? 0
}

async function current(
  db: NodePgDatabase,
  workspaceId: number,
  choices: readonly PackChoice[],
): ReturnType<Packs['current']> {
  const ids = choices.filter((choice) => choice !== 'built-in')
  if (ids.length === 0) return []
  return db
    .select({
      id: questionTable.id,
      version: questionTable.version,
      topic: questionTable.topic,
      difficulty: questionTable.difficulty,
    })
    .from(packQuestionTable)
    .innerJoin(questionTable, isItsVersion)
    .where(
      and(
        eq(packQuestionTable.workspaceId, workspaceId),
        inArray(packQuestionTable.packId, ids),
        isNull(packQuestionTable.retiredAt),
      ),
    )
    .orderBy(asc(questionTable.id))
}
