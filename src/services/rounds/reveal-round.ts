import { isOutOfReach, isRefused, NotYet } from '../../domain/errors.ts'
import type { Place } from '../../domain/place.ts'
import type { Question } from '../../domain/question.ts'
import type { Round } from '../../domain/round.ts'
import { closedQuestion } from '../../messages/question.ts'
import { reveal, threadName } from '../../messages/reveal.ts'
import type { Message } from '../../ports/message.ts'
import type { Deps } from '../deps.ts'
import { failureOf } from '../failure-of.ts'
import { creditedAuthor } from './credit-author.ts'
import { roundOutcome } from './round-outcome.ts'

/** How soon a reveal is retried while a grade is missing, and for how long at most. */
const graceMs = 1000
const patienceMs = 2 * 60 * 1000

/** How long a reveal is retried if the chat refuses it for an unknown reason. */
const refusedMs = 3 * 60 * 60_000

/**
 * Reveals a closed round: marks the question's message as closed and posts the model answer and the results below it.
 * If the message can't be edited, the reveal is still posted. If the channel refuses the app, nothing is posted. A
 * thread that can't be started is skipped. Idempotent. Throws `NotYet` while answers from the last moment are being
 * graded, and a `ChatError` if the job should be retried.
 */
export async function revealRound(
  deps: Pick<Deps, 'store' | 'chat' | 'bank' | 'rights' | 'clock' | 'links' | 'log'>,
  roundId: number,
): Promise<void> {
  const round = await deps.store.rounds.find(roundId)
  if (round?.state !== 'closed' || round.revealedAt || !round.posted) return
  const { question, figures, waiting } = await roundOutcome(deps, round)
  const since = deps.clock.now().getTime() - (round.closedAt ?? round.createdAt).getTime()
  if (waiting > 0 && since < patienceMs) throw new NotYet('answers still wait for their grade', graceMs)
  const { posted } = round
  const inThread = deps.chat.repliesInThread(posted)
  const shown = reveal(question, figures, { roundId, inThread, sourceLink: deps.links.source })
  const unedited = await failureOf(
    deps.chat.update(posted, closedQuestion(question, figures, await creditedAuthor(deps, round))),
  )
  const unanswered = await failureOf(showBelow(deps, round, { posted, shown, question, inThread }))
  for (const error of [unedited, unanswered]) {
    if (!error) continue
    if (!isOutOfReach(error) && !(isRefused(error) && since > refusedMs)) throw error
    deps.log.warn({ round: round.id, code: error.code, meaning: error.meaning }, 'a question cannot be revealed')
  }
  const { players: answered, correct } = figures
  await deps.store.rounds.change(round.id, { revealedAt: deps.clock.now(), answered, correct })
  await deps.store.rounds.recount([round.id])
}

/** Posts the reveal and, if the platform has no thread for it and the channel wants one, starts a thread below it. */
async function showBelow(
  deps: Pick<Deps, 'store' | 'chat' | 'log'>,
  round: Round,
  { posted, shown, question, inThread }: { posted: Place; shown: Message; question: Question; inThread: boolean },
): Promise<void> {
  const place = await deps.chat.reply(posted, shown, `reveal-${round.id}`)
  if (inThread || !(await deps.store.channels.find(round.channelId))?.settings.threads) return
  const unstarted = await failureOf(deps.chat.startThread(place, threadName(question)))
  if (!unstarted) return
  const { code, meaning, word } = unstarted
  deps.log.info({ round: round.id, code, meaning, word }, 'no thread could be started below a reveal')
}
