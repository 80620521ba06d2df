import { QuizError } from '../../domain/errors.ts'
import { pickPractice, practised } from '../../domain/practice.ts'
import type { Question } from '../../domain/question.ts'
import { gradeAnswer } from '../../domain/rubric/grade-answer.ts'
import { maximumAnswerLength } from '../../domain/rubric/limits.ts'
import type { Grade } from '../../domain/rubric/rubric.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'

type PracticeDeps = Pick<Deps, 'store' | 'bank' | 'clock'>

/** Chooses a question for one player alone. It counts for nothing. Throws `bank-empty`. */
export async function nextPractice(deps: PracticeDeps, asker: Asker): Promise<{ id: number; question: Question }> {
  const [bank, items, missed] = await Promise.all([
    deps.bank.current(),
    deps.store.practice.ofPlayer(asker.player.id),
    deps.store.practice.missed(asker.player.id),
  ])
  const cards = new Map(items.flatMap(({ questionId, card }) => (card ? [[questionId, card] as const] : [])))
  // Different for each player, and moving on with every question practised.
  const seed = asker.player.id * 31 + cards.size * 17
  const picked = pickPractice(bank, { cards, missed }, deps.clock.now(), seed)
  if (!picked) throw new QuizError('bank-empty')
  const item = await deps.store.practice.ask({
    playerId: asker.player.id,
    questionId: picked.id,
    questionVersion: picked.version,
  })
  const { question } = await deps.bank.find(picked.id, picked.version)
  return { id: item.id, question }
}

/** The question of an item of the asker's own. Throws `round-unknown` where it is none of theirs. */
export async function practiceQuestion(deps: PracticeDeps, asker: Asker, id: number): Promise<Question> {
  const item = await deps.store.practice.find(id)
  if (item?.playerId !== asker.player.id) throw new QuizError('round-unknown')
  return (await deps.bank.find(item.questionId, item.questionVersion)).question
}

/** Grades an answer at once and remembers when the question should come again; the text is not kept. */
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
  const item = await deps.store.practice.find(id)
  if (item?.playerId !== asker.player.id) throw new QuizError('round-unknown')
  const { question, rubric } = await deps.bank.find(item.questionId, item.questionVersion)
  const grade = gradeAnswer(rubric, text)
  await deps.store.practice.keep(id, practised(item.card, grade.verdict, deps.clock.now()))
  return { question, grade, text }
}
