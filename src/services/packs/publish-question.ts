import { isDeepStrictEqual } from 'node:util'
import { QuizError } from '../../domain/errors.ts'
import { freeId } from '../../domain/packs/draft-questions.ts'
import { readPackName } from '../../domain/packs/own-questions.ts'
import { needed } from '../../domain/packs/sorted-answers.ts'
import type { Synonyms } from '../../domain/rubric/rubric.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { Draft } from '../../ports/desk/studio.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'
import { checkRoom } from './load-pack.ts'
import { type RubricText, tryDraft } from './try-draft.ts'

const newPack = { language: 'en', forgivesSpelling: true, synonyms: {}, titles: {} }

/**
 * Makes a draft a question of a pack, which is made if it isn't there; its sorted answers become its examples. The same
 * prompt again is a new version of its question. Throws `question-not-ready`.
 */
export async function publishQuestion(
  deps: Pick<Deps, 'store' | 'clock'>,
  visit: Visit,
  draft: Draft,
  text: RubricText,
): Promise<void> {
  const name = readPackName(draft.pack)
  if (name === undefined) throw new QuizError('pack-name-bad', { typed: draft.pack })
  const { ready, read } = tryDraft(text, draft)
  if (!ready || !read) throw new QuizError('question-not-ready', { all: needed.all, each: needed.ofEach })
  const workspaceId = visit.workspace.id
  await deps.store.transaction(async (tables) => {
    const before = await tables.packs.find(workspaceId, name)
    const details = before ?? newPack
    const pack = await tables.packs.save(workspaceId, name, {
      language: details.language,
      forgivesSpelling: details.forgivesSpelling,
      synonyms: together(details.synonyms, read.synonyms),
      titles: details.titles,
    })
    const known = await tables.packs.questions(pack)
    const same = known.find(({ question }) => question.prompt === draft.prompt)
    const taken = new Map(known.map(({ question }) => [question.id, question]))
    const id = same?.question.id ?? freeId({ prompt: draft.prompt }, taken)
    await tables.packs.put(pack, [{ question: { ...read.question, id }, synonyms: read.synonyms }], 'keep')
    await checkRoom(tables, workspaceId)
    await noteChange({ ...deps, store: tables }, visit, 'published', { pack: name, prompt: draft.prompt })
  })
}

/** A name that means something else in the pack would change what its other questions look for. */
function together(before: Synonyms, added: Synonyms): Synonyms {
  for (const [name, patterns] of Object.entries(added)) {
    if (before[name] !== undefined && !isDeepStrictEqual(before[name], patterns)) {
      throw new QuizError('set-taken', { name })
    }
  }
  return { ...before, ...added }
}
