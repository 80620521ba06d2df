import type { Round } from '../../domain/round.ts'
import { lastMoment, nextPost } from '../../domain/schedule.ts'
import { openQuestion } from '../../messages/question.ts'
import type { Message } from '../../ports/message.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'
import { creditedAuthor } from './credit-author.ts'

/** A round's message while people can still answer, with the number of players who have. */
export async function questionCard(
  deps: Pick<Deps, 'bank' | 'store' | 'rights' | 'clock' | 'log'>,
  round: Round,
  channel: Channel,
  answered = 0,
): Promise<Message> {
  const [{ question }, suggestedBy, zone] = await Promise.all([
    deps.bank.find(round),
    creditedAuthor(deps, round),
    zoneOf(deps, channel),
  ])
  const { id, attempts, kind } = round
  const mention = kind === 'scheduled' ? channel.settings.mention : undefined
  return openQuestion(question, {
    ...{ id, attempts, kind, answered },
    openUntil: { at: openUntil(round, channel, deps.clock.now()), zone },
    ...(mention === undefined ? {} : { mention }),
    ...(suggestedBy === undefined ? {} : { suggestedBy }),
  })
}

/** When a round that is opened now will close, unless the next question of the day closes it earlier. */
export function closingTime({ settings }: Channel, now: Date): Date {
  return new Date(now.getTime() + settings.revealAfterMinutes * 60_000)
}

/** A question of the day is open until the next one is due, at the latest. */
function openUntil({ kind, localDate, closesAt }: Round, channel: Channel, now: Date): Date {
  const closes = closesAt ?? closingTime(channel, now)
  const { schedule, pausedBecause } = channel
  if (kind === 'extra' || !schedule || pausedBecause !== undefined) return closes
  const next = nextPost(schedule, lastMoment(localDate, schedule.zone))
  return next && next < closes ? next : closes
}

async function zoneOf({ store }: Pick<Deps, 'store'>, { schedule, workspaceId }: Channel): Promise<string> {
  return schedule?.zone ?? (await store.workspaces.find(workspaceId))?.zone ?? 'UTC'
}
