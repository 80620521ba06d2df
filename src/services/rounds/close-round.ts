import type { Deps } from '../deps.ts'
import { enqueue } from '../enqueue.ts'

/** Answers that came in the last moment are graded within this time, so that the reveal counts them. */
const revealDelayMs = 2000

/** Ends a round: nobody can answer any more, and its reveal follows. Running twice closes once. */
export async function closeRound(
  deps: Pick<Deps, 'store' | 'queue' | 'clock' | 'log'>,
  roundId: number,
): Promise<void> {
  const closed = await deps.store.transaction(async (tables) => {
    const round = await tables.rounds.find(roundId, 'lock')
    if (round?.state !== 'open') return false
    await tables.rounds.change(roundId, { state: 'closed', closedAt: deps.clock.now() })
    return true
  })
  if (closed) await enqueue(deps, { name: 'reveal-round', roundId }, { delayMs: revealDelayMs })
}
