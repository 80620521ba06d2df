import { answerForm } from '../../messages/forms.ts'
import { hintFor } from '../../messages/notes.ts'
import type { ChatEvent, Origin } from '../../ports/chat-event.ts'
import { offerAnswerForm } from '../../services/answers/offer-answer-form.ts'
import { firstTry } from '../../services/answers/submit-answer.ts'
import type { Deps } from '../../services/deps.ts'
import type { Acting } from '../../services/players/recognise-asker.ts'
import { takeHint } from '../../services/rounds/take-hint.ts'
import { takeAnswer } from '../take-answer.ts'
import { type Press, readAction, type Submit } from './action.ts'

export const pressAnswer: Press = async (deps, asker, roundId) => {
  const { question, attemptsLeft, earlier } = await offerAnswerForm(deps, asker, roundId)
  return { kind: 'form', form: answerForm(question, roundId, attemptsLeft, earlier) }
}

export const pressHint: Press = async (deps, asker, roundId) => {
  const { hint, cost } = await takeHint(deps, asker, roundId)
  return { kind: 'private', message: hintFor(hint, cost) }
}

/** For actions of players in a round. The round is then read, and a first answer stored, together with who acts. */
export function actingIn(deps: Deps, event: Extract<ChatEvent, Origin>): Acting | undefined {
  if (event.kind !== 'press' && event.kind !== 'submit') return undefined
  const { word, about } = readAction(event.action)
  if (word !== 'answer' && word !== 'hint') return undefined
  if (word === 'hint' || event.kind === 'press') return { roundId: about }
  return { roundId: about, firstTry: firstTry(deps, event, event.values.text ?? '') }
}

export const submitAnswerForm: Submit = (deps, asker, roundId, { text = '' }) =>
  takeAnswer(deps, asker, { roundId, text })
