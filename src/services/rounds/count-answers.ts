import { ChatError } from '../../domain/errors.ts'
import { closedQuestion } from '../../messages/question.ts'
import type { Deps } from '../deps.ts'
import { creditedAuthor } from './credit-author.ts'
import { questionCard } from './question-card.ts'
import { roundOutcome } from './round-outcome.ts'

/**
 * Shows on an open question's message how many people have answered. If the platform refuses, this isn't retried: the
 * next answer triggers it again, and the reveal shows the final count.
 */
export async function countAnswers(
  deps: Pick<Deps, 'store' | 'chat' | 'bank' | 'rights' | 'log'>,
  roundId: number,
): Promise<void> {
  const round = await deps.store.rounds.find(roundId)
  if (round?.state !== 'open' || round.posted === undefined) return
  const channel = await deps.store.channels.find(round.channelId)
  if (!channel) return
  const answered = await deps.store.answers.countPlayers(roundId)
  try {
    await deps.chat.update(round.posted, await questionCard(deps, round, channel, answered))
    await closeAgain(deps, roundId)
  } catch (error) {
    if (!(error instanceof ChatError)) throw error
    deps.log.info(
      { round: roundId, code: error.code, meaning: error.meaning },
      'the answers of a question were not counted',
    )
  }
}

/** The reveal may have come between our check and our edit, which must not show the question as open again. */
async function closeAgain(
  deps: Pick<Deps, 'store' | 'chat' | 'bank' | 'rights' | 'log'>,
  roundId: number,
): Promise<void> {
  const round = await deps.store.rounds.find(roundId)
  if (round?.revealedAt === undefined || round.posted === undefined) return
  const { question, figures } = await roundOutcome(deps, round)
  await deps.chat.update(round.posted, closedQuestion(question, figures, await creditedAuthor(deps, round)))
}
