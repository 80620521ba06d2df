import { sharePreview } from '../messages/habit/share.ts'
import { latestResult } from '../services/habits/share-result.ts'
import type { Command } from './command.ts'

export const shareCommand: Command = {
  path: ['share'],
  options: [],
  help: 'Show your last result here, without spoilers. You see it before I post it.',
  who: 'all',
  async run(deps, asker) {
    const { result, roundId, channel } = await latestResult(deps, asker)
    return { kind: 'private', message: sharePreview(result, roundId, channel) }
  },
}
