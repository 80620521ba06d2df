import { localDay } from '../../domain/calendar.ts'
import type { Difficulty } from '../../domain/question.ts'
import type { Ruled } from '../../domain/rulings/mark.ts'
import { pointsForAttempt } from '../../domain/scoring.ts'
import type { RegradedAnswer, Try } from '../../ports/store/rulings.ts'

/**
 * Recalculates the points of one player's attempts in a round. `rule` returns the new grade of an attempt, or undefined
 * to keep its grade. No points are earned twice. Returns only changes. `tries` are in order, first to last.
 */
export function recount(
  tries: readonly Try[],
  at: { workspaceId: number; difficulty: Difficulty; now: Date },
  rule: (one: Try) => Ruled | undefined,
): RegradedAnswer[] {
  const before: number[] = []
  let moved = false
  return tries.flatMap((one): RegradedAnswer[] => {
    const { answer, grade, hint, zone } = one
    if (!grade) return []
    const ruled = rule(one)
    moved ||= ruled !== undefined
    const { score, verdict } = ruled ?? grade
    const earned = pointsForAttempt({ difficulty: at.difficulty, score, before, hint }) - grade.earnedInAll
    before.push(score)
    if (!moved) return []
    if (earned === 0 && score === grade.score && verdict === grade.verdict) return []
    const { id: _, earnedInAll: __, answerId: ___, ...found } = grade
    return [
      {
        answer,
        workspaceId: at.workspaceId,
        grade: { ...found, score, verdict, earned, cause: ruled ? 'ruling' : 'regrade', gradedAt: at.now },
        day: localDay(answer.receivedAt, zone),
      },
    ]
  })
}
