import { ChatError } from '../../domain/errors.ts'
import { closedQuestion } from '../../messages/question.ts'
import type { Deps } from '../deps.ts'
import { creditedAuthor } from './credit-author.ts'
import { questionCard } from './question-card.ts'
import { roundOutcome } from './round-outcome.ts'

/**
 * Updates the number of answers on an open question's message. If the platform refuses, this isn't retried, because the
 * next answer triggers another update and the reveal shows the final number.
 */
export async function countAnswers(
  deps: Pick<Deps, 'store' | 'chat' | 'bank' | 'rights' | 'clock' | 'log'>,
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

/** If the reveal happened between the check and the edit, the edit must not show the question as open. */
async function closeAgain(
  deps: Pick<Deps, 'store' | 'chat' | 'bank' | 'rights' | 'log'>,
  roundId: number,
): Promise<void> {
  const round = await deps.store.rounds.find(roundId)
  if (round?.revealedAt === undefined || round.posted === undefined) return
  const { question, figures } = await roundOutcome(deps, round)
  await deps.chat.update(round.posted, closedQuestion(question, figures, await creditedAuthor(deps, round)))
}
