import { isDeepStrictEqual } from 'node:util'
import { denialsSet, isEnglish } from '../../../domain/packs/compile-as-pack.ts'
import { ownQuestionId, shortId } from '../../../domain/packs/own-questions.ts'
import type { Question } from '../../../domain/question.ts'
import type { OwnQuestion, Pack, PackChanges, Packs } from '../../../ports/store/packs.ts'
import { jsonText } from '../schema/columns.ts'
import { packQuestionTable, packTable } from '../schema/packs.ts'
import { questionTable } from '../schema/questions.ts'
import { workspaceTable } from '../schema/workspaces.ts'
import { and, asc, eq, inArray, isNotNull, isNull, sql } from '../sql/drizzle.ts'
import { only } from '../sql/only.ts'
import type { Session } from '../sql/session.ts'

type PackKey = Pick<Pack, 'id' | 'workspaceId'>

/** Rows per statement: Postgres allows 65,535 values at most. */
const chunk = 500

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
  /** Only one transaction at a time may count the packs and questions of a workspace. */
  const lockWorkspace = (workspaceId: number) =>
    db
      .select({ id: workspaceTable.id })
      .from(workspaceTable)
      .where(eq(workspaceTable.id, workspaceId))
      .for('no key update')
  const isFrom = ({ id, workspaceId }: PackKey) =>
    and(eq(packQuestionTable.workspaceId, workspaceId), eq(packQuestionTable.packId, id))

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
      return only(saved, 'pack of workspace', workspaceId)
    },

    put: (pack, questions, rest) => atomically((part) => put(part, pack, questions, rest)),

    async retire(pack, ids, retired) {
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
    },

    async questions(pack) {
      return (await stored({ db }, pack)).map(
        ({ body: { language: _, ...body }, version, examples, synonyms, retiredAt }) => ({
          question: { ...body, examples },
          version,
          synonyms,
          retired: retiredAt !== null,
        }),
      )
    },

    async current(workspaceId, choices) {
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
    },

    async remove({ id, workspaceId }) {
      await db.delete(packTable).where(and(eq(packTable.workspaceId, workspaceId), eq(packTable.id, id)))
    },
  }
}

const isItsVersion = and(
  eq(questionTable.id, packQuestionTable.questionId),
  eq(questionTable.version, packQuestionTable.questionVersion),
  eq(questionTable.owner, packQuestionTable.workspaceId),
)

function stored({ db }: Pick<Session, 'db'>, { id, workspaceId }: PackKey) {
  return db
    .select({
      id: packQuestionTable.questionId,
      version: packQuestionTable.questionVersion,
      examples: packQuestionTable.examples,
      retiredAt: packQuestionTable.retiredAt,
      body: questionTable.body,
      synonyms: questionTable.synonyms,
      exactSpelling: questionTable.exactSpelling,
    })
    .from(packQuestionTable)
    .innerJoin(questionTable, isItsVersion)
    .where(and(eq(packQuestionTable.workspaceId, workspaceId), eq(packQuestionTable.packId, id)))
    .orderBy(asc(packQuestionTable.questionId))
}

async function put(
  { db }: Session,
  pack: PackKey,
  questions: readonly OwnQuestion[],
  rest: 'keep' | 'retire',
): Promise<PackChanges> {
  const [details] = await db.select().from(packTable).where(eq(packTable.id, pack.id)).for('no key update')
  const exactSpelling = details?.forgivesSpelling === false
  const reading = details && !isEnglish(details.language) ? details : undefined
  const language = reading ? { language: reading.language } : {}
  const denials = reading?.synonyms[denialsSet]
  const before = new Map((await stored({ db }, pack)).map((row) => [shortId(row.id), row]))
  const rows = questions.map(({ question, synonyms: named }) => {
    const { examples, ...own } = question
    const body = { ...own, ...language }
    const synonyms = denials === undefined ? named : { ...named, [denialsSet]: denials }
    const old = before.get(question.id)
    const shown = asStored({ body: { ...body, examples: [] }, synonyms, exactSpelling })
    const same =
      old !== undefined &&
      isDeepStrictEqual(
        shown,
        asStored({ body: old.body, synonyms: old.synonyms, exactSpelling: old.exactSpelling ?? false }),
      )
    const version = old === undefined ? 'v1' : same ? old.version : `v${Number(old.version.slice(1)) + 1}`
    return { id: ownQuestionId(pack.id, question.id), old, same, version, examples, synonyms, body: shown.body }
  })
  for (let at = 0; at < rows.length; at += chunk) {
    const some = rows.slice(at, at + chunk)
    const fresh = some.filter(({ same }) => !same)
    if (fresh.length > 0) {
      await db.insert(questionTable).values(
        fresh.map(({ id, version, body, synonyms }) => ({
          id,
          version,
          current: false,
          topic: body.topic,
          difficulty: body.difficulty,
          body,
          synonyms,
          owner: pack.workspaceId,
          exactSpelling: exactSpelling || null,
        })),
      )
    }
    await db
      .insert(packQuestionTable)
      .values(
        some.map(({ id, version, examples }) => ({
          workspaceId: pack.workspaceId,
          packId: pack.id,
          questionId: id,
          questionVersion: version,
          examples,
        })),
      )
      .onConflictDoUpdate({
        target: packQuestionTable.questionId,
        set: {
          questionVersion: sql`excluded.question_version`,
          examples: sql`excluded.examples`,
          retiredAt: null,
        },
      })
  }
  const kept = new Set(rows.map(({ id }) => id))
  const over = rest === 'keep' ? [] : [...before.values()].filter(({ id, retiredAt }) => !kept.has(id) && !retiredAt)
  if (over.length > 0) {
    await db
      .update(packQuestionTable)
      .set({ retiredAt: new Date() })
      .where(
        and(
          eq(packQuestionTable.workspaceId, pack.workspaceId),
          inArray(
            packQuestionTable.questionId,
            over.map(({ id }) => id),
          ),
        ),
      )
  }
  return {
    added: rows.filter(({ old }) => old === undefined).length,
    changed: rows.filter(({ old, same }) => old !== undefined && !same).length,
    returned: rows.filter(({ old }) => old?.retiredAt).length,
    retired: over.length,
  }
}

/** In the form that the database returns, so that stored content compares as equal to itself. */
function asStored<Value extends { body: Question }>(value: Value): Value {
  return JSON.parse(jsonText(value)) as Value
}
