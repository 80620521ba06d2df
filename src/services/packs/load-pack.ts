import { QuizError } from '../../domain/errors.ts'
import { mostOwnQuestions, mostPacks, readPackName } from '../../domain/packs/own-questions.ts'
import type { OwnQuestion, Pack, PackChanges, PackDetails } from '../../ports/store/packs.ts'
import type { Tables } from '../../ports/store/store.ts'
import type { Deps } from '../deps.ts'
import { checkBytes } from './check-bytes.ts'

/**
 * Replaces the questions of a workspace's pack, all or nothing; missing ones are retired. Throws `pack-name-bad`,
 * `packs-full`, `questions-full` and `packs-large`.
 */
export async function loadPack(
  deps: Pick<Deps, 'store'>,
  wanted: { workspaceId: number; name: string; details: PackDetails; questions: readonly OwnQuestion[] },
): Promise<PackChanges & { pack: Pack }> {
  const { workspaceId } = wanted
  const name = readPackName(wanted.name)
  if (name === undefined) throw new QuizError('pack-name-bad', { typed: wanted.name })
  return deps.store.transaction(async (tables) => {
    const pack = await tables.packs.save(workspaceId, name, wanted.details)
    const changes = await tables.packs.put(pack, wanted.questions, 'retire')
    await checkRoom(tables, workspaceId)
    await checkBytes(tables, workspaceId)
    return { ...changes, pack: (await tables.packs.find(workspaceId, name)) ?? pack }
  })
}

/** Call it in the transaction that added something, so that the addition is rolled back. */
export async function checkRoom(tables: Pick<Tables, 'packs'>, workspaceId: number): Promise<void> {
  const packs = await tables.packs.list(workspaceId)
  if (packs.length > mostPacks) throw new QuizError('packs-full', { most: mostPacks })
  const questions = packs.reduce((sum, pack) => sum + pack.questions, 0)
  if (questions > mostOwnQuestions) {
    throw new QuizError('questions-full', { most: mostOwnQuestions, would: questions })
  }
}
