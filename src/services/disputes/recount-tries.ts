import { QuizError } from '../../domain/errors.ts'
import type { Difficulty } from '../../domain/question.ts'
import { pointsForAttempt } from '../../domain/scoring.ts'
import type { SavedGrade } from '../../ports/store/answers.ts'
import type { Tables } from '../../ports/store/store.ts'
import { addGrade } from '../answers/add-grade.ts'

/** The new parts of an answer's grade. The rest is copied from the current grade. */
type Given = Pick<SavedGrade, 'score' | 'verdict' | 'cause'> & Partial<SavedGrade>

/**
 * Recalculates the points of all of a player's attempts in a round after one of them got a new grade. The sum is the
 * same as if the answer had been graded that way at first, so no points are earned twice. Adds the changes to the
 * ledger. Throws `dispute-not-graded`.
 */
export async function recountTries(
  tables: Tables,
  { answerId, difficulty, now }: { answerId: number; difficulty: Difficulty; now: Date },
  given: Given,
): Promise<void> {
  const answer = await tables.answers.find(answerId, 'lock')
  const round = answer && (await tables.rounds.find(answer.roundId))
  if (!answer || !round || !(await tables.grades.newest(answerId))) throw new QuizError('dispute-not-graded')
  const hint = await tables.hints.taken(round.id, answer.playerId)
  const before: number[] = []
  for (const one of await tables.answers.ofPlayer(round.id, answer.playerId)) {
    if (!one.grade) continue
    const decided = one.answer.id === answerId
    const score = decided ? given.score : one.grade.score
    const { id: _, earnedInAll, ...found } = one.grade
    const earned = pointsForAttempt({ difficulty, score, before, hint }) - earnedInAll
    before.push(score)
    if (one.answer.attempt < answer.attempt || (!decided && earned === 0)) continue
    await addGrade(
      tables,
      { ...one.answer, workspaceId: round.workspaceId },
      { ...found, ...(decided ? given : { cause: 'regrade' }), earned, gradedAt: now },
    )
  }
  await tables.rounds.recount([round.id])
}
