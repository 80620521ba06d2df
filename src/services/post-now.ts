import { QuizError } from '../domain/errors.ts'
import type { Place } from '../domain/place.ts'
import type { Round } from '../domain/round.ts'
import { askQuestion, channelDay } from './ask-question.ts'
import { closeRound } from './close-round.ts'
import type { Deps } from './deps.ts'
import { findChannel } from './find-channel.ts'

/** Posts the day's question of a channel now; nothing comes back where it was posted already. */
export async function postQuestionNow(
  deps: Pick<Deps, 'store' | 'queue' | 'bank' | 'log' | 'clock'>,
  ref: Place,
): Promise<Round | undefined> {
  const found = await findChannel(deps, ref)
  if (!found) throw new QuizError('channel-needed')
  const { channel, workspace } = found
  const localDate = channelDay(channel, workspace.zone, deps.clock.now())
  return askQuestion(deps, { channelId: channel.id, kind: 'scheduled', localDate })
}

/** Closes what is open in a channel now; gives how many rounds that were. */
export async function closeRoundsNow(
  deps: Pick<Deps, 'store' | 'queue' | 'log' | 'clock'>,
  ref: Place,
): Promise<number> {
  const found = await findChannel(deps, ref)
  if (!found) throw new QuizError('channel-needed')
  const open = await deps.store.rounds.latest(found.channel.id, ['open'], 50)
  for (const round of open) await closeRound(deps, round.id)
  return open.length
}
