import { isDeepStrictEqual } from 'node:util'
import { QuizError } from '../../domain/errors.ts'
import { freeId } from '../../domain/packs/draft-questions.ts'
import { readOrigin } from '../../domain/packs/origin.ts'
import { ownQuestionId, readPackName } from '../../domain/packs/own-questions.ts'
import { differing, needed, type SortedAnswer } from '../../domain/packs/sorted-answers.ts'
import type { Question } from '../../domain/question.ts'
import type { Synonyms, Verdict } from '../../domain/rubric/rubric.ts'
import { usedSets } from '../../domain/rubric/used-sets.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { Draft, Work } from '../../ports/desk/studio.ts'
import type { StoredQuestion } from '../../ports/store/packs.ts'
import type { Tables } from '../../ports/store/store.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'
import { checkBytes } from './check-bytes.ts'
import { checkRoom } from './load-pack.ts'
import { packReading } from './pack-reading.ts'
import type { ReadDraft, TryDraft } from './try-draft.ts'

const newPack = { language: 'en', forgivesSpelling: true, synonyms: {}, titles: {} }

const labels: readonly [Verdict, string][] = [
  ['correct', 'right'],
  ['partial', 'half'],
  ['incorrect', 'wrong'],
]

/** How many more sorted answers of each kind a question needs, such as `1 half`. */
function missing(answers: readonly SortedAnswer[]): string[] {
  return labels.flatMap(([label, word]) => {
    const count = needed.ofEach - differing(answers).filter((one) => one.label === label).length
    return count > 0 ? [`${count} ${word}`] : []
  })
}

/**
 * Publishes a draft as a question of a pack, with its labeled answers as examples. Creates the pack if it doesn't
 * exist. A question opened from the pack, or one with the same prompt, becomes a new version and is active again if it
 * was retired. Throws `question-not-ready`, and `question-changed` if the opened question has changed since.
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
  const { ready, read, draft, answers } = await tryDraft(workspaceId, { ...work, live: true }, reading)
  if (!ready || !read)
    throw new QuizError('question-not-ready', {
      all: needed.all,
      each: needed.ofEach,
      missing: read ? missing(answers) : [],
    })
  const sets = usedSets(read.question.rubric, read.synonyms)
  await deps.store.transaction(async (tables) => {
    await tables.packs.list(workspaceId, 'lock')
    const before = await tables.packs.find(workspaceId, name)
    const known = before ? await tables.packs.questions(before) : []
    const old = earlier(known, draft)
    const { language, forgivesSpelling, synonyms, titles } = before ?? newPack
    const pack = await tables.packs.save(workspaceId, name, {
      ...{ language, forgivesSpelling, titles },
      synonyms: together(synonyms, sets, known, old),
    })
    const id = old?.question.id ?? (await newId(tables, workspaceId, draft, known))
    await tables.packs.put(pack, [{ question: withNewText(read, old?.question, id), synonyms: sets }], 'keep')
    await tables.imports.settle(workspaceId, draft.prompt)
    await settleOrigin(tables, workspaceId, draft, ownQuestionId(pack.id, id))
    await checkRoom(tables, workspaceId)
    await checkBytes(tables, workspaceId)
    await noteChange({ ...deps, store: tables }, visit, 'published', { pack: name, prompt: draft.prompt })
  })
}

/**
 * Deletes the imported draft from which the question was made, or links the suggestion, so that its author is credited
 * when the question is asked.
 */
async function settleOrigin(
  { imports, suggestions }: Pick<Tables, 'imports' | 'suggestions'>,
  workspaceId: number,
  { origin }: Draft,
  questionId: string,
): Promise<void> {
  const began = readOrigin(origin)
  if (began?.kind === 'draft') await imports.discard(workspaceId, began.id)
  if (began?.kind === 'suggestion') await suggestions.published(workspaceId, began.id, questionId)
}

/** The id from the imported file if it is free, otherwise a new one. */
async function newId(
  { imports }: Pick<Tables, 'imports'>,
  workspaceId: number,
  { origin, prompt }: Draft,
  known: readonly StoredQuestion[],
): Promise<string> {
  const began = readOrigin(origin)
  const drafted = began?.kind === 'draft' ? await imports.draft(workspaceId, began.id) : undefined
  const taken = new Map(known.map((one) => [one.question.id, one]))
  return freeId({ prompt, ...(drafted ? { id: drafted.question.id } : {}) }, taken)
}

function earlier(known: readonly StoredQuestion[], { id, seen, prompt }: Draft): StoredQuestion | undefined {
  if (id === '') return known.find(({ question }) => question.prompt === prompt)
  const opened = known.find(({ question }) => question.id === id)
  if (opened?.version !== seen) throw new QuizError('question-changed')
  return opened
}

/** Keeps the parts of the old question that the studio doesn't show. */
function withNewText({ question }: ReadDraft, old: Question | undefined, id: string): Question {
  if (!old) return { ...question, id }
  const { facts, kind, asOf } = old
  return { ...question, facts, kind, asOf, id }
}

/**
 * Throws `set-taken` for a set with an existing name but other words, which would change the meaning of the pack's
 * other rubrics.
 */
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
