import { practiceQuestionCard } from '../messages/practice.ts'
import { nextPractice } from '../services/practice/practise.ts'
import type { Command } from './command.ts'

export const practiceCommand: Command = {
  path: ['practice'],
  options: [],
  help: 'A question for you alone. It counts for nothing; what you missed comes first.',
  who: 'all',
  async run(deps, asker) {
    const { id, question } = await nextPractice(deps, asker)
    return { kind: 'private', message: practiceQuestionCard(id, question) }
  },
}
