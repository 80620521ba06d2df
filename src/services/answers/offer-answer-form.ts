import { QuizError } from '../../domain/errors.ts'
import type { Question } from '../../domain/question.ts'
import type { Round } from '../../domain/round.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { attemptsIn, checkOpen, roundFor } from '../rounds/open-round.ts'

/**
 * Returns the data for the answer form, including the player's last attempt. Throws a `QuizError` if they can't answer.
 */
export async function offerAnswerForm(
  deps: Pick<Deps, 'store' | 'bank' | 'clock'>,
  asker: Asker,
  roundId: number,
): Promise<{ round: Round; question: Question; attemptsLeft: number; earlier: string | undefined }> {
  const round = await roundFor(deps, asker, roundId)
  checkOpen(round, deps.clock.now())
  const mine = await attemptsIn(deps, asker, round)
  if (mine.some(({ grade }) => grade?.verdict === 'correct')) throw new QuizError('already-correct')
  const attemptsLeft = round.attempts - mine.length
  if (attemptsLeft <= 0) throw new QuizError('no-attempt-left', { attempts: round.attempts })
  const { question } = await deps.bank.find(round)
  return { round, question, attemptsLeft, earlier: mine.at(-1)?.answer.text }
}
