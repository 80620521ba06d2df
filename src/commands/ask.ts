import { type Difficulty, difficulties } from '../domain/question.ts'
import { questionComing } from '../messages/notes.ts'
import { listTopics } from '../services/list-topics.ts'
import { packsAsked } from '../services/packs-asked.ts'
import { startExtraRound } from '../services/rounds/start-extra-round.ts'
import type { Command } from './command.ts'

export const askCommand: Command = {
  path: ['ask'],
  options: [
    { name: 'difficulty', help: 'How hard it should be', required: false, kind: 'word', choices: difficulties },
    {
      name: 'topic',
      help: 'What it should be about; for admins also a question’s id',
      required: false,
      kind: 'word',
      suggest: async (deps, workspaceId) => {
        const choice = await packsAsked(deps, workspaceId === undefined ? {} : { workspaceId })
        return (await listTopics(deps, choice)).map(({ topic }) => topic)
      },
    },
  ],
  help: 'Post a question here, for everyone.',
  who: 'all',
  async run(deps, asker, { topic, difficulty }) {
    await startExtraRound(deps, asker, {
      ...(topic === undefined ? {} : { topic }),
      ...(difficulty === undefined ? {} : { difficulty: difficulty as Difficulty }),
    })
    return { kind: 'private', message: questionComing() }
  },
}
