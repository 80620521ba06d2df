import { ownQuestionId } from '../../domain/packs/own-questions.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { PackView } from '../../ports/desk/studio.ts'
import type { Deps } from '../deps.ts'

const yearMs = 365 * 24 * 60 * 60_000

/** The questions of a pack with their figures, including retired ones. Undefined if the workspace has no such pack. */
export async function viewPack(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { workspace }: Visit,
  name: string,
): Promise<PackView | undefined> {
  const pack = await store.packs.find(workspace.id, name)
  if (!pack) return undefined
  const [questions, counted] = await Promise.all([
    store.packs.questions(pack),
    store.overview.questions(workspace.id, new Date(clock.now().getTime() - yearMs)),
  ])
  const figures = new Map(counted.map((one) => [one.id, one]))
  const listed = questions.map(({ question: { id, prompt, topic }, version, retired }) => {
    const { asked = 0, answered = 0, correct = 0 } = figures.get(ownQuestionId(pack.id, id)) ?? {}
    return { id, prompt, topic, version, retired, asked, answered, correct }
  })
  return { pack, questions: listed.toSorted((one, other) => Number(one.retired) - Number(other.retired)) }
}
