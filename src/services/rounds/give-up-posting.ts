import type { Round } from '../../domain/round.ts'
import { schedulePaused } from '../../messages/schedule.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'
import { tellIfReachable } from '../players/tell-if-reachable.ts'

/** The schedule of a channel that was closed to us for so many days in a row is paused. */
const daysForgiven = 3

/**
 * Marks a round that cannot be posted. Where the channel was to blame and has been for some days, its schedule is paused
 * and the admin who set it is told. The telling comes first: a process that ends in between tells again, which the chat
 * recognises, while a pause that nobody hears of would end the quiz there. Throws a `ChatError` where it should be tried again.
 */
export async function giveUpPosting(
  deps: Pick<Deps, 'store' | 'chat' | 'log'>,
  round: Round,
  channel: Channel,
  reason: 'forbidden' | 'gone' | 'too-late',
): Promise<void> {
  const counts = round.kind === 'scheduled' && reason !== 'too-late'
  const failedDays = channel.failedDays + 1
  const pauses = counts && failedDays >= daysForgiven
  if (pauses) await tellAdmin(deps, round, channel, failedDays)
  await deps.store.transaction(async (tables) => {
    const current = await tables.rounds.find(round.id, 'lock')
    if (current?.state !== 'posting') return
    await tables.rounds.change(round.id, { state: 'failed' })
    if (!counts) return
    const pause = pauses ? { pausedBecause: reason, nextPostAt: null } : {}
    await tables.channels.change(channel.id, { failedDays, ...pause })
  })
  deps.log.warn({ round: round.id, channel: channel.id, reason, paused: pauses }, 'question could not be posted')
}

async function tellAdmin(
  deps: Pick<Deps, 'chat' | 'log'>,
  round: Round,
  channel: Channel,
  failedDays: number,
): Promise<void> {
  if (channel.scheduledBy === undefined) return
  const key = `paused-${channel.id}-${round.id}`
  await tellIfReachable(deps, channel.scheduledBy, schedulePaused(channel, failedDays), { key })
}
