import type { Question } from '../../domain/question.ts'
import { mostSettled } from '../../domain/rulings/settled.ts'
import type { QuestionKey } from '../../ports/store/rulings.ts'
import type { Tables } from '../../ports/store/store.ts'
import { askedKey } from './asked-key.ts'

/**
 * Makes a workspace's settled answers to a question count from the next time it is asked. Call it in the transaction
 * that decides about an answer.
 */
export async function settle(
  { overlays }: Pick<Tables, 'overlays'>,
  { question, by, at, ...about }: QuestionKey & { question: Question; by: number; at: Date },
): Promise<void> {
  const { prompt, answer } = question
  const answers = await overlays.settled({ ...about, prompt, answer }, mostSettled)
  await overlays.settle({ ...about, settled: { asked: askedKey(question), answers }, madeBy: by, madeAt: at })
}
