import type { Deps } from './deps.ts'

const oneHour = 60 * 60_000
/** How long a sandbox of the playground lives without use, and how long in all. */
const sandboxLifeMs = { unused: 24 * oneHour, inAll: 72 * oneHour }

const batch = 100

/** Removes expired sandboxes with everything in them. Safe to run twice, even concurrently. Returns how many. */
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
  // No line outlives its sandbox, so no line shows a picture that was last used before then.
  await store.sandboxes.erasePictures(madeBefore)
  log.info({ removed }, 'removed sandboxes')
  return removed
}
