import type { Deps } from '../deps.ts'
import { enqueue } from '../enqueue.ts'

/** Last-moment answers are graded within this time, so that the reveal counts them. */
const revealDelayMs = 2000

/** Ends a round: nobody can answer any more, and its reveal follows. Running twice closes once. */
export async function closeRound(
  deps: Pick<Deps, 'store' | 'queue' | 'clock' | 'log'>,
  roundId: number,
): Promise<void> {
  const workspaceId = await deps.store.transaction(async (tables) => {
    const round = await tables.rounds.find(roundId, 'lock')
    if (round?.state !== 'open') return undefined
    await tables.rounds.change(roundId, { state: 'closed', closedAt: deps.clock.now() })
    return round.workspaceId
  })
  if (workspaceId === undefined) return
  await enqueue(deps, { name: 'reveal-round', roundId }, { workspaceId, delayMs: revealDelayMs })
}
