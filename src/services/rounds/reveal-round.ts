import { isOutOfReach, NotYet } from '../../domain/errors.ts'
import { roundFigures } from '../../domain/round-figures.ts'
import { playerName } from '../../messages/board.ts'
import { closedQuestion } from '../../messages/question.ts'
import { reveal } from '../../messages/reveal.ts'
import type { Deps } from '../deps.ts'

/** How soon a reveal that came before the last grade comes again, and for how long it waits for that at most. */
const graceMs = 1000
const patienceMs = 2 * 60 * 1000

/**
 * Shows the answer of a closed round: the question's message says that it is over, and below it stand the model answer
 * and what everybody had. Where the question was removed, or the channel is closed to us, nothing is shown. Running twice
 * shows once. Throws `NotYet` while answers of the last moment are being graded, and a `ChatError` where the job should be
 * tried again.
 */
export async function revealRound(
  deps: Pick<Deps, 'store' | 'chat' | 'bank' | 'clock' | 'links' | 'log'>,
  roundId: number,
): Promise<void> {
  const round = await deps.store.rounds.find(roundId)
  if (round?.state !== 'closed' || round.revealedAt || !round.posted) return
  const { question } = await deps.bank.find(round.questionId, round.questionVersion)
  const { best, waiting } = await deps.store.answers.ofRound(round.id)
  const since = deps.clock.now().getTime() - (round.closedAt ?? round.createdAt).getTime()
  if (waiting > 0 && since < patienceMs) throw new NotYet('answers still wait for their grade', graceMs)
  const figures = roundFigures(
    question.rubric,
    best.map(({ answer, grade, playerName: name, points, misconceptions }) => ({
      name: playerName(name),
      verdict: grade.verdict,
      points,
      found: grade.points.filter((point) => point.found).map((point) => point.id),
      misconceptions,
      receivedAt: answer.receivedAt,
    })),
  )
  try {
    await deps.chat.update(round.posted, closedQuestion(question, figures))
    await deps.chat.reply(round.posted, reveal(question, figures, deps.links.source), `reveal-${round.id}`)
  } catch (error) {
    if (!isOutOfReach(error)) throw error
    deps.log.warn({ round: round.id, code: error.code }, 'a question cannot be revealed')
  }
  await deps.store.rounds.change(round.id, { revealedAt: deps.clock.now() })
}
