import { localDay } from '../domain/calendar.ts'
import type { Deps } from './deps.ts'

const page = 1000

/**
 * Finds the channels that are due and gives each a job of its own. What is due stays due until its job has run, so a tick
 * that is repeated, or whose jobs were lost, does no harm.
 */
export async function tick(deps: Pick<Deps, 'store' | 'queue' | 'clock'>): Promise<void> {
  const now = deps.clock.now()
  for (let after = 0; ; ) {
    const due = await deps.store.channels.due(now, { after, limit: page })
    const last = due.at(-1)
    if (!last) return
    await deps.queue.addMany(
      due.map(({ id, dueAt, zone }) => ({ name: 'ask', channelId: id, localDate: localDay(dueAt, zone) })),
    )
    after = last.id
  }
}
