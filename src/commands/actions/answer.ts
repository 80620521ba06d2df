import { beingGraded } from '../../messages/feedback.ts'
import { answerForm } from '../../messages/forms.ts'
import { hintFor } from '../../messages/notes.ts'
import { offerAnswerForm } from '../../services/offer-answer-form.ts'
import { submitAnswer } from '../../services/submit-answer.ts'
import { takeHint } from '../../services/take-hint.ts'
import type { Press, Submit } from './action.ts'

export const pressAnswer: Press = async (deps, asker, roundId) => {
  const { question, attemptsLeft } = await offerAnswerForm(deps, asker, roundId)
  return { kind: 'form', form: answerForm(question, roundId, attemptsLeft) }
}

export const pressHint: Press = async (deps, asker, roundId) => {
  const { hint, first } = await takeHint(deps, asker, roundId)
  return { kind: 'private', message: hintFor(hint, first ? 'paid' : 'free') }
}

export const submitAnswerForm: Submit = async (deps, asker, roundId, { text = '' }) => {
  const answer = await submitAnswer(deps, asker, { roundId, text })
  return { kind: 'pending', message: beingGraded(answer.text) }
}
