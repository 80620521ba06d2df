import { writeOrigin } from '../../domain/packs/origin.ts'
import { writeSorted } from '../../domain/packs/sorted-answers.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { DraftView, ImportView } from '../../ports/desk/imports.ts'
import type { Deps } from '../deps.ts'
import type { RubricText } from '../packs/try-draft.ts'

/** An import's report and its remaining drafts; undefined if the workspace has no such import. */
export async function viewImport(
  { store }: Pick<Deps, 'store'>,
  { workspace }: Visit,
  id: number,
): Promise<ImportView | undefined> {
  const [found, drafts] = await Promise.all([
    store.imports.find(workspace.id, id),
    store.imports.drafts(workspace.id, id),
  ])
  return found && { ...found, waiting: new Map(drafts.map((draft) => [draft.question.id, draft.id])) }
}

export async function viewDraft(
  { store }: Pick<Deps, 'store'>,
  { workspace }: Visit,
  id: number,
  write: RubricText['write'],
): Promise<DraftView | undefined> {
  const found = await store.imports.draft(workspace.id, id)
  if (!found) return undefined
  const { question, synonyms, importId } = found
  const { lines, pack } = (await store.imports.find(workspace.id, importId)) ?? { lines: [], pack: '' }
  const own = lines.find((line) => 'id' in line && line.id === question.id)
  const { prompt, answer, topic, hint, explanation, difficulty, sources } = question
  const draft = {
    ...{ prompt, answer, topic, hint, explanation, difficulty },
    ...{ id: '', seen: '', pack },
    sources: sources.join('\n'),
    origin: writeOrigin({ kind: 'draft', id }),
    rubric: write(question.rubric, synonyms),
    answers: writeSorted(question.examples.map((one) => ({ text: one.answer, label: one.verdict }))),
  }
  return { id, importId, look: own && 'look' in own ? own.look : [], draft }
}
