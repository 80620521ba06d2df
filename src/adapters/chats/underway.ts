/** Work that goes on when its request is answered already. */
export type Underway = {
  follow(work: Promise<void>): void
  /** Waits for all of it, and for what came meanwhile. */
  settled(): Promise<void>
}

/** What fails is told to `onError`, because nobody else waits for it. */
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
