export type BackgroundWork = {
  follow(work: Promise<void>): void
  /** Waits for all work, including work that is added in the meantime. */
  settled(): Promise<void>
}

/**
 * Tracks work that continues after its request was answered. Failures go to `onError`, because no caller waits for
 * them.
 */
export function trackBackgroundWork(onError: (error: unknown) => void): BackgroundWork {
  const working = new Set<Promise<void>>()
  return {
    follow(work) {
      const noted = work.catch(onError)
      working.add(noted)
      noted.finally(() => working.delete(noted))
    },
    async settled() {
      while (working.size > 0) await Promise.all(working)
    },
  }
}
