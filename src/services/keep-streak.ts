import type { Round } from '../domain/round.ts'
import { extendStreak } from '../domain/streak.ts'
import type { Tables } from '../ports/store/store.ts'

/** Days further back than any freeze can bridge need not be looked at. */
const looksBack = 20

/** Extends a player's streak by a scheduled question they answered. Extra rounds neither extend nor break it. */
export async function keepStreak(tables: Tables, round: Round, playerId: number): Promise<void> {
  if (round.kind !== 'scheduled') return
  const player = await tables.players.find(playerId)
  if (!player) return
  const { lastDay } = player.streak
  const rounds = await tables.rounds.latest(round.channelId, ['open', 'closed'], looksBack)
  const missed = rounds.filter(
    (other) =>
      other.kind === 'scheduled' &&
      other.localDate < round.localDate &&
      (lastDay === undefined || other.localDate > lastDay),
  )
  await tables.players.change(playerId, { streak: extendStreak(player.streak, round.localDate, missed.length) })
}
