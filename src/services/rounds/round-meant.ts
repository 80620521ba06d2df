import { foldWords } from '../../domain/answer.ts'
import { QuizError } from '../../domain/errors.ts'
import type { Round } from '../../domain/round.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'

/** How many of the channel's newest rounds are considered. */
const roundsLookedAt = 20

/**
 * Returns the round that a person means if they don't name one: the one in whose thread they write, the only open one,
 * or the only open one that they can still answer, unless they are done with another one and haven't begun this one. An
 * answer that they have sent before means the same round again.
 * Throws `which-round` if more than one is possible, `channel-needed`, or `no-round`.
 */
export async function roundMeant(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  { purpose, text }: { purpose: 'answer' | 'hint'; text?: string },
): Promise<Round> {
  const { channel } = asker
  if (!channel) throw new QuizError('channel-needed', { purpose })
  const repliedTo = await roundAbove(deps, channel.id, asker.origin.below)
  if (repliedTo) return repliedTo
  const all = await deps.store.rounds.latest(channel.id, ['open'], roundsLookedAt)
  const now = deps.clock.now()
  const open = all.filter(({ closesAt }) => closesAt === undefined || closesAt > now)
  const [newest] = open.length > 0 ? open : all
  if (!newest) throw new QuizError('no-round')
  if (open.length < 2) return newest
  const { same, unfinished, isDone } = await playedIn(deps, asker.player.id, open, text)
  if (same) return same
  const [first, second] = unfinished
  // More words after one question is done are probably about it, and would take a try for another one.
  const isSure = !isDone || first === undefined || first.isBegun
  if (!second && isSure) return first?.round ?? newest
  throw new QuizError('which-round', { purpose, rounds: unfinished.map(({ round }) => String(round.id)) })
}

async function roundAbove(
  { store }: Pick<Deps, 'store'>,
  channelId: number,
  below: string | undefined,
): Promise<Round | undefined> {
  if (below === undefined) return undefined
  const rounds = await store.rounds.latest(channelId, ['open', 'closed'], roundsLookedAt)
  return rounds.find(({ posted }) => posted === below)
}

/**
 * `same` is the round in which the player already gave this answer. In the `unfinished` rounds, they can still answer.
 * `isDone` tells whether they are done with another one.
 */
async function playedIn(
  { store }: Pick<Deps, 'store'>,
  playerId: number,
  open: Round[],
  text: string | undefined,
): Promise<{ same: Round | undefined; unfinished: { round: Round; isBegun: boolean }[]; isDone: boolean }> {
  const words = text === undefined ? undefined : foldWords(text)
  const played = await Promise.all(
    open.map(async (round) => ({ round, mine: await store.answers.ofPlayer(round.id, playerId) })),
  )
  const isSame = ({ mine }: (typeof played)[number]) =>
    mine.some(({ answer }) => answer.text !== '' && foldWords(answer.text) === words)
  const unfinished = played
    .filter(({ round, mine }) => mine.length < round.attempts)
    .filter(({ mine }) => mine.every(({ grade }) => grade?.verdict !== 'correct'))
  return {
    same: played.find(isSame)?.round,
    unfinished: unfinished.map(({ round, mine }) => ({ round, isBegun: mine.length > 0 })),
    isDone: unfinished.length < played.length,
  }
}
