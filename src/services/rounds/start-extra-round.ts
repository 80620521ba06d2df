import { QuizError } from '../../domain/errors.ts'
import { nearestNames } from '../../domain/nearest-names.ts'
import { shortId } from '../../domain/packs/own-questions.ts'
import type { Difficulty } from '../../domain/question.ts'
import type { Round } from '../../domain/round.ts'
import type { Channel } from '../../ports/store/channels.ts'
import { choiceOf } from '../bank.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { askQuestion, channelDay } from './ask-question.ts'

/**
 * Starts an extra round on a topic or, for admins, with a question's id. Players can start a limited number per channel
 * and day, admins any number.
 */
export async function startExtraRound(
  deps: Pick<Deps, 'store' | 'queue' | 'bank' | 'log' | 'clock'>,
  asker: Asker,
  { topic: named, ...more }: { topic?: string; difficulty?: Difficulty },
): Promise<Round> {
  const channel = asker.channel
  if (!channel) throw new QuizError('channel-needed')
  const wanted = { ...more, ...(named === undefined ? {} : await topicOrQuestion(deps, asker, channel, named)) }
  const localDate = channelDay(channel, asker.workspace.zone, deps.clock.now())
  const asked = {
    ...wanted,
    channelId: channel.id,
    kind: 'extra',
    localDate,
    askedBy: asker.player.id,
    ...(asker.origin.requestId ? { requestId: asker.origin.requestId } : {}),
  } as const
  const round = await askQuestion(deps, { ...asked, most: channel.settings.extraRounds }).catch(async (error) => {
    const isRefused = error instanceof QuizError && error.code === 'too-many-rounds'
    if (!isRefused || !(await asker.origin.player.isAdmin())) throw error
    return askQuestion(deps, asked)
  })
  if (!round) throw new Error('an extra round was not created')
  return round
}

/** Only admins can choose by id, because a player who knows the id may know the answer. */
async function topicOrQuestion(
  deps: Pick<Deps, 'bank' | 'store'>,
  { origin, workspace }: Asker,
  channel: Channel,
  typed: string,
): Promise<{ topic: string } | { questionId: string }> {
  const bank = await deps.bank.current(choiceOf(channel))
  const topics = [...new Set(bank.map((question) => question.topic))]
  if (topics.includes(typed)) return { topic: typed }
  const meant = bank.find(({ id }) => id === typed || shortId(id) === typed)
  if (meant && (await origin.player.isAdmin())) {
    if ((await deps.store.rounds.unrevealed(workspace.id)).includes(meant.id)) throw new QuizError('question-open')
    return { questionId: meant.id }
  }
  throw new QuizError('topic-unknown', { typed, nearest: nearestNames(typed, topics) })
}
