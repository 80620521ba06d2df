import { writeSorted } from '../../domain/packs/sorted-answers.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { Draft, OwnId } from '../../ports/desk/studio.ts'
import type { Deps } from '../deps.ts'
import type { RubricText } from './try-draft.ts'

/** A question of a pack in the studio's format. Returns undefined if the workspace has no such question. */
export async function openDraft(
  { store }: Pick<Deps, 'store'>,
  { workspace }: Visit,
  { pack: name, id }: OwnId,
  text: RubricText,
): Promise<Draft | undefined> {
  const pack = await store.packs.find(workspace.id, name)
  const questions = pack ? await store.packs.questions(pack) : []
  const found = questions.find(({ question }) => question.id === id)
  if (!found) return undefined
  const { prompt, answer, topic, hint, explanation, difficulty, sources, rubric, examples } = found.question
  return {
    ...{ prompt, answer, topic, hint, explanation, difficulty, id },
    pack: name,
    rubric: text.write(rubric, found.synonyms),
    answers: writeSorted(examples.map((one) => ({ text: one.answer, label: one.verdict }))),
    sources: sources.join('\n'),
    seen: found.version,
    origin: '',
  }
}
