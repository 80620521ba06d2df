import { QuizError } from '../../domain/errors.ts'
import { readOrigin } from '../../domain/packs/origin.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { Work } from '../../ports/desk/studio.ts'
import type { Deps } from '../deps.ts'
import { packReading } from '../packs/pack-reading.ts'
import type { TryDraft } from '../packs/try-draft.ts'

/**
 * Saves the content of the form in the imported draft, so that its author can continue later. Of the answers, only
 * labeled ones are saved. Returns the draft's id. Throws `draft-unreadable`, or `import-gone` if the draft doesn't
 * exist.
 */
export async function keepDraft(
  deps: Pick<Deps, 'store'>,
  { workspace }: Visit,
  work: Work,
  tryDraft: TryDraft,
): Promise<number> {
  const began = readOrigin(work.draft.origin)
  const before = began?.kind === 'draft' ? await deps.store.imports.draft(workspace.id, began.id) : undefined
  if (!before) throw new QuizError('import-gone')
  const reading = await packReading(deps, workspace.id, work.draft.pack)
  const { read } = await tryDraft(workspace.id, { ...work, live: true }, reading)
  if (!read) throw new QuizError('draft-unreadable')
  const question = { ...read.question, id: before.question.id }
  const kept = await deps.store.imports.replace(workspace.id, before.id, { question, synonyms: read.synonyms })
  if (!kept) throw new QuizError('import-gone')
  return before.id
}
