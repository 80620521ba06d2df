import { isOutOfReach, isRefused, NotYet } from '../../domain/errors.ts'
import { closedQuestion } from '../../messages/question.ts'
import { reveal } from '../../messages/reveal.ts'
import type { Deps } from '../deps.ts'
import { failureOf } from '../failure-of.ts'
import { roundOutcome } from './round-outcome.ts'

/** How soon a reveal that came before the last grade comes again, and for how long it waits for that at most. */
const graceMs = 1000
const patienceMs = 2 * 60 * 1000

/** How long a reveal is tried that the chat refuses for no reason we know. */
const refusedMs = 3 * 60 * 60_000

/**
 * Shows the answer of a closed round: the question's message says that it is over, and below it stand the model answer
 * and what everybody had. A message that can't be edited any more keeps nobody from reading the answer below it. Where the
 * channel is closed to us, nothing is shown. Running twice shows once. Throws `NotYet` while answers of the last moment are being graded, and a `ChatError` where the job should be
 * tried again.
 */
export async function revealRound(
  deps: Pick<Deps, 'store' | 'chat' | 'bank' | 'clock' | 'links' | 'log'>,
  roundId: number,
): Promise<void> {
  const round = await deps.store.rounds.find(roundId)
  if (round?.state !== 'closed' || round.revealedAt || !round.posted) return
  const { question, figures, waiting } = await roundOutcome(deps, round)
  const since = deps.clock.now().getTime() - (round.closedAt ?? round.createdAt).getTime()
  if (waiting > 0 && since < patienceMs) throw new NotYet('answers still wait for their grade', graceMs)
  const { posted } = round
  const shown = reveal(question, figures, deps.links.source)
  const unedited = await failureOf(deps.chat.update(posted, closedQuestion(question, figures)))
  const unanswered = await failureOf(deps.chat.reply(posted, shown, `reveal-${round.id}`))
  for (const error of [unedited, unanswered]) {
    if (!error) continue
    if (!isOutOfReach(error) && !(isRefused(error) && since > refusedMs)) throw error
    deps.log.warn({ round: round.id, code: error.code, meaning: error.meaning }, 'a question cannot be revealed')
  }
  const { players: answered, correct } = figures
  await deps.store.rounds.change(round.id, { revealedAt: deps.clock.now(), answered, correct })
}
