import { isOutOfReach, isRefused, QuizError } from '../../domain/errors.ts'
import type { Round } from '../../domain/round.ts'
import { fullPoints } from '../../domain/scoring.ts'
import { notShared, type Result, shared } from '../../messages/habit/share.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Player } from '../../ports/store/players.ts'
import type { Deps } from '../deps.ts'
import { enqueue } from '../enqueue.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { tellIfReachable } from '../players/tell-if-reachable.ts'
import { roundFor } from '../rounds/open-round.ts'
import { streakNow } from './streak-now.ts'

/** A result that still couldn't be posted after this time is dropped. */
const postableMs = 3 * 60 * 60_000

/**
 * The asker's latest result in their channel; in a direct message, their latest result anywhere. Throws `share-nothing`
 * if they haven't answered anything, and `share-waits` while the answer has no grade.
 */
export async function latestResult(
  deps: Pick<Deps, 'store' | 'bank' | 'clock'>,
  { player, channel }: Asker,
): Promise<{ result: Result; roundId: number; channel: Channel }> {
  const round = await deps.store.rounds.lastAnswered(player.id, channel?.id)
  if (!round) throw new QuizError('share-nothing')
  const [result, where] = await Promise.all([resultOf(deps, round, player), deps.store.channels.find(round.channelId)])
  if (!where) throw new QuizError('round-unknown')
  return { result, roundId: round.id, channel: where }
}

/**
 * Requests to post the asker's result of a round in its channel, once. Throws `round-unknown`, `other-workspace`,
 * `share-nothing` or `share-waits`.
 */
export async function shareResult(
  deps: Pick<Deps, 'store' | 'queue' | 'bank' | 'clock' | 'log'>,
  asker: Asker,
  roundId: number,
): Promise<{ repeated: boolean }> {
  const round = await roundFor(deps, asker, roundId)
  await resultOf(deps, round, asker.player)
  const { workspaceId } = round
  const pressed = { workspaceId, roundId, playerId: asker.player.id, pressedAt: deps.clock.now() }
  const { share, repeated } = await deps.store.shares.add(pressed)
  if (!share.doneAt) await enqueue(deps, { name: 'share', shareId: share.id }, { workspaceId })
  return { repeated }
}

/**
 * Posts a result that a player shared. The key makes this idempotent. Throws a `ChatError` if the job should be
 * retried.
 */
export async function postShare(
  deps: Pick<Deps, 'store' | 'chat' | 'bank' | 'clock' | 'log'>,
  shareId: number,
): Promise<void> {
  const share = await deps.store.shares.find(shareId)
  if (!share || share.doneAt) return
  const now = deps.clock.now()
  const [round, player] = await Promise.all([
    deps.store.rounds.find(share.roundId),
    deps.store.players.find(share.playerId),
  ])
  const channel = round && (await deps.store.channels.find(round.channelId))
  const late = now.getTime() - share.pressedAt.getTime() > postableMs
  if (round && channel && player && player.name !== '' && !late) await post(deps, shareId, { round, channel, player })
  await deps.store.shares.done(shareId, deps.clock.now())
}

async function post(
  deps: Pick<Deps, 'store' | 'chat' | 'bank' | 'clock' | 'log'>,
  shareId: number,
  { round, channel, player }: { round: Round; channel: Channel; player: Player },
): Promise<void> {
  const key = `share-${shareId}`
  try {
    await deps.chat.post(channel.ref, shared(await resultOf(deps, round, player)), key)
  } catch (error) {
    if (!isOutOfReach(error) && !isRefused(error)) throw error
    deps.log.warn({ share: shareId, code: error.code, meaning: error.meaning }, 'a result could not be posted')
    await tellIfReachable(deps, player.ref, notShared(channel), { key: `no-${key}` })
  }
}

async function resultOf(deps: Pick<Deps, 'store' | 'bank' | 'clock'>, round: Round, player: Player): Promise<Result> {
  if (round.state === 'failed') throw new QuizError('round-unknown')
  const mine = await deps.store.answers.ofPlayer(round.id, player.id)
  if (mine.length === 0) throw new QuizError('share-nothing')
  const workspace = await deps.store.workspaces.find(round.workspaceId)
  const grades = mine.flatMap(({ grade }) => grade ?? [])
  if (grades.length < mine.length) throw new QuizError('share-waits')
  const [{ question }, number, streak] = await Promise.all([
    deps.bank.find(round),
    deps.store.rounds.numberOf(round),
    streakNow(deps, player, workspace ?? { zone: 'UTC' }),
  ])
  return {
    name: player.name,
    number,
    points: grades.reduce((sum, { earnedInAll }) => sum + earnedInAll, 0),
    full: fullPoints(question.difficulty),
    streak: streak.current,
  }
}
