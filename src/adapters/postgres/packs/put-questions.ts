import { isDeepStrictEqual } from 'node:util'
import { denialsSet, isEnglish } from '../../../domain/packs/compile-as-pack.ts'
import { ownQuestionId, shortId } from '../../../domain/packs/own-questions.ts'
import type { Question } from '../../../domain/question.ts'
import type { OwnQuestion, PackChanges } from '../../../ports/store/packs.ts'
import { jsonText } from '../schema/columns.ts'
import { packQuestionTable, packTable } from '../schema/packs.ts'
import { questionTable } from '../schema/questions.ts'
import { and, eq, inArray, type NodePgDatabase, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { type PackKey, stored } from './pack-questions.ts'

/** The most rows in one statement, because Postgres allows 65,535 parameters. */
const chunk = 500

export async function putQuestions(
  { db }: Session,
  pack: PackKey,
  questions: readonly OwnQuestion[],
  rest: 'keep' | 'retire' | 'stay',
): Promise<PackChanges> {
  const [details] = await db.select().from(packTable).where(eq(packTable.id, pack.id)).for('no key update')
  const exactSpelling = details?.forgivesSpelling === false
  const reading = details && !isEnglish(details.language) ? details : undefined
  const language = reading ? { language: reading.language } : {}
  const denials = reading?.synonyms[denialsSet]
  const before = new Map((await stored(db, pack)).map((row) => [shortId(row.id), row]))
  const rows = questions.map(({ question, synonyms: named }) => {
    const synonyms = denials === undefined ? named : { ...named, [denialsSet]: denials }
    const own = { question: { ...question, ...language }, synonyms }
    return changed(pack, own, before.get(question.id), exactSpelling)
  })
  for (let at = 0; at < rows.length; at += chunk) {
    await write(db, pack, rows.slice(at, at + chunk), { exactSpelling, rest })
  }
  const kept = new Set(rows.map(({ id }) => id))
  const over = rest !== 'retire' ? [] : [...before.values()].filter(({ id, retiredAt }) => !kept.has(id) && !retiredAt)
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
    returned: rest === 'stay' ? 0 : rows.filter(({ old }) => old?.retiredAt).length,
    retired: over.length,
  }
}

type Old = Awaited<ReturnType<typeof stored>>[number]

/** Returns the question to store, with the next version number if it differs from the stored one. */
function changed(pack: PackKey, { question, synonyms }: OwnQuestion, old: Old | undefined, exactSpelling: boolean) {
  const { examples, ...body } = question
  // Answers to a draft are compared with its examples, so these are part of the version.
  const sorted = body.rubric.draft ? { sorted: examples } : {}
  const shown = asStored({ body: { ...body, ...sorted, examples: [] }, synonyms, exactSpelling })
  const same =
    old !== undefined &&
    isDeepStrictEqual(
      shown,
      asStored({ body: old.body, synonyms: old.synonyms, exactSpelling: old.exactSpelling ?? false }),
    )
  const version = old === undefined ? 'v1' : same ? old.version : `v${Number(old.version.slice(1)) + 1}`
  return { id: ownQuestionId(pack.id, question.id), old, same, version, examples, synonyms, body: shown.body }
}

async function write(
  db: NodePgDatabase,
  pack: PackKey,
  some: readonly ReturnType<typeof changed>[],
  { exactSpelling, rest }: { exactSpelling: boolean; rest: 'keep' | 'retire' | 'stay' },
): Promise<void> {
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
        ...(rest === 'stay' ? {} : { retiredAt: null }),
      },
    })
}

/** Converts a value to the form that the database returns, so that stored content equals itself. */
function asStored<Value extends { body: Question }>(value: Value): Value {
  return JSON.parse(jsonText(value)) as Value
}
