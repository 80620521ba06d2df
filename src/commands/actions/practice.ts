import { practiceForm } from '../../messages/forms.ts'
import { practiceFeedback, practiceQuestionCard } from '../../messages/practice.ts'
import { answerPractice, nextPractice, practiceQuestion } from '../../services/practice/practise.ts'
import type { Press, Submit } from './action.ts'

export const pressPractice: Press = async (deps, asker, id) => ({
  kind: 'form',
  form: practiceForm(await practiceQuestion(deps, asker, id), id),
})

export const pressPracticeNext: Press = async (deps, asker, after) => {
  const { id, question } = await nextPractice(deps, asker, after)
  return { kind: 'private', message: practiceQuestionCard(id, question) }
}

export const submitPractice: Submit = async (deps, asker, id, { text = '' }) => ({
  kind: 'private',
  message: practiceFeedback(await answerPractice(deps, asker, id, text)),
})
