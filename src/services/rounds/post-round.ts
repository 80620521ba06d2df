import { isOutOfReach, isRefused } from '../../domain/errors.ts'
import type { Round } from '../../domain/round.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'
import { enqueue } from '../enqueue.ts'
import { giveUpPosting } from './give-up-posting.ts'
import { questionCard } from './question-card.ts'

/** A question that couldn't be posted for so long is not posted any more: the hour would surprise people. */
const postableMs = 3 * 60 * 60 * 1000

/** An extra question stays open for at least so long, whatever is asked after it. */
const extraLeastMs = 10 * 60_000

/** A refusal for an unknown reason may be temporary. If it lasts longer, an admin is told. */
const refusedMs = 60_000

/**
 * Posts a chosen question and opens its round; earlier rounds of the channel are closed. The chat looks for a post it
 * may already have made, so running twice posts once. Throws a `ChatError` if the job should be retried.
 */
export async function postRound(
  deps: Pick<Deps, 'store' | 'queue' | 'chat' | 'bank' | 'clock' | 'log'>,
  roundId: number,
): Promise<void> {
  const round = await deps.store.rounds.find(roundId)
  if (round?.state !== 'posting') return
  const channel = await deps.store.channels.find(round.channelId)
  if (!channel) return
  const ageMs = deps.clock.now().getTime() - round.createdAt.getTime()
  if (ageMs > postableMs) {
    await giveUpPosting(deps, round, channel, { meaning: 'too-late' })
    return
  }
  const message = await questionCard(deps, round, channel)
  try {
    const posted = await deps.chat.post(channel.ref, message, `round-${round.id}`)
    await open(deps, round, channel, posted)
  } catch (error) {
    if (!isOutOfReach(error) && !(isRefused(error) && ageMs > refusedMs)) throw error
    await giveUpPosting(deps, round, channel, error)
  }
}

/** An extra round leaves people time to answer an earlier one. */
function extraEnd({ openedAt, createdAt, closesAt }: Round, now: Date): Date {
  const earliest = Math.max(now.getTime(), (openedAt ?? createdAt).getTime() + extraLeastMs)
  return new Date(Math.min(earliest, closesAt?.getTime() ?? earliest))
}

async function open(
  deps: Pick<Deps, 'store' | 'queue' | 'clock' | 'log'>,
  round: Round,
  channel: Channel,
  posted: string,
): Promise<void> {
  const now = deps.clock.now()
  const closesAt = new Date(now.getTime() + channel.settings.revealAfterMinutes * 60_000)
  const earlier = await deps.store.transaction(async (tables) => {
    const current = await tables.rounds.find(round.id, 'lock')
    if (current?.state !== 'posting') return []
    await tables.rounds.change(round.id, { state: 'open', posted, openedAt: now, closesAt })
    if (round.kind === 'scheduled') await tables.channels.change(channel.id, { failedDays: 0 })
    const others = await tables.rounds.latest(channel.id, ['open'], 20)
    // The question of the day stays open beside an extra one; everything older is closed for the new day.
    const closing = others
      .filter((other) => other.id !== round.id && (round.kind === 'scheduled' || other.kind === 'extra'))
      .map((other) => ({ ...other, closesAt: round.kind === 'scheduled' ? now : extraEnd(other, now) }))
    // Saved, so that the sweep closes those that still have time left, and those whose jobs below are lost.
    for (const other of closing) await tables.rounds.change(other.id, { closesAt: other.closesAt })
    return closing.filter(({ closesAt }) => closesAt <= now)
  })
  for (const { id: roundId, workspaceId } of earlier) {
    await enqueue(deps, { name: 'close-round', roundId }, { workspaceId })
  }
  deps.log.info({ round: round.id, channel: channel.id, question: round.questionId }, 'question posted')
}
