import { QuizError } from '../../domain/errors.ts'
import { practised } from '../../domain/practice.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { roundFor } from '../rounds/open-round.ts'
import { itemOfRound } from './item-of-round.ts'

/** `again`: the player had already pressed. `answered`: the player answered the round, so the press is ignored. */
export type Recalled = 'noted' | 'again' | 'answered'

/**
 * Stores whether a player who didn't answer remembered the answer. Only practice uses this. Throws `practice-waits`
 * before the round is closed, and the errors of `roundFor`.
 */
export async function recall(
  deps: Pick<Deps, 'store' | 'bank' | 'clock'>,
  asker: Asker,
  roundId: number,
  knew: boolean,
): Promise<Recalled> {
  const round = await roundFor(deps, asker, roundId)
  if (round.state === 'failed') throw new QuizError('round-unknown')
  if (round.state !== 'closed') throw new QuizError('practice-waits')
  const playerId = asker.player.id
  if ((await deps.store.answers.ofPlayer(round.id, playerId)).length > 0) return 'answered'
  const now = deps.clock.now()
  // Before the transaction, because the bank reads on its own connection and the pool may have only one.
  const wanted = await itemOfRound(deps, playerId, round)
  return deps.store.transaction(async ({ practice }) => {
    const press = { roundId: round.id, playerId, workspaceId: round.workspaceId, knew, pressedAt: now }
    if (!(await practice.recall(press))) return 'again'
    const item = await practice.ask(wanted)
    await practice.keep(item.id, practised(item.card, knew ? 'correct' : 'incorrect', now))
    return 'noted'
  })
}
