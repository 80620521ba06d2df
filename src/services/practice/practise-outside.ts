import { createHash } from 'node:crypto'
import { QuizError } from '../../domain/errors.ts'
import type { Place } from '../../domain/place.ts'
import type { Question } from '../../domain/question.ts'
import type { Message } from '../../ports/message.ts'
import type { Deps } from '../deps.ts'

/**
 * Questions that were pinned or posted after the list was read are skipped. This limits how many are skipped in a row.
 */
const mostSkipped = 5

/**
 * The next public question for a person about whom nothing is stored. Each person gets all questions in a different
 * order, continuing after `after`. Without `after`, `seed` determines the first one. Throws `bank-empty`.
 */
export async function nextOutside(
  { archive }: Pick<Deps, 'archive'>,
  person: Place,
  { after, seed }: { after?: string; seed: string },
): Promise<Question> {
  const ids = (await archive.list()).map(({ id }) => ({ id, rank: hashOf(`${person} ${id}`) }))
  const order = ids.toSorted((one, other) => one.rank - other.rank).map(({ id }) => id)
  const at = after === undefined ? -1 : order.indexOf(after)
  const start = at < 0 ? hashOf(seed) : at + 1
  for (let turn = 0; turn < Math.min(mostSkipped, order.length); turn += 1) {
    const question = await archive.find(order[(start + turn) % order.length] ?? '')
    if (question) return question
  }
  throw new QuizError('bank-empty')
}

/** Throws `practice-waits` if the question is secret in any workspace. */
export async function questionOutside({ archive }: Pick<Deps, 'archive'>, id: string): Promise<Question> {
  const question = await archive.find(id)
  if (!question) throw new QuizError('practice-waits')
  return question
}

/** Grades an answer and stores nothing. Throws `answer-empty`, `answer-too-long` or `practice-waits`. */
export async function answerOutside({ archive }: Pick<Deps, 'archive'>, id: string, typed: string): Promise<Message> {
  const played = await archive.play(id, typed)
  if (!played) throw new QuizError('practice-waits')
  return played.told
}

function hashOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE()
}
