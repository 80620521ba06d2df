/** Work that continues after its request has been answered. */
export type Underway = {
  follow(work: Promise<void>): void
  /** Waits for all of it, including what was added meanwhile. */
  settled(): Promise<void>
}

/** Failures go to `onError`, because nobody else waits for the work. */
export function trackWork(onError: (error: unknown) => void): Underway {
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
