import { QuizError } from '../../domain/errors.ts'
import { nearestNames } from '../../domain/nearest-names.ts'
import type { Difficulty } from '../../domain/question.ts'
import type { Round } from '../../domain/round.ts'
import type { Channel } from '../../ports/store/channels.ts'
import { choiceOf } from '../bank.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { askQuestion, channelDay } from './ask-question.ts'

/** Somebody asks for a question now. Players may do so a few times a channel and day, admins at will. */
export async function startExtraRound(
  deps: Pick<Deps, 'store' | 'queue' | 'bank' | 'log' | 'clock'>,
  asker: Asker,
  wanted: { topic?: string; difficulty?: Difficulty },
): Promise<Round> {
  const channel = asker.channel
  if (!channel) throw new QuizError('channel-needed')
  if (wanted.topic !== undefined) await checkTopic(deps, channel, wanted.topic)
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

async function checkTopic(deps: Pick<Deps, 'bank'>, channel: Channel, topic: string): Promise<void> {
  const topics = [...new Set((await deps.bank.current(choiceOf(channel))).map((question) => question.topic))]
  if (!topics.includes(topic)) {
    throw new QuizError('topic-unknown', { typed: topic, nearest: nearestNames(topic, topics) })
  }
}
