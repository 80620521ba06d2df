import type { Deps } from './deps.ts'

/**
 * A workspace that seems to be gone is deleted after this time. A wrong token, a new application or an outage looks the
 * same, and should be noticed before any data is deleted.
 */
const graceMs = 3 * 24 * 60 * 60_000

/**
 * Finds workspaces that removed the app without an event, and deletes them after a grace period. Idempotent. Deletes
 * nothing if a chat doesn't respond. Throws a `ChatError`.
 */
export async function findRemovals({
  store,
  chat,
  clock,
  log,
}: Pick<Deps, 'store' | 'chat' | 'clock' | 'log'>): Promise<void> {
  const workspaces = await store.workspaces.all()
  const presence = await chat.presenceIn(workspaces.map(({ ref }) => ref))
  const now = clock.now()
  for (const { id, ref, missingSince } of workspaces) {
    const isThere = presence.get(ref)
    if (isThere === true && missingSince) await store.workspaces.change(id, { missingSince: null })
    if (isThere !== false) continue
    if (!missingSince) {
      await store.workspaces.change(id, { missingSince: now })
      log.warn({ workspace: ref }, 'a workspace seems to have removed the app')
    } else if (now.getTime() - missingSince.getTime() >= graceMs) {
      await store.workspaces.remove(ref)
      log.info({ workspace: ref }, 'the app was removed from a workspace')
    }
  }
}
