import { decisionOn } from '../../domain/refusal.ts'
import type { Round } from '../../domain/round.ts'
import {
  extraNotPosted,
  type PostingTrouble,
  questionNotPosted,
  schedulePaused,
} from '../../messages/closed-channel.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'
import { tellIfReachable } from '../players/tell-if-reachable.ts'
import { tellSomeAdmin } from '../schedule/tell-some-admin.ts'

/** A schedule is paused after the post has failed on this many days in a row. */
const daysForgiven = 3

type GivingUp = Pick<Deps, 'store' | 'chat' | 'clock' | 'log'>

/**
 * Marks a round as failed. For a scheduled question, an admin is notified on the first failed day, and when the
 * schedule is paused: immediately if the channel is gone, otherwise after some days. The notification comes before the
 * pause. If the process dies in between, the job runs again, and the key prevents a second message. Throws a
 * `ChatError` if the job should be retried.
 */
export async function giveUpPosting(
  deps: GivingUp,
  round: Round,
  channel: Channel,
  trouble: PostingTrouble,
): Promise<void> {
  const daily = round.kind === 'scheduled'
  const failedDays = channel.failedDays + 1
  const pauses = daily && mustPause(trouble, failedDays)
  if (!daily) await tellAsker(deps, round, channel, trouble)
  else if (pauses) {
    await tellSomeAdmin(deps, channel, schedulePaused(channel, trouble, failedDays), `paused-${channel.id}-${round.id}`)
  } else if (failedDays === 1) {
    await tellSomeAdmin(deps, channel, questionNotPosted(channel, trouble), `failed-${channel.id}-${round.id}`)
  }
  await deps.store.transaction(async (tables) => {
    const current = await tables.rounds.find(round.id, 'lock')
    if (current?.state !== 'posting') return
    await tables.rounds.change(round.id, { state: 'failed' })
    if (!daily) return
    const pause = pauses ? { pausedBecause: trouble.meaning, nextPostAt: null } : {}
    await tables.channels.change(channel.id, { failedDays, ...pause })
  })
  const { meaning, word } = trouble
  const level = meaning === 'unknown' || meaning === 'our-fault' ? 'error' : 'warn'
  deps.log[level](
    { round: round.id, channel: channel.id, reason: meaning, word, paused: pauses },
    'question could not be posted',
  )
}

function mustPause({ meaning }: PostingTrouble, failedDays: number): boolean {
  if (meaning === 'too-late') return false
  const { pauses } = decisionOn(meaning)
  return pauses === 'at once' || (pauses === 'in days' && failedDays >= daysForgiven)
}

async function tellAsker(deps: GivingUp, round: Round, channel: Channel, trouble: PostingTrouble): Promise<void> {
  const asker = round.askedBy === undefined ? undefined : await deps.store.players.find(round.askedBy)
  if (!asker) return
  await tellIfReachable(deps, asker.ref, extraNotPosted(channel, trouble), { key: `extra-${round.id}` })
}
