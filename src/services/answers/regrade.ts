import type { CompiledRubric } from '../../domain/rubric/compiled-rubric.ts'
import { gradeAnswer } from '../../domain/rubric/grade-answer.ts'
import type { Grade } from '../../domain/rubric/rubric.ts'
import { gradeRuled } from '../../domain/rulings/settled.ts'
import { pointsForAttempt } from '../../domain/scoring.ts'
import type { ItemAnswer } from '../../ports/store/items.ts'
import type { QuestionVersion } from '../../ports/store/questions.ts'
import type { Ruling } from '../../ports/store/rulings.ts'
import { compileOverlaid, compileQuestion } from '../bank.ts'
import type { Deps } from '../deps.ts'
import { wordsKey } from '../rulings/words-key.ts'
import { addGrade } from './add-grade.ts'

export type Regraded = { answerId: number; playerName: string; before: number; after: number; points: number }

/**
 * Grades the stored answers to a question with its newest rubric and each workspace's additions. Returns only the
 * changes. Unless it is a dry run, each change is saved as an additional grade and a ledger entry with the difference.
 * Skips answers whose text was erased, whose dispute was accepted, or on which an admin ruled.
 */
export async function regrade(
  deps: Pick<Deps, 'store' | 'clock'>,
  questionId: string,
  { rehearse }: { rehearse: boolean },
): Promise<Regraded[] | undefined> {
  const newest = await deps.store.questions.newest(questionId)
  if (!newest) return undefined
  const { question, version } = newest
  const gradeOf = await gradesBy(deps, newest)
  const now = deps.clock.now()
  return deps.store.transaction(async (tables) => {
    if (!rehearse) await tables.rounds.holdGrading({ questionId })
    const answers = await tables.items.ofQuestion(questionId)
    const scores = new Map(answers.map((answer) => [answer.answerId, answer.score]))
    const changed: Regraded[] = []
    const rounds = new Set<number>()
    for (const answer of answers) {
      const cause = (await tables.grades.newest(answer.answerId))?.cause
      if (answer.text === '' || cause === 'dispute' || cause === 'ruling') continue
      const grade = gradeOf(answer)
      scores.set(answer.answerId, grade.score)
      const before = answers.filter((one) => isBefore(one, answer)).map((one) => scores.get(one.answerId) ?? 0)
      const hint = await tables.hints.taken(answer.roundId, answer.playerId)
      const total = pointsForAttempt({ difficulty: question.difficulty, score: grade.score, before, hint })
      const points = total - answer.earnedInAll
      if (points === 0 && grade.score === answer.score) continue
      // The player may have been forgotten since the read, and a new grade would quote the erased text.
      if (!rehearse && (await tables.answers.find(answer.answerId, 'lock'))?.text !== answer.text) continue
      changed.push({
        answerId: answer.answerId,
        playerName: answer.playerName,
        before: answer.score,
        after: grade.score,
        points,
      })
      if (rehearse) continue
      rounds.add(answer.roundId)
      await addGrade(tables, answer, {
        ...grade,
        answerId: answer.answerId,
        questionVersion: version,
        cause: 'regrade',
        earned: points,
        gradedAt: now,
      })
    }
    await tables.rounds.recount([...rounds])
    return changed
  })
}

/** Grades with each workspace's additions and settled answers. Settled answers never give a wording more than its ruling allows. */
async function gradesBy({ store }: Pick<Deps, 'store'>, newest: QuestionVersion) {
  const plain = compileQuestion(newest).rubric
  const overlaid = new Map<number, { rubric: CompiledRubric; rulings: Map<string, Ruling> }>()
  for (const { workspaceId, id } of await store.overlays.newest({ questionId: newest.id })) {
    const overlay = await store.overlays.find(workspaceId, id)
    if (!overlay) continue
    const rulings = await store.rulings.ofQuestions(workspaceId, [newest.id])
    overlaid.set(workspaceId, {
      rubric: compileOverlaid(newest, overlay).rubric,
      rulings: new Map(rulings.map((ruling) => [ruling.wordsKey, ruling])),
    })
  }
  return ({ workspaceId, text }: ItemAnswer): Grade => {
    const { rubric = plain, rulings } = overlaid.get(workspaceId) ?? {}
    const ruling = rulings?.get(wordsKey(text))
    return ruling ? gradeRuled(rubric, text, { ...ruling, mark: 'as-graded' }).grade : gradeAnswer(rubric, text)
  }
}

function isBefore(one: ItemAnswer, answer: ItemAnswer): boolean {
  return one.roundId === answer.roundId && one.playerId === answer.playerId && one.attempt < answer.attempt
}
