import { QuizError } from '../domain/errors.ts'
import { beingGraded } from '../messages/feedback.ts'
import { answerForm } from '../messages/forms.ts'
import { hintFor } from '../messages/notes.ts'
import type { Reply } from '../ports/chat-event.ts'
import type { Deps } from '../services/deps.ts'
import { offerAnswerForm } from '../services/offer-answer-form.ts'
import type { Asker } from '../services/recognise-asker.ts'
import { submitAnswer } from '../services/submit-answer.ts'
import { takeHint } from '../services/take-hint.ts'

type Press = (deps: Deps, asker: Asker, about: number) => Promise<Reply>
type Submit = (deps: Deps, asker: Asker, about: number, values: Record<string, string>) => Promise<Reply>

/** What buttons do, by the word of their action. */
export const presses: Readonly<Record<string, Press>> = {
  async answer(deps, asker, roundId) {
    const { question, attemptsLeft } = await offerAnswerForm(deps, asker, roundId)
    return { kind: 'form', form: answerForm(question, roundId, attemptsLeft) }
  },
  async hint(deps, asker, roundId) {
    const { hint, first } = await takeHint(deps, asker, roundId)
    return { kind: 'private', message: hintFor(hint, first ? 'paid' : 'free') }
  },
}

/** What sent forms do, by the word of their action. */
export const submits: Readonly<Record<string, Submit>> = {
  async answer(deps, asker, roundId, { text = '' }) {
    const answer = await submitAnswer(deps, asker, { roundId, text })
    return { kind: 'pending', message: beingGraded(answer.text) }
  },
}

/** `answer:17` is the word `answer` about 17. Throws `round-unknown` for what an older release may have posted. */
export function readAction(action: string): { word: string; about: number } {
  const [, word, about] = /^([a-z-]{1,40}):(\d{1,15})$/.exec(action) ?? []
  if (word === undefined || about === undefined) throw new QuizError('round-unknown')
  return { word, about: Number(about) }
}
