import type { Answer } from '../../domain/answer.ts'
import { localDay } from '../../domain/calendar.ts'
import { QuizError } from '../../domain/errors.ts'
import type { Round } from '../../domain/round.ts'
import { pointsForAttempt } from '../../domain/scoring.ts'
import type { Dispute } from '../../ports/store/disputes.ts'
import type { Tables } from '../../ports/store/store.ts'
import type { Deps } from '../deps.ts'
import { enqueue } from '../enqueue.ts'
import type { Asker } from '../players/recognise-asker.ts'

/**
 * An admin decides a dispute. Accepting counts the answer as wholly right: a second grade stands beside the first and the
 * ledger gets one more entry with what is missing to it. The player is told by a job.
 */
export async function decideDispute(
  deps: Pick<Deps, 'store' | 'queue' | 'bank' | 'clock' | 'log'>,
  asker: Asker,
  disputeId: number,
  decision: { state: 'accepted' | 'rejected'; note: string },
): Promise<Dispute> {
  const now = deps.clock.now()
  const found = await deps.store.disputes.find(disputeId)
  if (!found || found.workspaceId !== asker.workspace.id) throw new QuizError('other-workspace')
  const decided = await deps.store.transaction(async (tables) => {
    const dispute = await tables.disputes.find(disputeId, 'lock')
    if (dispute?.state !== 'open') throw new QuizError('dispute-decided')
    if (decision.state === 'accepted') await countAsRight(deps, tables, dispute.answerId, now)
    const note = decision.note.trim()
    return tables.disputes.decide(disputeId, {
      state: decision.state,
      decidedBy: asker.player.id,
      decidedAt: now,
      ...(note === '' ? {} : { note }),
    })
  })
  await enqueue(deps, { name: 'tell-dispute', disputeId })
  return decided
}

async function countAsRight(deps: Pick<Deps, 'bank'>, tables: Tables, answerId: number, now: Date): Promise<void> {
  const answer = await tables.answers.find(answerId, 'lock')
  const round = answer && (await tables.rounds.find(answer.roundId))
  const grade = await tables.grades.newest(answerId)
  if (!answer || !round || !grade) throw new QuizError('dispute-not-graded')
  const earned = (await rightPoints(deps, tables, answer, round)) - grade.earnedInAll
  const { id: _, earnedInAll: __, ...found } = grade
  const saved = await tables.grades.save({
    ...found,
    score: 1,
    verdict: 'correct',
    cause: 'dispute',
    earned,
    gradedAt: now,
  })
  const workspace = await tables.workspaces.find(round.workspaceId)
  await tables.boards.award({
    gradeId: saved.id,
    workspaceId: round.workspaceId,
    playerId: answer.playerId,
    roundId: round.id,
    points: earned,
    day: localDay(answer.receivedAt, workspace?.zone ?? 'UTC'),
    ...(answer.teamId === undefined ? {} : { teamId: answer.teamId }),
  })
}

/** What the answer would have earned had it been graded as right. */
async function rightPoints(deps: Pick<Deps, 'bank'>, tables: Tables, answer: Answer, round: Round): Promise<number> {
  const { question } = await deps.bank.find(round.questionId, round.questionVersion)
  const mine = await tables.answers.ofPlayer(round.id, answer.playerId)
  return pointsForAttempt({
    difficulty: question.difficulty,
    score: 1,
    before: mine.flatMap((one) => (one.answer.attempt < answer.attempt && one.grade ? [one.grade.score] : [])),
    hint: await tables.hints.taken(round.id, answer.playerId),
  })
}
