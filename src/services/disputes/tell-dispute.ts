import { disputeDecided, disputeReopened } from '../../messages/dispute.ts'
import type { Deps } from '../deps.ts'
import { tellIfReachable } from '../players/tell-if-reachable.ts'

/**
 * Notifies the player of the decision on their dispute, or that a decision they were told about has been withdrawn. The key makes this
 * idempotent.
 */
export async function tellDispute(
  deps: Pick<Deps, 'store' | 'chat' | 'bank' | 'clock' | 'log'>,
  disputeId: number,
): Promise<void> {
  const dispute = await deps.store.disputes.find(disputeId)
  if (!dispute || (dispute.state === 'open') !== (dispute.toldAt !== undefined)) return
  const [player, answer] = await Promise.all([
    deps.store.players.find(dispute.playerId),
    deps.store.answers.find(dispute.answerId),
  ])
  const round = answer && (await deps.store.rounds.find(answer.roundId))
  if (!player || !round) return
  const { question } = await deps.bank.find(round)
  const since = dispute.decidedAt ?? dispute.openedAt
  // The time is part of the key, because a dispute can be decided again after a withdrawal.
  const key = `dispute-${dispute.state}-${dispute.id}-${since.getTime()}`
  if (dispute.state === 'open') {
    await tellIfReachable(deps, player.ref, disputeReopened(question.prompt), { key, since })
    await deps.store.disputes.toldReopened(dispute.id)
    return
  }
  const message = disputeDecided({
    prompt: question.prompt,
    accepted: dispute.state === 'accepted',
    change: await deps.store.grades.changeAt(player.id, since),
    ...(dispute.note === undefined ? {} : { note: dispute.note }),
  })
  await tellIfReachable(deps, player.ref, message, { key, since })
  await deps.store.disputes.told(dispute.id, deps.clock.now())
}
