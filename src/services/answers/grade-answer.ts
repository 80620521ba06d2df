import type { Answer } from '../../domain/answer.ts'
import { localDay } from '../../domain/calendar.ts'
import { gradeAnswer as gradeText } from '../../domain/rubric/grade-answer.ts'
import { pointsForAttempt } from '../../domain/scoring.ts'
import type { Sheet } from '../../ports/store/grading.ts'
import type { BankQuestion } from '../bank.ts'
import type { Deps } from '../deps.ts'
import { enqueue } from '../enqueue.ts'
import { streakWith } from './streak-with.ts'

/** Others may grade, erase or answer at the same moment, each once or twice: more turns than that are a fault. */
const mostTurns = 20

/**
 * Grades an answer and saves grade, points and standings in one transaction. Running twice grades once: saving looks at
 * the row's state. An earlier attempt that still waits is graded first, because the later one's points rest on it.
 */
export async function gradeAnswer(
  deps: Pick<Deps, 'store' | 'queue' | 'chat' | 'bank' | 'clock' | 'log'>,
  answerId: number,
): Promise<void> {
  const graded: Answer[] = []
  for (let turn = 0; turn < mostTurns; turn++) {
    const sheet = await deps.store.grading.sheet(answerId)
    const asked = sheet?.attempts.at(-1)?.answer
    if (!sheet || !asked) return
    const waiting = sheet.attempts.find(({ answer }) => answer.state === 'received')?.answer
    const saved = waiting && (await gradeOne(deps, sheet, waiting))
    if (saved) graded.push(waiting)
    const done = saved ? waiting.id === asked.id : !waiting
    if (!done) continue
    const told = asked.state === 'graded' && graded.length === 0 ? [asked] : graded
    const { requestId } = asked
    const { posted } = sheet.round
    for (const { id, path } of told) {
      // Waited for in the queue: in the job it would hold up those behind it.
      const delayMs = posted === undefined ? 0 : deps.chat.restMs(posted, path)
      await enqueue(
        deps,
        { name: 'tell', answerId: id },
        { workspaceId: sheet.round.workspaceId, delayMs, ...(requestId === undefined ? {} : { requestId }) },
      )
    }
    return
  }
  throw new Error('an answer changed each time it was graded')
}

/** False where something had changed since the sheet was read. */
async function gradeOne(
  deps: Pick<Deps, 'store' | 'bank' | 'clock'>,
  sheet: Sheet,
  answer: Sheet['attempts'][number]['answer'],
): Promise<boolean> {
  const { round, attempts, hint, zone } = sheet
  const { question, version, rubric }: BankQuestion = await deps.bank.find(round.questionId, round.questionVersion)
  const before = attempts.flatMap((one) =>
    one.answer.attempt < answer.attempt && one.score !== undefined ? [one.score] : [],
  )
  const grade = gradeText(rubric, answer.text)
  const points = pointsForAttempt({ difficulty: question.difficulty, score: grade.score, before, hint })
  const streak = streakWith(sheet)
  return deps.store.grading.save({
    answer,
    grade: { ...grade, questionVersion: version, cause: 'graded', gradedAt: deps.clock.now() },
    entry: {
      workspaceId: round.workspaceId,
      playerId: answer.playerId,
      roundId: round.id,
      points,
      day: localDay(answer.receivedAt, zone),
      ...(answer.teamId === undefined ? {} : { teamId: answer.teamId }),
    },
    ...(streak && { streak }),
  })
}
