import { type Answer, foldWords, isNoAnswer } from '../../domain/answer.ts'
import { QuizError } from '../../domain/errors.ts'
import type { Round } from '../../domain/round.ts'
import { maximumAnswerLength } from '../../domain/rubric/limits.ts'
import type { Origin } from '../../ports/chat-event.ts'
import type { Attempt, NewAnswer } from '../../ports/store/answers.ts'
import type { FirstTry } from '../../ports/store/askers.ts'
import type { Deps } from '../deps.ts'
import { enqueueSoon } from '../enqueue.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { attemptsIn, checkOpen, roundFor } from '../rounds/open-round.ts'
import { roundMeant } from '../rounds/round-meant.ts'

/**
 * If the answer is sent again within this time, in milliseconds, the player still sees the reply to the first request.
 */
const readsFirstMs = 3000

export type Submitted = {
  answer: Answer
  /**
   * Where the player will see the grade: in the reply to this event (`here`), in the reply to an earlier event with the
   * same text (`there`), or nowhere, because it was already shown (`already`).
   */
  heard: 'here' | 'there' | 'already'
}

/**
 * Stores an answer before it is acknowledged, and adds the job that grades it soon after. The same text, or a second delivery of
 * the same event, returns the same answer. Throws a `QuizError` if the answer can't be accepted.
 */
export async function submitAnswer(
  deps: Pick<Deps, 'store' | 'queue' | 'clock' | 'log' | 'fingerprint'>,
  asker: Asker,
  given: { roundId?: number; text: string },
): Promise<Submitted> {
  const text = readText(given.text)
  const round =
    given.roundId === undefined
      ? await roundMeant(deps, asker, { purpose: 'answer', text })
      : await roundFor(deps, asker, given.roundId)
  const submitted: Submitted = asker.stored
    ? { answer: asker.stored, heard: 'here' }
    : await receive(deps, asker, round, text)
  if (submitted.heard === 'already') return submitted
  const { requestId } = asker.origin
  const job = { name: 'grade', answerId: submitted.answer.id } as const
  enqueueSoon(deps, job, { workspaceId: round.workspaceId, ...(requestId === undefined ? {} : { requestId }) })
  return submitted
}

/** A person's answer as their first try, which is stored together with the person if the rules accept it. */
export function firstTry(deps: Pick<Deps, 'clock' | 'fingerprint'>, origin: Origin, given: string): FirstTry {
  const text = given.trim()
  const answer = newAnswer(deps, origin, text)
  return {
    answer,
    accepts(round) {
      try {
        nextAttempt([], round, readText(text), answer.receivedAt)
        return true
      } catch (error) {
        if (error instanceof QuizError) return false
        throw error
      }
    },
  }
}

function readText(given: string): string {
  const text = given.trim()
  if (text === '') throw new QuizError('answer-empty')
  const length = [...text].length
  if (length > maximumAnswerLength) throw new QuizError('answer-too-long', { length, most: maximumAnswerLength })
  return text
}

function newAnswer(
  deps: Pick<Deps, 'clock' | 'fingerprint'>,
  { id, player, path, requestId }: Origin,
  text: string,
): Pick<NewAnswer, 'text' | 'eventId' | 'receivedAt' | 'fingerprint' | 'path' | 'requestId'> {
  return {
    text,
    eventId: id,
    receivedAt: deps.clock.now(),
    fingerprint: deps.fingerprint(player.ref),
    ...(path === undefined ? {} : { path }),
    ...(requestId === undefined ? {} : { requestId }),
  }
}

async function receive(
  deps: Pick<Deps, 'store' | 'clock' | 'fingerprint'>,
  asker: Asker,
  round: Round,
  text: string,
): Promise<Submitted> {
  const { origin, player } = asker
  let mine = await attemptsIn(deps, asker, round)
  // A concurrent answer by the same player can use up the attempt between the check and the insert. Each such conflict
  // leaves one attempt fewer.
  for (let turn = 0; turn <= round.attempts; turn++) {
    const attempt = nextAttempt(mine, round, text, deps.clock.now())
    if (typeof attempt !== 'number') return sentAgain(deps, asker, attempt)
    const received = await deps.store.answers.receive({
      ...newAnswer(deps, origin, text),
      roundId: round.id,
      playerId: player.id,
      attempt,
      ...(player.teamId === undefined ? {} : { teamId: player.teamId }),
    })
    if (received?.repeated) return sentAgain(deps, asker, received.answer)
    if (received) return { answer: received.answer, heard: 'here' }
    mine = await deps.store.answers.ofPlayer(round.id, player.id)
  }
  // The store also refuses a person who played this round before their data was deleted.
  throw mine.length < round.attempts
    ? new QuizError('round-forgotten')
    : new QuizError('no-attempt-left', { attempts: round.attempts })
}

/**
 * If the first request is older than `readsFirstMs`, its reply may have been lost, so the grade goes to this event's
 * reply.
 */
async function sentAgain(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { origin }: Asker,
  answer: Answer,
): Promise<Submitted> {
  if (answer.state !== 'received') return { answer, heard: 'already' }
  if (clock.now().getTime() - answer.receivedAt.getTime() < readsFirstMs) return { answer, heard: 'there' }
  if (origin.path === undefined || (await store.answers.redirect(answer.id, origin.path))) {
    return { answer, heard: 'here' }
  }
  return { answer: (await store.answers.find(answer.id)) ?? answer, heard: 'already' }
}

/** The number of the next attempt, or the existing answer with exactly this text. */
function nextAttempt(mine: Attempt[], round: Round, text: string, now: Date): number | Answer {
  const words = foldWords(text)
  const same = mine.find(({ answer }) => answer.text !== '' && foldWords(answer.text) === words)
  if (same) return same.answer
  checkOpen(round, now)
  if (mine.some(({ grade }) => grade?.verdict === 'correct')) throw new QuizError('already-correct')
  if (mine.length >= round.attempts) throw new QuizError('no-attempt-left', { attempts: round.attempts })
  if (isNoAnswer(text)) throw new QuizError('answer-none', { roundId: round.id })
  return mine.length + 1
}
