import type { Pack } from '../../../ports/store/packs.ts'
import { packQuestionTable } from '../schema/packs.ts'
import { questionTable } from '../schema/questions.ts'
import { and, asc, eq, type NodePgDatabase } from '../sql/drizzle.ts'

export type PackKey = Pick<Pack, 'id' | 'workspaceId'>

export const isFrom = ({ id, workspaceId }: PackKey) =>
  and(eq(packQuestionTable.workspaceId, workspaceId), eq(packQuestionTable.packId, id))

/** The version of a question that its pack currently uses. */
export const isItsVersion = and(
  eq(questionTable.id, packQuestionTable.questionId),
  eq(questionTable.version, packQuestionTable.questionVersion),
  eq(questionTable.owner, packQuestionTable.workspaceId),
)

export function stored(db: NodePgDatabase, pack: PackKey) {
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
    .where(isFrom(pack))
    .orderBy(asc(packQuestionTable.questionId))
}
