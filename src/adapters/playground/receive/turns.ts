export type Turns = {
  /** Runs `work` when a slot is free. Returns undefined without running it if too many are already waiting. */
  take<T>(work: () => Promise<T>): Promise<T> | undefined
}

/** Runs at most `atOnce` tasks concurrently, and lets at most `waiting` more wait in order of arrival. */
export function createTurns({ atOnce, waiting }: { atOnce: number; waiting: number }): Turns {
  const queue: (() => void)[] = []
  let running = 0

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) await new Promise<void>((turn) => queue.push(turn))
    else running += 1
    try {
      return await work()
    } finally {
      const next = queue.shift()
      // The slot is passed on, so it stays taken.
      if (next) next()
      else running -= 1
    }
  }

  return {
    take: (work) => (running >= atOnce && queue.length >= waiting ? undefined : inTurn(work)),
  }
}
