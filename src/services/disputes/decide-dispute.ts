import { QuizError } from '../../domain/errors.ts'
import type { Difficulty } from '../../domain/question.ts'
import { pointsForAttempt } from '../../domain/scoring.ts'
import type { Dispute } from '../../ports/store/disputes.ts'
import type { Tables } from '../../ports/store/store.ts'
import { addGrade } from '../answers/add-grade.ts'
import type { Deps } from '../deps.ts'
import { enqueue } from '../enqueue.ts'
import type { Asker } from '../players/recognise-asker.ts'

/** A dispute of the asker's workspace that can still be decided. Throws `dispute-unknown` or `dispute-decided`. */
export async function disputeToDecide(deps: Pick<Deps, 'store'>, asker: Asker, id: number): Promise<Dispute> {
  const found = await deps.store.disputes.find(id)
  if (found?.workspaceId !== asker.workspace.id) throw new QuizError('dispute-unknown')
  if (found.state !== 'open') throw new QuizError('dispute-decided')
  return found
}

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
  const { answerId } = await disputeToDecide(deps, asker, disputeId)
  // Before the transaction: the bank may need a connection, and a pool may have one only.
  const { roundId, difficulty } = await roundOf(deps, answerId)
  const decided = await deps.store.transaction(async (tables) => {
    if (decision.state === 'accepted') await tables.rounds.holdGrading({ roundId })
    const dispute = await tables.disputes.find(disputeId, 'lock')
    if (dispute?.state !== 'open') throw new QuizError('dispute-decided')
    if (decision.state === 'accepted') await countAsRight(tables, { answerId, difficulty, now })
    const note = decision.note.trim()
    return tables.disputes.decide(disputeId, {
      state: decision.state,
      decidedBy: asker.player.id,
      decidedAt: now,
      ...(note === '' ? {} : { note }),
    })
  })
  await enqueue(deps, { name: 'tell-dispute', disputeId }, { workspaceId: decided.workspaceId })
  return decided
}

async function roundOf(
  { store, bank }: Pick<Deps, 'store' | 'bank'>,
  answerId: number,
): Promise<{ roundId: number; difficulty: Difficulty }> {
  const answer = await store.answers.find(answerId)
  const round = answer && (await store.rounds.find(answer.roundId))
  if (!round) throw new QuizError('dispute-not-graded')
  return { roundId: round.id, difficulty: (await bank.find(round)).question.difficulty }
}

/**
 * Counts all of the player's tries in the round again with this one wholly right, so that a later try never earns on top
 * what this one now earns: together they are worth what they would have been worth had it been graded as right.
 */
async function countAsRight(
  tables: Tables,
  { answerId, difficulty, now }: { answerId: number; difficulty: Difficulty; now: Date },
): Promise<void> {
  const answer = await tables.answers.find(answerId, 'lock')
  const round = answer && (await tables.rounds.find(answer.roundId))
  if (!answer || !round || !(await tables.grades.newest(answerId))) throw new QuizError('dispute-not-graded')
  const hint = await tables.hints.taken(round.id, answer.playerId)
  const before: number[] = []
  for (const one of await tables.answers.ofPlayer(round.id, answer.playerId)) {
    if (!one.grade) continue
    const disputed = one.answer.id === answerId
    const score = disputed ? 1 : one.grade.score
    const { id: _, earnedInAll, ...found } = one.grade
    const earned = pointsForAttempt({ difficulty, score, before, hint }) - earnedInAll
    before.push(score)
    if (one.answer.attempt < answer.attempt || (!disputed && earned === 0)) continue
    await addGrade(
      tables,
      { ...one.answer, workspaceId: round.workspaceId },
      {
        ...found,
        ...(disputed ? { score: 1, verdict: 'correct', cause: 'dispute' } : { cause: 'regrade' }),
        earned,
        gradedAt: now,
      },
    )
  }
}
