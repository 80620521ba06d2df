import type { QuizError } from '../domain/errors.ts'
import { withHint } from '../messages/notes.ts'
import { whichQuestion } from '../messages/question.ts'
import { refusal } from '../messages/refusals.ts'
import { lateReveal } from '../messages/reveal.ts'
import type { Message } from '../ports/message.ts'
import type { Deps } from '../services/deps.ts'

/** The message for a refusal, with the model answer of a closed round, or with the rounds that may be meant. */
export async function refused(deps: Pick<Deps, 'store' | 'bank'>, error: QuizError): Promise<Message> {
  const { roundId, purpose, rounds } = error.facts
  if (error.code === 'round-closed' && typeof roundId === 'number') {
    const found = await roundShown(deps, roundId)
    if (found) return lateReveal(found.question, roundId)
  }
  if (error.code === 'answer-none' && typeof roundId === 'number') {
    const found = await roundShown(deps, roundId)
    if (found && found.question.hint !== '') return withHint(refusal(error), roundId)
  }
  if (error.code === 'which-round' && Array.isArray(rounds)) {
    const found = await Promise.all(rounds.map((id) => roundShown(deps, Number(id))))
    return whichQuestion(
      purpose === 'hint' ? 'hint' : 'answer',
      found.flatMap((one) => one ?? []),
    )
  }
  return refusal(error)
}

async function roundShown({ store, bank }: Pick<Deps, 'store' | 'bank'>, roundId: number) {
  const round = await store.rounds.find(roundId)
  if (!round) return undefined
  const [{ question }, number] = await Promise.all([bank.find(round), store.rounds.numberOf(round)])
  return { roundId, number, question }
}
