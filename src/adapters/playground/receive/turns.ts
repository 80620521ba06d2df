export type Turns = {
  /** Runs `work` when it is its turn; returns undefined and runs nothing if too many are already waiting. */
  take<T>(work: () => Promise<T>): Promise<T> | undefined
}

/** So many at once, and so many more waiting, first come, first served. */
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
      // A slot that is handed on stays taken.
      if (next) next()
      else running -= 1
    }
  }

  return {
    take: (work) => (running >= atOnce && queue.length >= waiting ? undefined : inTurn(work)),
  }
}
