import { answerForm } from '../../messages/forms.ts'
import { hintFor } from '../../messages/notes.ts'
import { offerAnswerForm } from '../../services/answers/offer-answer-form.ts'
import { takeHint } from '../../services/rounds/take-hint.ts'
import { takeAnswer } from '../take-answer.ts'
import type { Press, Submit } from './action.ts'

export const pressAnswer: Press = async (deps, asker, roundId) => {
  const { question, attemptsLeft, earlier } = await offerAnswerForm(deps, asker, roundId)
  return { kind: 'form', form: answerForm(question, roundId, attemptsLeft, earlier) }
}

export const pressHint: Press = async (deps, asker, roundId) => {
  const { hint, cost } = await takeHint(deps, asker, roundId)
  return { kind: 'private', message: hintFor(hint, cost) }
}

export const submitAnswerForm: Submit = (deps, asker, roundId, { text = '' }) =>
  takeAnswer(deps, asker, { roundId, text })
