import { QuizError } from '../../domain/errors.ts'
import type { Question } from '../../domain/question.ts'
import type { Round } from '../../domain/round.ts'
import type { PastRound } from '../../ports/store/rounds.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { itemOfRound } from '../practice/item-of-round.ts'
import { secretQuestions } from '../practice/secret-questions.ts'
import { roundFor } from '../rounds/open-round.ts'
import { roundOutcome } from '../rounds/round-outcome.ts'

type PastDeps = Pick<Deps, 'store' | 'bank'>

export type PastQuestionRound = PastRound & { question: Question }

/** `next` is the id of the next page's first round. */
export type PastPage = { rounds: PastQuestionRound[]; next?: number }

const pageLength = 10

/**
 * Revealed rounds, newest first: one page starting at the round `from`. Omits rounds whose question is secret in the
 * workspace again.
 */
export async function pastPage(
  deps: PastDeps,
  where: { workspaceId: number; channelId?: number },
  from?: number,
): Promise<PastPage> {
  const without = [...(await secretQuestions(deps, where.workspaceId))]
  const found = await deps.store.rounds.past(where, {
    without,
    limit: pageLength + 1,
    ...(from === undefined ? {} : { from }),
  })
  const rounds = await Promise.all(
    found
      .slice(0, pageLength)
      .map(async (past) => ({ ...past, question: (await deps.bank.find(past.round)).question })),
  )
  const next = found[pageLength]?.round.id
  return { rounds, ...(next === undefined ? {} : { next }) }
}

/**
 * The page of the asker's channel, or of the channel of the round `from`. Outside channels, it is the channel where
 * they answered most recently. Throws `channel-needed`.
 */
export async function listPast(deps: PastDeps, asker: Asker, from?: number): Promise<PastPage> {
  const channelId = await channelOf(deps, asker, from)
  if (channelId === undefined) throw new QuizError('channel-needed')
  return pastPage(deps, { workspaceId: asker.workspace.id, channelId }, from)
}

async function channelOf(deps: PastDeps, asker: Asker, from: number | undefined): Promise<number | undefined> {
  if (from !== undefined) return (await roundFor(deps, asker, from)).channelId
  return asker.channel?.id ?? (await deps.store.rounds.lastAnswered(asker.player.id))?.channelId
}

/** Returns one past round. Throws `practice-waits` while its question is secret, and the errors of `roundFor`. */
export async function showPast(deps: PastDeps, asker: Asker, roundId: number): Promise<PastQuestionRound> {
  const round = await pastRound(deps, asker, roundId)
  const [{ question, figures }, number] = await Promise.all([
    roundOutcome(deps, round),
    deps.store.rounds.numberOf(round),
  ])
  return { round, question, number, players: figures.players, correct: figures.correct }
}

/** Returns the question of a past round as a practice item. Throws the errors of `showPast`. */
export async function practicePast(
  deps: PastDeps,
  asker: Asker,
  roundId: number,
): Promise<{ id: number; question: Question }> {
  const round = await pastRound(deps, asker, roundId)
  const item = await deps.store.practice.ask(await itemOfRound(deps, asker.player.id, round))
  return { id: item.id, question: (await deps.bank.find({ ...item, workspaceId: round.workspaceId })).question }
}

async function pastRound(deps: PastDeps, asker: Asker, roundId: number): Promise<Round> {
  const round = await roundFor(deps, asker, roundId)
  if (round.state === 'failed') throw new QuizError('round-unknown')
  const secret = await secretQuestions(deps, round.workspaceId)
  if (round.revealedAt === undefined || secret.has(round.questionId)) throw new QuizError('practice-waits')
  return round
}
