import type { Round } from '../../domain/round.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'
import { askQuestion, channelDay } from './ask-question.ts'
import { closeRound } from './close-round.ts'

/** Posts a channel's question of the day now. Returns undefined if it was already posted today. */
export async function postQuestionNow(
  deps: Pick<Deps, 'store' | 'queue' | 'bank' | 'log' | 'clock'>,
  { channel, workspace }: { channel: Channel; workspace: Workspace },
): Promise<Round | undefined> {
  const localDate = channelDay(channel, workspace.zone, deps.clock.now())
  return askQuestion(deps, { channelId: channel.id, kind: 'scheduled', localDate })
}

/** Closes all open rounds of a channel now. Returns how many there were. */
export async function closeRoundsNow(
  deps: Pick<Deps, 'store' | 'queue' | 'log' | 'clock'>,
  channel: Pick<Channel, 'id'>,
): Promise<number> {
  const open = await deps.store.rounds.latest(channel.id, ['open'], 50)
  for (const round of open) await closeRound(deps, round.id)
  return open.length
}
