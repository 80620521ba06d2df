import { QuizError } from '../../domain/errors.ts'
import type { Round } from '../../domain/round.ts'
import type { Attempt } from '../../ports/store/answers.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'

/** Throws `round-unknown`, or `other-workspace` if the round isn't in the asker's workspace. */
export async function roundFor(deps: Pick<Deps, 'store'>, asker: Asker, roundId: number): Promise<Round> {
  const known = asker.playing?.round
  const round = known?.id === roundId ? known : await deps.store.rounds.find(roundId)
  if (!round) throw new QuizError('round-unknown')
  if (round.workspaceId !== asker.workspace.id) throw new QuizError('other-workspace')
  return round
}

/** The asker's attempts in a round, first to last. They may be as old as the event. */
export async function attemptsIn(deps: Pick<Deps, 'store'>, asker: Asker, round: Round): Promise<Attempt[]> {
  const { playing, player } = asker
  if (playing?.round.id === round.id) return playing.attempts
  return deps.store.answers.ofPlayer(round.id, player.id)
}

/**
 * Throws if nobody can answer the round now. A round in the state `posting` can be answered: a player who names it saw
 * the question, and the worker may have been killed between sending and saving.
 */
export function checkOpen(round: Round, now: Date): void {
  if (round.state === 'failed') throw new QuizError('round-unknown')
  const over = round.closesAt !== undefined && round.closesAt <= now
  if (round.state === 'closed' || over) throw new QuizError('round-closed', { roundId: round.id })
}
