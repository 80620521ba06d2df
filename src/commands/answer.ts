import type { Command } from './command.ts'
import { takeAnswer } from './take-answer.ts'

export const answerCommand: Command = {
  path: ['answer'],
  options: [{ name: 'text', help: 'Your answer, in your own words', required: true, kind: 'text' }],
  help: 'Answer the question that is open here. Only you see it.',
  who: 'all',
  run: (deps, asker, { text = '' }) => takeAnswer(deps, asker, { text }),
}
