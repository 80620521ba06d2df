import type { Round } from '../../domain/round.ts'
import { openQuestion } from '../../messages/question.ts'
import type { Message } from '../../ports/message.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'
import { creditedAuthor } from './credit-author.ts'

/** A round's message while people can still answer, with the number of players who have. */
export async function questionCard(
  deps: Pick<Deps, 'bank' | 'store' | 'rights' | 'log'>,
  round: Round,
  { settings }: Channel,
  answered = 0,
): Promise<Message> {
  const [{ question }, suggestedBy] = await Promise.all([deps.bank.find(round), creditedAuthor(deps, round)])
  const { id, attempts, kind } = round
  const mention = kind === 'scheduled' ? settings.mention : undefined
  return openQuestion(question, {
    ...{ id, attempts, kind, answered },
    ...(mention === undefined ? {} : { mention }),
    ...(suggestedBy === undefined ? {} : { suggestedBy }),
  })
}
