import { localDay } from '../../domain/calendar.ts'
import { type TopicFigures, topicFigures } from '../../domain/memory/topic-figures.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'
import { roundsRemembered } from '../rounds/channel-memory.ts'

/** A workspace's results in each topic, over the most recent rounds of all its channels. */
export async function viewTopics(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { id: workspaceId, zone }: Pick<Workspace, 'id' | 'zone'>,
): Promise<TopicFigures[]> {
  return topicFigures(await store.rounds.outcomes({ workspaceId }, roundsRemembered), localDay(clock.now(), zone))
}
