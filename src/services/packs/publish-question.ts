import { isDeepStrictEqual } from 'node:util'
import { QuizError } from '../../domain/errors.ts'
import { freeId } from '../../domain/packs/draft-questions.ts'
import { readPackName } from '../../domain/packs/own-questions.ts'
import { needed } from '../../domain/packs/sorted-answers.ts'
import type { Question } from '../../domain/question.ts'
import type { Synonyms } from '../../domain/rubric/rubric.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { Draft, Work } from '../../ports/desk/studio.ts'
import type { StoredQuestion } from '../../ports/store/packs.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'
import { checkRoom } from './load-pack.ts'
import { packReading } from './pack-reading.ts'
import type { ReadDraft, TryDraft } from './try-draft.ts'

const newPack = { language: 'en', forgivesSpelling: true, synonyms: {}, titles: {} }

/**
 * Publishes a draft as a question of a pack, which is created if it doesn't exist; its sorted answers become its
 * examples. A question that was opened from the pack, or the same prompt again, becomes a new version, and is asked
 * again if it was retired. Throws `question-not-ready`, and `question-changed` if the opened question has changed
 * since.
 */
export async function publishQuestion(
  deps: Pick<Deps, 'store' | 'clock'>,
  visit: Visit,
  work: Work,
  tryDraft: TryDraft,
): Promise<void> {
  const workspaceId = visit.workspace.id
  const name = readPackName(work.draft.pack)
  if (name === undefined) throw new QuizError('pack-name-bad', { typed: work.draft.pack })
  const reading = await packReading(deps, workspaceId, name)
  const { ready, read, draft } = await tryDraft(workspaceId, { ...work, live: true }, reading)
  if (!ready || !read) throw new QuizError('question-not-ready', { all: needed.all, each: needed.ofEach })
  await deps.store.transaction(async (tables) => {
    await tables.packs.list(workspaceId, 'lock')
    const before = await tables.packs.find(workspaceId, name)
    const known = before ? await tables.packs.questions(before) : []
    const old = earlier(known, draft)
    const { language, forgivesSpelling, synonyms, titles } = before ?? newPack
    const pack = await tables.packs.save(workspaceId, name, {
      ...{ language, forgivesSpelling, titles },
      synonyms: together(synonyms, read.synonyms, known, old),
    })
    const id = old?.question.id ?? freeId({ prompt: draft.prompt }, new Map(known.map((one) => [one.question.id, one])))
    await tables.packs.put(pack, [{ question: anew(read, old?.question, id), synonyms: read.synonyms }], 'keep')
    await tables.imports.settle(workspaceId, draft.prompt)
    await checkRoom(tables, workspaceId)
    await noteChange({ ...deps, store: tables }, visit, 'published', { pack: name, prompt: draft.prompt })
  })
}

function earlier(known: readonly StoredQuestion[], { id, seen, prompt }: Draft): StoredQuestion | undefined {
  if (id === '') return known.find(({ question }) => question.prompt === prompt)
  const opened = known.find(({ question }) => question.id === id)
  if (opened?.version !== seen) throw new QuizError('question-changed')
  return opened
}

/** What the studio doesn't show stays as it was. */
function anew({ question }: ReadDraft, old: Question | undefined, id: string): Question {
  if (!old) return { ...question, id }
  const { facts, kind, sources, asOf } = old
  return { ...question, facts, kind, sources, asOf, id }
}

/** A name that means something else in the pack would change what its other questions look for. */
function together(
  before: Synonyms,
  added: Synonyms,
  known: readonly StoredQuestion[],
  old: StoredQuestion | undefined,
): Synonyms {
  const isOwn = (name: string) =>
    old?.synonyms[name] !== undefined && known.every((one) => one === old || one.synonyms[name] === undefined)
  for (const [name, patterns] of Object.entries(added)) {
    if (before[name] !== undefined && !isDeepStrictEqual(before[name], patterns) && !isOwn(name)) {
      throw new QuizError('set-taken', { name })
    }
  }
  return { ...before, ...added }
}
