import { localDay } from '../../domain/calendar.ts'
import type { OwnedJob } from '../../ports/queue.ts'
import type { Deps } from '../deps.ts'

const page = 1000

/**
 * Finds the channels, workspaces, seasons and reminders that are due and adds a job for each. They stay due until their
 * job has run, so a repeated tick or a lost job is harmless.
 */
export async function tick(deps: Pick<Deps, 'store' | 'queue' | 'clock'>): Promise<void> {
  const now = deps.clock.now()
  const { channels, workspaces, seasons, reminders } = deps.store
  await inPages(deps, async (after) => {
    const due = await channels.due(now, { after, limit: page })
    return due.map(({ id, workspaceId, dueAt, zone }) => ({
      id,
      workspaceId,
      job: { name: 'ask', channelId: id, localDate: localDay(dueAt, zone) },
    }))
  })
  await inPages(deps, async (after) => {
    const due = await workspaces.dueWeekly(now, { after, limit: page })
    return due.map(({ id, dueAt, zone }) => ({
      id,
      workspaceId: id,
      job: { name: 'weekly', workspaceId: id, date: localDay(dueAt, zone) },
    }))
  })
  await inPages(deps, async (after) => {
    const due = await seasons.due(now, { after, limit: page })
    return due.map(({ id, workspaceId }) => ({ id, workspaceId, job: { name: 'season', seasonId: id } }))
  })
  await inPages(deps, async (after) => {
    const due = await reminders.due(now, { after, limit: page })
    return due.map(({ id, workspaceId, dueAt, zone }) => ({
      id,
      workspaceId,
      job: { name: 'remind', playerId: id, date: localDay(dueAt, zone) },
    }))
  })
}

async function inPages(
  deps: Pick<Deps, 'queue'>,
  find: (after: number) => Promise<({ id: number } & OwnedJob)[]>,
): Promise<void> {
  for (let after = 0; ; ) {
    const due = await find(after)
    const last = due.at(-1)
    if (!last) return
    await deps.queue.addMany(due)
    after = last.id
  }
}
