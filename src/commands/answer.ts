import { beingGraded } from '../messages/feedback.ts'
import { submitAnswer } from '../services/submit-answer.ts'
import type { Command } from './command.ts'

export const answerCommand: Command = {
  path: ['answer'],
  options: [{ name: 'text', help: 'Your answer, in your own words', required: true, kind: 'text' }],
  help: 'Answer the question that is open here. Only you see it.',
  who: 'all',
  async run(deps, asker, { text = '' }) {
    const answer = await submitAnswer(deps, asker, { text })
    return { kind: 'pending', message: beingGraded(answer.text) }
  },
}
