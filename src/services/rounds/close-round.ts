import type { Deps } from '../deps.ts'
import { enqueue } from '../enqueue.ts'

/** Answers from the last moment are graded within this time, so that the reveal includes them. */
const revealDelayMs = 2000

/** Closes a round to answers and schedules its reveal. Idempotent. */
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
