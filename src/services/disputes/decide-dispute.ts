import { QuizError } from '../../domain/errors.ts'
import type { Question } from '../../domain/question.ts'
import type { Dispute } from '../../ports/store/disputes.ts'
import type { QuestionKey } from '../../ports/store/rulings.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'
import { enqueue } from '../enqueue.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { settle } from '../rulings/settle.ts'
import { recountTries } from './recount-tries.ts'

/**
 * Returns a dispute of the asker's workspace that can still be decided. Throws `dispute-unknown` or `dispute-decided`.
 */
export async function disputeToDecide(deps: Pick<Deps, 'store'>, asker: Asker, id: number): Promise<Dispute> {
  const found = await deps.store.disputes.find(id)
  if (found?.workspaceId !== asker.workspace.id) throw new QuizError('dispute-unknown')
  if (found.state !== 'open') throw new QuizError('dispute-decided')
  return found
}

/**
 * Saves an admin's decision. If the dispute is accepted, the answer counts as fully correct: a second grade is added,
 * and a ledger entry with the missing points. A job notifies the player. `undo` withdraws the decision.
 */
export async function decideDispute(
  deps: Pick<Deps, 'store' | 'queue' | 'bank' | 'clock' | 'log'>,
  asker: Asker,
  disputeId: number,
  decision: { state: 'accepted' | 'rejected'; note: string },
): Promise<{ undo: number }> {
  const now = deps.clock.now()
  const { answerId } = await disputeToDecide(deps, asker, disputeId)
  // Before the transaction, because the bank may need a connection and the pool may have only one.
  const { about, roundId, question } = await roundOf(deps, answerId)
  const undo = await deps.store.transaction(async (tables) => {
    await tables.workspaces.hold([asker.workspace.id])
    if (decision.state === 'accepted') await tables.rounds.holdGrading({ roundId })
    const dispute = await tables.disputes.find(disputeId, 'lock')
    if (dispute?.state !== 'open') throw new QuizError('dispute-decided')
    if (decision.state === 'accepted') {
      await recountTries(tables, { answerId, difficulty: question.difficulty, now }, asRight)
    }
    const note = decision.note.trim()
    await tables.disputes.decide(disputeId, {
      state: decision.state,
      decidedBy: asker.player.id,
      decidedAt: now,
      ...(note === '' ? {} : { note }),
    })
    await settle(tables, { ...about, question, by: asker.player.id, at: now })
    return noteChange({ store: tables, clock: { now: () => now } }, asker, 'dispute-decided', {
      dispute: String(disputeId),
      state: decision.state,
      prompt: question.prompt.slice(0, 200),
      ...(dispute.playerId === asker.player.id ? { own: 'yes' } : {}),
    })
  })
  await enqueue(deps, { name: 'tell-dispute', disputeId }, { workspaceId: asker.workspace.id })
  return { undo }
}

const asRight = { score: 1, verdict: 'correct', cause: 'dispute' } as const

/**
 * Withdraws the decision made at the given moment. Throws `undo-newer` if the dispute has been decided or graded again
 * since.
 */
export async function takeBackDecision(
  deps: Pick<Deps, 'store' | 'queue' | 'bank' | 'clock' | 'log'>,
  asker: Asker,
  { disputeId, decidedAt }: { disputeId: number; decidedAt: Date },
): Promise<void> {
  const now = deps.clock.now()
  const found = await deps.store.disputes.find(disputeId)
  if (found?.workspaceId !== asker.workspace.id) throw new QuizError('undo-unknown')
  const { answerId } = found
  const { about, roundId, question } = await roundOf(deps, answerId)
  await deps.store.transaction(async (tables) => {
    await tables.workspaces.hold([asker.workspace.id])
    await tables.rounds.holdGrading({ roundId })
    const dispute = await tables.disputes.find(disputeId, 'lock')
    if (!dispute || dispute.state === 'open' || !isSame(dispute.decidedAt, decidedAt)) throw new QuizError('undo-newer')
    if (dispute.state === 'accepted') {
      const [given, before] = await tables.grades.all(answerId)
      const isTheirs = given?.cause === 'dispute' && isSame(given.gradedAt, decidedAt)
      if (!isTheirs || !before) throw new QuizError('undo-newer')
      const { id: _, earned: __, earnedInAll: ___, gradedAt: ____, ...found } = before
      // `ruling` is kept, because an operator's regrade skips rulings. Other grades may be regraded.
      const cause = before.cause === 'ruling' ? 'ruling' : 'regrade'
      await recountTries(tables, { answerId, difficulty: question.difficulty, now }, { ...found, cause })
    }
    await tables.disputes.reopen(disputeId, now)
    await settle(tables, { ...about, question, by: asker.player.id, at: now })
  })
  await enqueue(deps, { name: 'tell-dispute', disputeId }, { workspaceId: asker.workspace.id })
}

function isSame(one: Date | undefined, other: Date): boolean {
  return one?.getTime() === other.getTime()
}

async function roundOf(
  { store, bank }: Pick<Deps, 'store' | 'bank'>,
  answerId: number,
): Promise<{ about: QuestionKey; roundId: number; question: Question }> {
  const answer = await store.answers.find(answerId)
  const round = answer && (await store.rounds.find(answer.roundId))
  if (!round) throw new QuizError('dispute-not-graded')
  const { workspaceId, questionId, questionVersion } = round
  const about = { workspaceId, questionId, questionVersion }
  return { about, roundId: round.id, question: (await bank.find(round)).question }
}
