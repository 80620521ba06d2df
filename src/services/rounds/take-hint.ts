import { QuizError } from '../../domain/errors.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { attemptsIn, checkOpen, roundFor } from './open-round.ts'
import { roundMeant } from './round-meant.ts'

/**
 * The cost of a hint: `paid` lowers the points of later answers, `again` costs nothing more, and `late` costs nothing
 * because no later answer is possible.
 */
export type Hint = { hint: string; cost: 'paid' | 'again' | 'late' }

export async function takeHint(
  deps: Pick<Deps, 'store' | 'bank' | 'clock'>,
  asker: Asker,
  roundId?: number,
): Promise<Hint> {
  const round =
    roundId === undefined ? await roundMeant(deps, asker, { purpose: 'hint' }) : await roundFor(deps, asker, roundId)
  checkOpen(round, deps.clock.now())
  const { hint } = (await deps.bank.find(round)).question
  if (hint === '') throw new QuizError('no-hint')
  const mine = await attemptsIn(deps, asker, round)
  // Not stored, because an accepted dispute would otherwise apply the cost to an answer written without the hint.
  if (mine.length >= round.attempts || mine.some(({ grade }) => grade?.verdict === 'correct')) {
    return { hint, cost: 'late' }
  }
  const first = await deps.store.hints.take(round.id, asker.player.id)
  return { hint, cost: first ? 'paid' : 'again' }
}
