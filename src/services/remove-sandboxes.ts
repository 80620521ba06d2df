import type { Deps } from './deps.ts'

const oneHour = 60 * 60_000
/** How long a sandbox of the playground is kept when unused, and in total. */
const sandboxLifeMs = { unused: 24 * oneHour, inAll: 72 * oneHour }

const batch = 100

/**
 * Removes expired sandboxes with all of their data. Idempotent and safe to run concurrently. Returns how many were
 * removed.
 */
export async function removeSandboxes({ store, clock, log }: Pick<Deps, 'store' | 'clock' | 'log'>): Promise<number> {
  const now = clock.now().getTime()
  const madeBefore = new Date(now - sandboxLifeMs.inAll)
  const over = { unusedSince: new Date(now - sandboxLifeMs.unused), madeBefore, limit: batch }
  let removed = 0
  for (;;) {
    const ended = await store.sandboxes.ended(over)
    for (const ref of ended) await store.workspaces.remove(ref)
    removed += ended.length
    if (ended.length < batch) break
  }
  // No transcript entry is older than its sandbox, so older pictures are no longer shown.
  await store.sandboxes.erasePictures(madeBefore)
  log.info({ removed }, 'removed sandboxes')
  return removed
}
