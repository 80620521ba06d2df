import { QuizError } from '../../domain/errors.ts'
import { pickPractice, practised } from '../../domain/practice.ts'
import type { Question } from '../../domain/question.ts'
import { gradeAnswer } from '../../domain/rubric/grade-answer.ts'
import { maximumAnswerLength } from '../../domain/rubric/limits.ts'
import type { Grade } from '../../domain/rubric/rubric.ts'
import type { PracticeItem } from '../../ports/store/practice.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { gatherPractice } from './gather-practice.ts'
import { secretQuestions } from './secret-questions.ts'

type PracticeDeps = Pick<Deps, 'store' | 'bank' | 'clock'>

/**
 * Chooses a question for the player to practice without points. `after` is the current item, which the player wants to
 * skip. Throws `bank-empty`.
 */
export async function nextPractice(
  deps: PracticeDeps,
  asker: Asker,
  after?: number,
): Promise<{ id: number; question: Question }> {
  const practising = { workspaceId: asker.workspace.id, playerId: asker.player.id, channel: asker.channel }
  const { open, items, known } = await gatherPractice(deps, practising)
  const left = items.find(({ id }) => id === after)?.questionId
  const others = open.filter(({ id }) => id !== left)
  // Differs between players and changes with every question shown.
  const seed = asker.player.id * 31 + items.length * 17
  const picked = pickPractice(others.length > 0 ? others : open, known, deps.clock.now(), seed)
  if (!picked) throw new QuizError('bank-empty')
  const item = await deps.store.practice.ask({
    workspaceId: asker.workspace.id,
    playerId: asker.player.id,
    questionId: picked.id,
    questionVersion: picked.version,
  })
  const { question } = await deps.bank.find({ ...item, workspaceId: asker.workspace.id })
  return { id: item.id, question }
}

/**
 * The question of one of the asker's own items. Throws `round-unknown` for other items, and `practice-waits` for a
 * secret question.
 */
export async function practiceQuestion(deps: PracticeDeps, asker: Asker, id: number): Promise<Question> {
  const item = await ownItem(deps, asker, id)
  return (await deps.bank.find({ ...item, workspaceId: asker.workspace.id })).question
}

/** Grades an answer and stores when the question should be repeated. The text is not stored. */
export async function answerPractice(
  deps: PracticeDeps,
  asker: Asker,
  id: number,
  typed: string,
): Promise<{ question: Question; grade: Grade; text: string }> {
  const text = typed.trim()
  if (text === '') throw new QuizError('answer-empty')
  const length = [...text].length
  if (length > maximumAnswerLength) throw new QuizError('answer-too-long', { length, most: maximumAnswerLength })
  const item = await ownItem(deps, asker, id)
  const workspaceId = asker.workspace.id
  const [overlay] = await deps.store.overlays.newest({ workspaceId, questionId: item.questionId })
  const asked = { ...item, workspaceId, ...(overlay && { overlayId: overlay.id }) }
  const { question, rubric } = await deps.bank.find(asked)
  const grade = gradeAnswer(rubric, text)
  await deps.store.practice.keep(id, practised(item.card, grade.verdict, deps.clock.now()))
  return { question, grade, text }
}

/** Throws `practice-waits` if the question has been posted in a round since the item was created. */
async function ownItem(deps: PracticeDeps, asker: Asker, id: number): Promise<PracticeItem> {
  const item = await deps.store.practice.find(id)
  if (item?.playerId !== asker.player.id) throw new QuizError('round-unknown')
  if ((await secretQuestions(deps, asker.workspace.id)).has(item.questionId)) throw new QuizError('practice-waits')
  return item
}
