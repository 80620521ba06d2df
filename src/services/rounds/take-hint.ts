import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { checkOpen, roundFor } from './open-round.ts'

/** The hint of a round; taking it the first time costs a share of what later answers earn. */
export async function takeHint(
  deps: Pick<Deps, 'store' | 'bank' | 'clock'>,
  asker: Asker,
  roundId?: number,
): Promise<{ hint: string; first: boolean }> {
  const round = await roundFor(deps, asker, roundId)
  checkOpen(round, deps.clock.now())
  const { question } = await deps.bank.find(round.questionId, round.questionVersion)
  const first = await deps.store.hints.take(round.id, asker.player.id)
  return { hint: question.hint, first }
}
