import { practiceQuestionCard } from '../messages/practice.ts'
import { nextPractice } from '../services/practice/practise.ts'
import { nextOutside } from '../services/practice/practise-outside.ts'
import type { Command } from './command.ts'

export const practiceCommand: Command = {
  path: ['practice'],
  options: [],
  help: 'A question just for you, without points. What you missed comes first.',
  who: 'all',
  async run(deps, asker) {
    const { id, question } = await nextPractice(deps, asker)
    return { kind: 'private', message: practiceQuestionCard(id, question) }
  },
  async outside(deps, { id: seed, person }) {
    const question = await nextOutside(deps, person, { seed })
    return { kind: 'private', message: practiceQuestionCard(question.id, question) }
  },
}
