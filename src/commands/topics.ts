import { topicList } from '../messages/topics.ts'
import { listTopics } from '../services/list-topics.ts'
import { packsAsked } from '../services/packs-asked.ts'
import type { Command } from './command.ts'

export const topicsCommand: Command = {
  path: ['topics'],
  options: [],
  help: 'What I can ask about.',
  who: 'all',
  async run(deps, asker) {
    return {
      kind: 'private',
      message: topicList(
        await listTopics(deps, await packsAsked(deps, { workspaceId: asker.workspace.id, channel: asker.channel })),
      ),
    }
  },
}
