import { beingGraded, sentBefore } from '../messages/feedback.ts'
import type { Reply } from '../ports/chat-event.ts'
import { describeGrade } from '../services/answers/describe-grade.ts'
import { submitAnswer } from '../services/answers/submit-answer.ts'
import type { Deps } from '../services/deps.ts'
import type { Asker } from '../services/players/recognise-asker.ts'

/** Accepts an answer and returns the reply. If the same text is already graded, the reply is its grade. */
export async function takeAnswer(deps: Deps, asker: Asker, given: { roundId?: number; text: string }): Promise<Reply> {
  const { answer, heard } = await submitAnswer(deps, asker, given)
  if (heard === 'there') return { kind: 'private', message: sentBefore(answer.text) }
  const grade = heard === 'already' ? await describeGrade(deps, answer) : undefined
  return grade ? { kind: 'private', message: grade } : { kind: 'pending', message: beingGraded(answer.text) }
}
