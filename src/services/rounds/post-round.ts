import { isOutOfReach, isRefused } from '../../domain/errors.ts'
import type { Place } from '../../domain/place.ts'
import type { Round } from '../../domain/round.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'
import { enqueue } from '../enqueue.ts'
import { noteAsked } from './credit-author.ts'
import { giveUpPosting } from './give-up-posting.ts'
import { closingTime, questionCard } from './question-card.ts'

/** A question that is later than this is no longer posted. */
const postableMs = 3 * 60 * 60 * 1000

/** How long a refusal for an unknown reason is treated as temporary. After that, an admin is notified. */
const refusedMs = 60_000

/**
 * Posts a chosen question, opens its round and closes the channel's earlier question of the day. The key makes posting idempotent.
 * Throws a `ChatError` if the job should be retried.
 */
export async function postRound(
  deps: Pick<Deps, 'store' | 'queue' | 'chat' | 'bank' | 'rights' | 'clock' | 'log'>,
  roundId: number,
): Promise<void> {
  const found = await deps.store.posting.round(roundId)
  if (found?.round.state !== 'posting') return
  const { round, channel } = found
  const ageMs = deps.clock.now().getTime() - round.createdAt.getTime()
  if (ageMs > postableMs) {
    await giveUpPosting(deps, round, channel, { meaning: 'too-late' })
    return
  }
  const message = await questionCard(deps, round, channel)
  try {
    const posted = await deps.chat.post(channel.ref, message, `round-${round.id}`)
    await noteAsked(deps, round)
    await open(deps, round, channel, posted)
  } catch (error) {
    if (!isOutOfReach(error) && !(isRefused(error) && ageMs > refusedMs)) throw error
    await giveUpPosting(deps, round, channel, error)
  }
}

async function open(
  deps: Pick<Deps, 'store' | 'queue' | 'clock' | 'log'>,
  round: Round,
  channel: Channel,
  posted: Place,
): Promise<void> {
  const now = deps.clock.now()
  const closesAt = closingTime(channel, now)
  const ended = await deps.store.posting.open({ round, posted, now, closesAt })
  // The end of each round is stored, so the sweep finds rounds whose job was lost.
  for (const { id: roundId, workspaceId } of ended) {
    await enqueue(deps, { name: 'close-round', roundId }, { workspaceId })
  }
  deps.log.info({ round: round.id, channel: channel.id, question: round.questionId }, 'question posted')
}
