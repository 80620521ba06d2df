import { ownQuestionId } from '../../domain/packs/own-questions.ts'
import type { Synonyms } from '../../domain/rubric/rubric.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { PackView } from '../../ports/desk/studio.ts'
import type { Deps } from '../deps.ts'
import { settingsStamp } from './settings-stamp.ts'
import { listShares } from './share-pack.ts'

const yearMs = 365 * 24 * 60 * 60_000

/**
 * The questions of a pack with their figures, including retired ones. Returns undefined if the workspace has no such
 * pack.
 */
export async function viewPack(
  deps: Pick<Deps, 'store' | 'clock' | 'links'>,
  { workspace }: Visit,
  name: string,
  writeSets: (synonyms: Synonyms) => string,
): Promise<PackView | undefined> {
  const { store, clock } = deps
  const pack = await store.packs.find(workspace.id, name)
  if (!pack) return undefined
  const [questions, counted, shares] = await Promise.all([
    store.packs.questions(pack),
    store.overview.questions(workspace.id, new Date(clock.now().getTime() - yearMs)),
    listShares(deps, pack),
  ])
  const figures = new Map(counted.map((one) => [one.id, one]))
  const listed = questions.map(({ question: { id, prompt, topic }, version, retired }) => {
    const { asked = 0, answered = 0, correct = 0 } = figures.get(ownQuestionId(pack.id, id)) ?? {}
    return { id, prompt, topic, version, retired, asked, answered, correct }
  })
  const { language, forgivesSpelling, synonyms } = pack
  const form = { language, exactSpelling: !forgivesSpelling, sets: writeSets(synonyms), seen: settingsStamp(pack) }
  return { pack, questions: listed.toSorted((one, other) => Number(one.retired) - Number(other.retired)), shares, form }
}
