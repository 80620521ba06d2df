import { countEveryMs } from '../../domain/count-pace.ts'
import type { Round } from '../../domain/round.ts'
import type { Deps } from '../deps.ts'
import { enqueue } from '../enqueue.ts'

const mostRemembered = 10_000

/**
 * Use one per process. Adds the job that updates the number of answers on a round's message, at most once per interval.
 * Later answers in the interval are included in the same update.
 */
export function createCountSoon(
  deps: Pick<Deps, 'queue' | 'log' | 'clock'>,
): (rounds: readonly Round[]) => Promise<void> {
  const asked = new Map<number, number>()

  async function count({ id: roundId, workspaceId, posted }: Round): Promise<void> {
    const now = deps.clock.now().getTime()
    if (posted === undefined || now < (asked.get(roundId) ?? 0)) return
    const delayMs = countEveryMs(posted)
    asked.delete(roundId)
    asked.set(roundId, now + delayMs)
    const [oldest] = asked.keys()
    if (asked.size > mostRemembered && oldest !== undefined) asked.delete(oldest)
    await enqueue(deps, { name: 'count-answers', roundId }, { workspaceId, delayMs })
  }

  return async (rounds) => {
    await Promise.all([...new Map(rounds.map((round) => [round.id, round])).values()].map(count))
  }
}
