import type { Answer } from '../domain/answer.ts'
import { localDay } from '../domain/calendar.ts'
import type { Round } from '../domain/round.ts'
import { gradeAnswer as gradeText } from '../domain/rubric/grade-answer.ts'
import { pointsForAttempt } from '../domain/scoring.ts'
import type { Tables } from '../ports/store/store.ts'
import type { BankQuestion } from './bank.ts'
import type { Deps } from './deps.ts'
import { enqueue } from './enqueue.ts'
import { keepStreak } from './keep-streak.ts'

/**
 * Grades an answer and saves grade, points and standings in one transaction. Running twice grades once: the row's state
 * is looked at under a lock. An earlier attempt that still waits is graded first, because the later one's points rest on it.
 */
export async function gradeAnswer(
  deps: Pick<Deps, 'store' | 'queue' | 'bank' | 'clock' | 'log'>,
  answerId: number,
): Promise<void> {
  const answer = await deps.store.answers.find(answerId)
  const round = answer && (await deps.store.rounds.find(answer.roundId))
  if (!answer || !round) return
  const bankQuestion = await deps.bank.find(round.questionId, round.questionVersion)
  const now = deps.clock.now()
  const graded = await deps.store.transaction(async (tables) => {
    const attempts = await tables.answers.ofPlayer(round.id, answer.playerId)
    const ids: number[] = []
    for (const { answer: attempt } of attempts) {
      if (attempt.attempt > answer.attempt) break
      const locked = await tables.answers.find(attempt.id, 'lock')
      if (locked?.state !== 'received') continue
      await gradeOne(tables, locked, round, bankQuestion, now)
      ids.push(locked.id)
    }
    return ids
  })
  const told = answer.state === 'graded' && graded.length === 0 ? [answer.id] : graded
  const options = answer.requestId === undefined ? {} : { requestId: answer.requestId }
  for (const id of told) await enqueue(deps, { name: 'tell', answerId: id }, options)
}

async function gradeOne(
  tables: Tables,
  answer: Answer,
  round: Round,
  { question, version, rubric }: BankQuestion,
  now: Date,
): Promise<void> {
  const workspace = await tables.workspaces.find(round.workspaceId)
  const before = await tables.answers.ofPlayer(round.id, answer.playerId)
  const scores = before.flatMap((one) => (one.answer.attempt < answer.attempt && one.grade ? [one.grade.score] : []))
  const grade = gradeText(rubric, answer.text)
  const earned = pointsForAttempt({
    difficulty: question.difficulty,
    score: grade.score,
    before: scores,
    hint: await tables.hints.taken(round.id, answer.playerId),
  })
  const saved = await tables.grades.save({
    ...grade,
    answerId: answer.id,
    questionVersion: version,
    cause: 'graded',
    earned,
    gradedAt: now,
  })
  await tables.boards.award({
    gradeId: saved.id,
    workspaceId: round.workspaceId,
    playerId: answer.playerId,
    roundId: round.id,
    points: earned,
    day: localDay(answer.receivedAt, workspace?.zone ?? 'UTC'),
    ...(answer.teamId === undefined ? {} : { teamId: answer.teamId }),
  })
  await keepStreak(tables, round, answer.playerId)
  await tables.answers.change(answer.id, { state: 'graded', at: now })
}
